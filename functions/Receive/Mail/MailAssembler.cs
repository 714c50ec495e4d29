using Intake.Receive.Mail.Sections;

namespace Intake.Receive.Mail;

/// <summary>Puts a mail together from its header and body, whichever way they came.</summary>
internal static class MailAssembler
{
    private static readonly string[] DeliveryFields = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"];

    /// <param name="headers">The message's header.</param>
    /// <param name="content">Text and files.</param>
    /// <param name="problems">What went wrong.</param>
    /// <param name="envelope">Sender and recipients of the envelope, when a web hook gives them.</param>
    /// <param name="limits">How much is read.</param>
    public static InboundMail Assemble(HeaderList headers, MailContent content, IReadOnlyList<string> problems, Envelope? envelope, MailLimits limits)
    {
        var isCut = false;
        var from = headers.All("From").SelectMany(field => AddressList.Parse(field.Raw, limits.Addresses)).FirstOrDefault() ?? LocalName(headers.First("From")?.Raw);
        var returnPath = envelope?.From ?? ReturnPath(headers);
        var isNothing = headers.Count == 0 || (from is null && content.Text.Length == 0 && content.Attachments.Count == 0);
        var subject = headers["Subject"] ?? "";
        var sections = Sections(content, subject);
        var mail = new InboundMail
        {
            Kind = isNothing ? MailKind.Unreadable : AutomaticMail.Kind(headers, from, returnPath) ?? MailKind.Contribution,
            MessageId = MessageId(headers["Message-ID"]),
            Subject = subject,
            From = from,
            ReplyTo = Addresses("Reply-To").FirstOrDefault(),
            To = Addresses("To"),
            Cc = Addresses("Cc"),
            DeliveredTo = [.. DeliveryFields.SelectMany(Addresses).Select(mailbox => mailbox.Address).Concat(envelope?.To ?? []).Distinct(StringComparer.OrdinalIgnoreCase)],
            Date = MailDate.Parse(headers["Date"]),
            ReturnPath = returnPath,
            Text = content.Text,
            Sections = sections,
            OwnText = string.Join("\n\n", sections.Where(section => section.Kind == MailSectionKind.Own).Select(section => section.In(content.Text))),
            TextWasHtml = content.WasHtml,
            Attachments = content.Attachments,
            Headers = headers,
        };
        return mail with { Problems = isCut ? [.. problems, $"A header field holds more than {limits.Addresses} addresses; the rest was not read."] : problems };

        List<Mailbox> Addresses(string name)
        {
            var found = new List<Mailbox>();
            foreach (var field in headers.All(name))
            {
                found.AddRange(AddressList.Parse(field.Raw, limits.Addresses - found.Count));
            }

            isCut |= found.Count >= limits.Addresses;
            return found;
        }
    }

    /// <summary>
    /// When nothing would count as the sender's own, all of the text does: it is better shown than lost. But a file that
    /// came with the mail is the letter then, and the signature below it is a signature.
    /// </summary>
    private static List<MailSection> Sections(MailContent content, string subject)
    {
        var sections = SectionFinder.Find(content.Text, subject, content.Files);
        return sections.Exists(section => section.Kind == MailSectionKind.Own) || content.Attachments.Any(attachment => !attachment.IsInline)
            ? sections
            : sections.ConvertAll(section => section with { Kind = MailSectionKind.Own });
    }

    /// <summary>"root": a mail from a program or person on the same machine has no domain.</summary>
    private static Mailbox? LocalName(string? raw)
    {
        var name = HeaderComment.Remove(raw ?? "").Trim().Trim('"', '<', '>');
        return name.Length > 0 && name.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_' or '.') ? new("", name) : null;
    }

    private static string? ReturnPath(HeaderList headers) =>
        headers["Return-Path"] is { } path ? path.Trim().TrimStart('<').TrimEnd('>').Trim() : null;

    private static string? MessageId(string? field)
    {
        // RFC 5322, 2.1.1: no line is longer than 998 characters.
        const int longest = 998;
        var start = field?.IndexOf('<', StringComparison.Ordinal) ?? -1;
        var end = start < 0 ? -1 : field!.IndexOf('>', start);
        var id = (end > start ? field![(start + 1)..end] : field)?.Trim();
        return string.IsNullOrEmpty(id) ? null : id[..Math.Min(id.Length, longest)];
    }
}

/// <param name="From">The sender, "" for the null one; null when it is not known.</param>
/// <param name="To">The recipients.</param>
internal sealed record Envelope(string? From, IReadOnlyList<string> To);
