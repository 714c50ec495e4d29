using MimeKit;
using MimeKit.Text;

namespace Intake.Outbox;

/// <summary>A letter as a message (RFC 5322) with the header of an automatic answer (RFC 3834).</summary>
internal static class LetterMessage
{
    /// <summary>RFC 5322, 2.1.1, less the field's name; longer ones are nobody's.</summary>
    private const int LongestMessageId = 900;

    /// <param name="letter">What it says.</param>
    /// <param name="from">Our own address.</param>
    /// <param name="to">One address.</param>
    /// <param name="messageId">Without the angle brackets.</param>
    /// <param name="inReplyTo">Message-IDs of what it answers, without the angle brackets.</param>
    /// <param name="now">Its date.</param>
    public static MimeMessage Of(
        Letter letter, MailboxAddress from, MailboxAddress to, string messageId, IEnumerable<string> inReplyTo, DateTimeOffset now)
    {
        var message = new MimeMessage([from], [to], letter.Subject, Body(letter)) { MessageId = messageId, Date = now };

        // auto-replied: in answer to a message or a form; auto-generated: of its own accord. What follows is for Exchange,
        // which does not look at the first, and for our own mail when it comes back.
        message.Headers.Add("Auto-Submitted", letter.IsAnswer ? "auto-replied" : "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add(AnswerRules.LoopField, from.Address);
        if (letter.Language is { } language)
            message.Headers.Add(HeaderId.ContentLanguage, language);

        // From outside: nothing but printable ASCII may stand in a header field that we write.
        var answered = inReplyTo.Where(id => id.Length is > 0 and <= LongestMessageId && id.All(c => c is > ' ' and <= '~' and not ('<' or '>')))
            .Select(id => $"<{id}>").ToList();
        if (answered.Count > 0)
        {
            message.Headers.Add(HeaderId.InReplyTo, answered[0]);
            message.Headers.Add(HeaderId.References, string.Join(' ', answered));
        }

        return message;
    }

    private static Multipart Body(Letter letter)
    {
        var text = new MultipartAlternative(Text(TextFormat.Plain, letter.Text), Text(TextFormat.Html, letter.Html));
        if (letter.Attachment is not { } file)
            return text;
        return new Multipart("mixed")
        {
            text,
            new MimePart(ContentType.Parse(file.ContentType))
            {
                Content = new MimeContent(new MemoryStream(file.Content.ToArray(), writable: false)),
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
                ContentTransferEncoding = ContentEncoding.Base64,
                FileName = file.Name,
            },
        };
    }

    /// <summary>Quoted-printable: short lines and ASCII, which no server on the way has reason to change.</summary>
    private static TextPart Text(TextFormat format, string text)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(System.Text.Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        return part;
    }
}
