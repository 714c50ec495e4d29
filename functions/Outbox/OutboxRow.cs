using Intake.Storage;

namespace Intake.Outbox;

/// <summary>One mail to one address: what it is about, never its text, which is written when it is sent.</summary>
public sealed class OutboxRow : Row
{
    public string Id { get; set; } = "";

    /// <summary>A <see cref="LetterKind"/>, by name.</summary>
    public string Kind { get; set; } = "";

    public string To { get; set; } = "";

    public string? Call { get; set; }

    /// <summary>The contribution a receipt is for.</summary>
    public string? Contribution { get; set; }

    public int Revision { get; set; }

    /// <summary>The digest's number.</summary>
    public int Number { get; set; }

    /// <summary>Why a mail could not be taken in, in a sentence, in English.</summary>
    public string? Reason { get; set; }

    /// <summary>The same as the type of the problem, without its prefix: <c>closed</c>.</summary>
    public string? ReasonType { get; set; }

    /// <summary>BCP 47 tag of what is answered, where the contribution does not tell.</summary>
    public string? Language { get; set; }

    /// <summary>The Message-ID of the mail this answers.</summary>
    public string? InReplyTo { get; set; }

    public DateTimeOffset Created { get; set; }

    /// <summary>When a mail server took it.</summary>
    public DateTimeOffset? Sent { get; set; }

    /// <summary>The row with whose mail it was sent, when that is another; see <see cref="AnswerTurns"/>.</summary>
    public string? SentWith { get; set; }

    /// <summary>Why it will not be sent.</summary>
    public string? Problem { get; set; }
}

public enum LetterKind
{
    /// <summary>To a contributor: what was received, and the receipt.</summary>
    Receipt,

    /// <summary>To somebody whose mail names no call: which calls are open.</summary>
    Unplaced,

    /// <summary>To somebody whose mail came too early, too late or empty: why it was not taken.</summary>
    Refused,

    /// <summary>To a recipient of the call: a digest.</summary>
    Digest,
}
