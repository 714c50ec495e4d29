using Intake.Calls;
using Intake.Positions;
using Intake.Receive;
using Intake.Storage;

namespace Intake.Synthesis;

/// <summary>
/// What digests need of one contribution. What is not public is not here: no address, no names that were not given to be
/// shown, and of a withheld text neither passages nor phrases. A contribution that is pending, failed or withdrawn has
/// no content here, so that nothing of an earlier revision lingers.
/// </summary>
public sealed record ContributionState
{
    public required string Id { get; init; }

    public required int Revision { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Reason { get; init; }

    /// <summary>Null when only the journal knows of it.</summary>
    public Channel? Channel { get; init; }

    public required DateTimeOffset Received { get; init; }

    public bool Late { get; init; }

    /// <summary>As others may see it.</summary>
    public required Contributor Contributor { get; init; }

    /// <summary>BCP 47 tag, or <c>und</c>.</summary>
    public string Language { get; init; } = "und";

    public int Words { get; init; }

    /// <summary>Themes of the call, in agenda order.</summary>
    public IReadOnlyList<TopicScore> Themes { get; init; } = [];

    /// <summary>Numbers of questions of the call, ascending.</summary>
    public IReadOnlyList<int> Questions { get; init; } = [];

    public IReadOnlyList<PhraseState> Phrases { get; init; } = [];

    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>Sentences that take a stand, in the order of the text.</summary>
    public IReadOnlyList<StatementState> Statements { get; init; } = [];

    /// <summary>Of its text, in Base64, to find letters of a campaign; null when there is none.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Passages that are the contributor's own words.</summary>
    public int Passages { get; init; }

    /// <summary>Of these, whose themes a person confirmed.</summary>
    public int Confirmed { get; init; }

    public string? PhraseEngine { get; init; }

    public string? ThemeEngine { get; init; }

    /// <summary>Documents of it that could not be read, or not wholly, with the reason.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Time of the first journal entry about it.</summary>
    public DateTimeOffset First { get; init; }

    /// <summary>The last journal entry about it, by revision, then time.</summary>
    public required EntryMark Latest { get; init; }

    /// <summary>Nothing could be read in it.</summary>
    internal bool IsEmpty => IsIncluded && Words == 0 && Passages == 0;

    /// <summary>Whether an organisation speaks, or a person for themselves.</summary>
    internal string Entity => Contributor switch
    {
        { StakeholderGroup: StakeholderGroup.Individual } => "individual",
        { Organisation: not null } or { OnBehalfOf: not null } => "organisation",
        { StakeholderGroup: null or StakeholderGroup.Other } => GroupKey.NotStated,
        _ => "organisation",
    };

    /// <summary>What the ledger and the counts need.</summary>
    internal ContributionState WithoutContent() => this with { Candidates = [], Phrases = [], Statements = [], Fingerprint = null };

    internal bool IsIncluded => Outcome == Outcome.Included;

    /// <summary>About nothing the call asks for.</summary>
    internal bool IsOutside => IsIncluded && Themes.Count == 0 && Questions.Count == 0;
}

/// <summary>How much something is about a theme (its id), a question (<c>Q4</c>) or nothing on the agenda (<c>""</c>).</summary>
public sealed record TopicScore(string Topic, double Score);

/// <summary>A key phrase of one contribution with the topics of the passages it stands in.</summary>
/// <param name="Key">What it has in common with the same phrase of others: <see cref="KeyPhrases.PhraseKey"/>.</param>
/// <param name="Text">As it stands in the contribution.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Language">BCP 47 tag, or <c>und</c>.</param>
/// <param name="Topics">Themes and questions, ordinal.</param>
public sealed record PhraseState(string Key, string Text, double Score, string Language, IReadOnlyList<string> Topics);

/// <summary>A piece of text that may be quoted.</summary>
/// <param name="Document">The document's number.</param>
/// <param name="Passage">The passage it is, or is taken from.</param>
/// <param name="Start">First UTF-16 unit in the document's text.</param>
/// <param name="End">One past the last UTF-16 unit.</param>
/// <param name="Text">The text between, verbatim.</param>
/// <param name="Language">BCP 47 tag, or <c>und</c>.</param>
/// <param name="Excerpt">Not the whole passage.</param>
/// <param name="Topics">What it may be quoted for.</param>
public sealed record Candidate(
    int Document,
    int Passage,
    int Start,
    int End,
    string Text,
    string Language,
    bool Excerpt,
    IReadOnlyList<TopicScore> Topics);

/// <summary>A sentence that takes a stand or recommends.</summary>
/// <param name="Said">Where it stands and what it is compared by; its topics are left out.</param>
/// <param name="Text">Verbatim.</param>
/// <param name="Theme">The theme it is most about; empty for none.</param>
/// <param name="CanBeQuoted">Nothing in it keeps it from being printed.</param>
/// <param name="Excerpt">The passage says more.</param>
public sealed record StatementState(StatedPosition Said, string Text, string Theme, bool CanBeQuoted, bool Excerpt);

/// <summary>A journal entry as far as it matters for the contribution's standing.</summary>
public sealed record EntryMark(int Revision, DateTimeOffset At, JournalKind Kind, string? Note)
{
    public static EntryMark Of(JournalEntry entry) =>
        new(entry.Revision, entry.At.ToUniversalTime(), entry.Kind, entry.Note);

    /// <summary>A withdrawal is the last word, whatever the clock of who wrote it down.</summary>
    public bool IsAfter(EntryMark other) => Order.CompareTo(other.Order) switch
    {
        0 => string.CompareOrdinal(Note, other.Note) > 0,
        var order => order > 0,
    };

    private (bool IsWithdrawn, int Revision, long At, int Kind) Order =>
        (Kind == JournalKind.Withdrawn, Revision, At.UtcTicks, (int)Kind);
}
