namespace Intake.Receive.Mail;

/// <summary>What a message holds, whichever way it came.</summary>
/// <param name="Text">Clean text; lines end with <c>\n</c>.</param>
/// <param name="WasHtml">All of the text was HTML.</param>
/// <param name="Attachments">The files, those written into the text included.</param>
/// <param name="Files">Where files are written into the text.</param>
internal sealed record MailContent(string Text, bool WasHtml, IReadOnlyList<MailAttachment> Attachments, IReadOnlyList<Range> Files);
