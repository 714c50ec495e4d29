namespace Intake.Receive.Mail;

/// <summary>A name for a file that came without one. A message within the message is named by its subject.</summary>
internal static class AttachmentName
{
    public static string For(MimePart part, MailLimits limits)
    {
        if (part.IsMessage)
        {
            var inner = new HeaderList();
            HeaderList.Read(part.Decoded().Span, 0, limits, inner);
            return (inner["Subject"] is { Length: > 0 } subject ? subject.Replace('/', '-').Replace('\\', '-') : "message") + ".eml";
        }

        return "document" + part.Type switch
        {
            "application/pdf" => ".pdf",
            "application/rtf" or "text/rtf" or "text/richtext" => ".rtf",
            "application/msword" => ".doc",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => ".docx",
            "application/vnd.oasis.opendocument.text" => ".odt",
            "application/zip" or "application/x-zip-compressed" => ".zip",
            "text/plain" or "message/delivery-status" => ".txt",
            "text/html" => ".html",
            "text/calendar" => ".ics",
            "image/png" => ".png",
            "image/jpeg" => ".jpg",
            "image/gif" => ".gif",
            _ => "",
        };
    }
}
