using Intake.Storage;

namespace Intake.Synthesis;

/// <summary>All that the next digest needs to know of the past, kept with each digest.</summary>
public sealed record DigestState
{
    /// <summary>Raised when contributions would be read into the state differently: an older state is then not used.</summary>
    public const int CurrentRules = 1;

    public int Rules { get; init; } = CurrentRules;

    /// <summary>Fingerprint of the themes, questions and texts of the call by which contributions were read.</summary>
    public required string Agenda { get; init; }

    /// <summary>Time of the newest entry folded, and never later than the compile; null when none was.</summary>
    public DateTimeOffset? Cursor { get; init; }

    /// <summary>Entries at or after the cursor less the overlap, which will be read again; oldest first.</summary>
    public IReadOnlyList<SeenEntry> Seen { get; init; } = [];

    /// <summary>By id, ordinal.</summary>
    public IReadOnlyList<ContributionState> Contributions { get; init; } = [];

    public LastDigest? Last { get; init; }

    /// <summary>Knows no contribution any more, but still what the last digest said of them.</summary>
    public DigestState Restarted(string agenda) => new() { Agenda = agenda, Last = Last };
}

/// <summary>What tells one journal entry from another.</summary>
public sealed record SeenEntry(DateTimeOffset At, string Contribution, int Revision, JournalKind Kind);

/// <summary>What the last digest reported, for "what changed since".</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When it was compiled.</param>
/// <param name="Interim">Whether the call was still open.</param>
/// <param name="Call">Fingerprint of the call as printed.</param>
/// <param name="Reported">Every contribution in its ledger, by id.</param>
public sealed record LastDigest(
    int Number, DateTimeOffset At, bool Interim, string Call, IReadOnlyList<ReportedContribution> Reported);

public sealed record ReportedContribution(string Contribution, int Revision, Outcome Outcome);

/// <summary>What became of a contribution, as far as digests tell.</summary>
public enum Outcome
{
    /// <summary>Still being processed: received, extracted or phrased.</summary>
    Pending,

    /// <summary>Analysed, so the digest rests on it.</summary>
    Included,
    Failed,
    Withdrawn,
}
