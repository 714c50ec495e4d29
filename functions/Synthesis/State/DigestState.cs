using Intake.Storage;

namespace Intake.Synthesis;

/// <summary>
/// All that the next digest needs to know of the past, kept with each digest. It stays small however many contributions
/// there are: numbers are kept as a <see cref="Tally"/>, the ledger in chunks of its own, of which only those that change are
/// read and written, and texts only of the contributions that are read closely.
/// </summary>
public sealed record DigestState
{
    /// <summary>Raised when contributions would be read into the state differently: an older state is then not used.</summary>
    public const int CurrentRules = 3;

    public int Rules { get; init; } = CurrentRules;

    /// <summary>Fingerprint of the themes, questions and texts of the call by which contributions were read.</summary>
    public required string Agenda { get; init; }

    /// <summary>Time of the newest entry folded, and never later than the compile; null when none was.</summary>
    public DateTimeOffset? Cursor { get; init; }

    /// <summary>Entries at or after the cursor less the overlap, which will be read again; oldest first.</summary>
    public IReadOnlyList<SeenEntry> Seen { get; init; } = [];

    /// <summary>Of all contributions; see <see cref="Tally"/> for the names.</summary>
    public IReadOnlyDictionary<string, long> Tally { get; init; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Every contribution, without its content, in order of id.</summary>
    public IReadOnlyList<LedgerChunk> Chunks { get; init; } = [];

    /// <summary>Contributions that are read closely, with their content, by id.</summary>
    public IReadOnlyList<ContributionState> Closely { get; init; } = [];

    public LastDigest? Last { get; init; }
}

/// <summary>A part of the ledger that is stored by itself, under a name made from its content.</summary>
/// <param name="First">The lowest id in it.</param>
/// <param name="Count">Contributions in it.</param>
/// <param name="Name">Under which it is stored.</param>
public sealed record LedgerChunk(string First, int Count, string Name);

/// <summary>What the last digest reported, for "what changed since".</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When it was compiled.</param>
/// <param name="Interim">Whether the call was still open.</param>
/// <param name="Printed">Fingerprint of the call and the follow-up as printed.</param>
/// <param name="Messages">In the order of the digest.</param>
/// <param name="Questions">How far each was answered.</param>
/// <param name="Phrases">Emerging phrases, with the contributions that used them.</param>
/// <param name="Requests">Requests about the process, with the digests that printed them.</param>
public sealed record LastDigest(
    int Number,
    DateTimeOffset At,
    bool Interim,
    string Printed,
    IReadOnlyList<ReportedMessage> Messages,
    IReadOnlyDictionary<int, QuestionStatus> Questions,
    IReadOnlyDictionary<string, int> Phrases,
    IReadOnlyDictionary<string, int> Requests);

public sealed record ReportedMessage(string Id, string Theme, int Contributions);

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
