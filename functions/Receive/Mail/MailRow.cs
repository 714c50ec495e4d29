using Intake.Storage;

namespace Intake.Receive.Mail;

/// <summary>One mail that came in, and what became of it. Its content is a blob.</summary>
public sealed class MailRow : Row
{
    public string Id { get; set; } = "";

    public string Container { get; set; } = "";

    public string Blob { get; set; } = "";

    /// <summary><c>message/rfc822</c>, or the content type of SendGrid's form.</summary>
    public string ContentType { get; set; } = "";

    /// <summary>The sender that the mail server was given, empty for the null one; null when it is not known.</summary>
    public string? EnvelopeFrom { get; set; }

    /// <summary>The recipient that the mail server was given.</summary>
    public string? EnvelopeTo { get; set; }

    public DateTimeOffset Received { get; set; }

    /// <summary>A <see cref="MailOutcome"/>, by name; null while it waits.</summary>
    public string? Outcome { get; set; }

    public string? Reason { get; set; }

    /// <summary>The call it belongs to; set by a person when the mail itself does not say.</summary>
    public string? Call { get; set; }

    public string? Contribution { get; set; }

    /// <summary>For the person who looks at what could not be placed. Never in a log.</summary>
    public string? From { get; set; }

    public string? Subject { get; set; }

    /// <summary>Where the sender wants answers; null for the same address.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>What our own mail server found about the sender, as <c>spf=pass dmarc=fail</c>; null when it said nothing.</summary>
    public string? Authentication { get; set; }

    /// <summary>Why the sender may be somebody else: <see cref="Trust.SenderDoubt"/>s by name, divided by blanks.</summary>
    public string? Doubts { get; set; }
}

public enum MailOutcome
{
    /// <summary>Became a contribution, or is one that was there.</summary>
    Contribution,

    /// <summary>An out-of-office note, a list's robot, a read receipt: never answered.</summary>
    Automatic,

    /// <summary>Our own mail came back: never answered.</summary>
    Bounce,

    /// <summary>Names no call: kept for a person.</summary>
    Unplaced,

    /// <summary>Its call is not open, or there was nothing in it: kept, and the sender told why.</summary>
    Refused,

    /// <summary>Not mail, or not to be read, or handling it failed: kept for a person.</summary>
    Unreadable,
}
