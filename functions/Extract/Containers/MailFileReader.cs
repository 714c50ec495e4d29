using System.Globalization;
using System.Runtime.InteropServices;
using Intake.Extract.PlainText;
using Intake.Receive.Mail;
using Intake.Receive.Mail.Sections;

namespace Intake.Extract.Containers;

/// <summary>
/// Reads a mail message that was sent as a file: its subject, who wrote it and when, its text, and then the documents
/// attached to it. Addresses stay out of the lines made here: the text may become public.
/// </summary>
/// <param name="limits">How much is read.</param>
/// <param name="read">Reads one document in it, whatever its kind but for containers.</param>
internal sealed class MailFileReader(ExtractLimits limits, ReadInner read)
{
    public async Task<ReadText> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        MemoryMarshal.TryGetArray(bytes, out var array);
        using var raw = new MemoryStream(array.Array!, array.Offset, array.Count, writable: false);
        var mail = await new MailReader(new() { Bytes = limits.Bytes }).ReadAsync(raw, ct);
        var joiner = new Joiner(limits);
        joiner.Append(Characters.Clean(mail.Subject).Trim(), PassageKind.Heading);
        joiner.Append(Origin(mail), PassageKind.Paragraph, PassageFlags.Folded);
        foreach (var part in LetterParts.Of(mail))
        {
            joiner.Append(part.Text, PlainTextReader.Blocks(part.Text).ConvertAll(block => block with { Flags = part.Flags }));
        }

        foreach (var problem in mail.Problems)
        {
            joiner.Tell(problem);
        }

        foreach (var attachment in mail.Attachments.Where(attachment => !IsDecoration(attachment)))
        {
            ct.ThrowIfCancellationRequested();
            await joiner.AddAsync(attachment.Content, attachment.Name, DeclaredType(attachment), read, ct);
        }

        return joiner.Finish(DocumentKind.Mail);
    }

    private static string Origin(InboundMail mail)
    {
        var name = Characters.Clean(mail.From?.Name ?? "").Trim();
        var date = mail.Date?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "";
        return string.Join('\n', new[] { name.Length > 0 ? "From: " + name : "", date.Length > 0 ? "Date: " + date : "" }.Where(line => line.Length > 0));
    }

    /// <summary>The logo in a signature, a digital signature, what was read as text already: nobody sent it to be read.</summary>
    private static bool IsDecoration(MailAttachment attachment) => attachment.IsInline;

    /// <summary>Our own types are ours to give: they tie passages to questions, and fold them.</summary>
    private static string DeclaredType(MailAttachment attachment) =>
        DocumentKind.IsOurs(attachment.ContentType) ? "" : attachment.ContentType;
}
