using Intake.Receive.Mail.Sections;

namespace Intake.Receive.Mail;

/// <summary>What a mail is to Intake.</summary>
public enum MailKind
{
    /// <summary>A person wrote it.</summary>
    Contribution,

    /// <summary>A robot, a list or a mail program sent it (RFC 3834): never answered.</summary>
    Automatic,

    /// <summary>A mail could not be delivered (RFC 3464): no contribution, never answered.</summary>
    Bounce,

    /// <summary>Not a mail, or nothing of it could be read.</summary>
    Unreadable,
}

/// <summary>One received message, as read. Every string is one well-formed line, but for the texts.</summary>
public sealed record InboundMail
{
    public required MailKind Kind { get; init; }

    /// <summary>Without the angle brackets; null when there is none.</summary>
    public string? MessageId { get; init; }

    /// <summary>Empty when there is none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The first address of the first From field. It proves nothing.</summary>
    public Mailbox? From { get; init; }

    public Mailbox? ReplyTo { get; init; }

    public IReadOnlyList<Mailbox> To { get; init; } = [];

    public IReadOnlyList<Mailbox> Cc { get; init; } = [];

    /// <summary>Addresses it was delivered to: Delivered-To, X-Original-To, Envelope-To and the envelope itself.</summary>
    public IReadOnlyList<string> DeliveredTo { get; init; } = [];

    public DateTimeOffset? Date { get; init; }

    /// <summary>The envelope's sender, empty for the null return path; null when it is not known.</summary>
    public string? ReturnPath { get; init; }

    /// <summary>The message's text, quoted history and signature included; lines end with <c>\n</c>.</summary>
    public string Text { get; init; } = "";

    /// <summary>What each stretch of the text is: the sender's own words, or quoted, or a signature…</summary>
    public IReadOnlyList<MailSection> Sections { get; init; } = [];

    /// <summary>
    /// The sender's own words, or the letter forwarded, without quote marks in front of it. Empty only when there is no
    /// text, or a file is the letter.
    /// </summary>
    public string OwnText { get; init; } = "";

    public bool TextWasHtml { get; init; }

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>What could not be read, or only with doubt, in sentences for people.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The message's own header fields.</summary>
    public HeaderList Headers { get; init; } = HeaderList.Empty;

    /// <summary>Every address in which the tag of a call may stand, each once.</summary>
    public IEnumerable<string> Recipients =>
        To.Concat(Cc).Select(mailbox => mailbox.Address).Concat(DeliveredTo).Distinct(StringComparer.OrdinalIgnoreCase);
}

/// <summary>A file that came with a mail.</summary>
/// <param name="Name">Safe to show and to save under.</param>
/// <param name="ContentType">As declared: type and subtype in lower case.</param>
/// <param name="Content">The bytes, decoded.</param>
/// <param name="IsInline">It is no document of its own: the logo in a signature, the text's own file, a digital signature.</param>
public sealed record MailAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Content, bool IsInline);
