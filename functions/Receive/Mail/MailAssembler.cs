namespace Intake.Receive.Mail;

/// <summary>Puts a mail together from its header and body, whichever way they came.</summary>
internal static class MailAssembler
{
    private static readonly string[] DeliveryFields = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"];

    /// <param name="headers">The message's header.</param>
    /// <param name="text">Clean text; lines end with <c>\n</c>.</param>
    /// <param name="wasHtml">The text was HTML.</param>
    /// <param name="attachments">The files.</param>
    /// <param name="problems">What went wrong.</param>
    /// <param name="envelope">Sender and recipients of the envelope, when a web hook gives them.</param>
    /// <param name="limits">How much is read.</param>
    public static InboundMail Assemble(
        HeaderList headers, string text, bool wasHtml, IReadOnlyList<MailAttachment> attachments, IReadOnlyList<string> problems, Envelope? envelope, MailLimits limits)
    {
        var from = headers.All("From").SelectMany(field => AddressList.Parse(field.Raw, limits.Addresses)).FirstOrDefault();
        var returnPath = envelope?.From ?? ReturnPath(headers);
        var isNothing = headers.Count == 0 || (from is null && text.Length == 0 && attachments.Count == 0);
        return new()
        {
            Kind = isNothing ? MailKind.Unreadable : AutomaticMail.Kind(headers, from, returnPath) ?? MailKind.Contribution,
            MessageId = MessageId(headers["Message-ID"]),
            Subject = headers["Subject"] ?? "",
            From = from,
            ReplyTo = Addresses("Reply-To").FirstOrDefault(),
            To = Addresses("To"),
            Cc = Addresses("Cc"),
            DeliveredTo = [.. DeliveryFields.SelectMany(Addresses).Select(mailbox => mailbox.Address).Concat(envelope?.To ?? []).Distinct(StringComparer.OrdinalIgnoreCase)],
            Date = MailDate.Parse(headers["Date"]),
            ReturnPath = returnPath,
            Text = text,
            OwnText = QuotedReply.OwnText(text),
            TextWasHtml = wasHtml,
            Attachments = attachments,
            Problems = problems,
            Headers = headers,
        };

        List<Mailbox> Addresses(string name)
        {
            var found = new List<Mailbox>();
            foreach (var field in headers.All(name))
            {
                found.AddRange(AddressList.Parse(field.Raw, limits.Addresses - found.Count));
            }

            return found;
        }
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
