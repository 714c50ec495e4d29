namespace Intake.Storage;

/// <summary>One thing that happened to a contribution. Entries are only ever added; read twice, they mean the same.</summary>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Contribution">The contribution's id.</param>
/// <param name="Revision">From 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Note">A sentence, where the kind alone does not say it (why it failed, say).</param>
public sealed record JournalEntry(
    DateTimeOffset At, string Contribution, int Revision, JournalKind Kind, string? Note = null);

public enum JournalKind
{
    Received,
    Revised,
    Analysed,
    Failed,

    /// <summary>Sent round again after it had failed.</summary>
    Requeued,

    Withdrawn,

    /// <summary>A person said what a passage is about, or took it back.</summary>
    Corrected,

    /// <summary>What was learned since, or a person's correction, gives it other themes or scores.</summary>
    Reclassified,
}
