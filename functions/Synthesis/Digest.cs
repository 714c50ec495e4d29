using Intake.Calls;
using Intake.Receive;

namespace Intake.Synthesis;

/// <summary>The synthesis of one call at one time. Serialised as it is, this is the JSON format.</summary>
public sealed record Digest
{
    public required DigestCall Call { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>When it was compiled, UTC.</summary>
    public required DateTimeOffset Generated { get; init; }

    /// <summary>The time of the schedule it stands for; none when compiled on demand.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>From the last digest, or the call's opening, to now.</summary>
    public required Period Period { get; init; }

    /// <summary>The call was still open, or contributions were still being processed.</summary>
    public required bool Interim { get; init; }

    public required Participation Participation { get; init; }

    public required Changes Changes { get; init; }

    public required IReadOnlyList<QuestionSection> Questions { get; init; }

    /// <summary>In agenda order.</summary>
    public required IReadOnlyList<ThemeSection> Themes { get; init; }

    /// <summary>Contributions about none of the themes and questions; null when there are none.</summary>
    public OutsideSection? Outside { get; init; }

    public required Method Method { get; init; }

    /// <summary>Every contribution ever received, once, in the order of arrival.</summary>
    public required IReadOnlyList<LedgerRow> Ledger { get; init; }
}

/// <summary>The call as the cover shows it.</summary>
public sealed record DigestCall(
    string Id,
    string Title,
    Stage Stage,
    DateTimeOffset Opens,
    DateTimeOffset Closes,
    string TimeZone,
    IReadOnlyList<string> Languages);

public sealed record Period(DateTimeOffset From, DateTimeOffset To);

/// <summary>A group's share: the group's key (<c>civil-society</c>, <c>not-stated</c>) and how many contributions.</summary>
public sealed record GroupCount(string Group, int Contributions);

/// <summary>A key phrase of a theme.</summary>
/// <param name="Text">As most contributions write it.</param>
/// <param name="Contributions">How many use it, whatever its case and spacing.</param>
/// <param name="Score">Mean of their scores, 0 to 1.</param>
/// <param name="Language">BCP 47 tag, or <c>und</c>.</param>
public sealed record ThemePhrase(string Text, int Contributions, double Score, string Language);

/// <summary>Words of a contribution, verbatim: <c>Text</c> is the document's text from <c>Start</c> to <c>End</c>.</summary>
public sealed record Quote
{
    public required string Contribution { get; init; }

    public required int Revision { get; init; }

    /// <summary>The document's number within the revision, from 1.</summary>
    public required int Document { get; init; }

    /// <summary>First UTF-16 unit in the document's text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last UTF-16 unit.</summary>
    public required int End { get; init; }

    public required string Text { get; init; }

    /// <summary>The passage's number within the revision.</summary>
    public required int Passage { get; init; }

    /// <summary>The passage says more than is quoted.</summary>
    public required bool Excerpt { get; init; }

    /// <summary>BCP 47 tag, or <c>und</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Key of the stakeholder group.</summary>
    public required string Group { get; init; }

    /// <summary>The contributor as they asked to be named.</summary>
    public required string Contributor { get; init; }
}

/// <summary>What contributions say about one theme.</summary>
public sealed record ThemeSection
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required int Contributions { get; init; }

    /// <summary>Contributions the digest rests on.</summary>
    public required int Of { get; init; }

    public required IReadOnlyList<GroupCount> Groups { get; init; }

    /// <summary>Counted here, but neither quoted nor shown in phrases, as their contributors asked.</summary>
    public required int Withheld { get; init; }

    public required IReadOnlyList<ThemePhrase> Phrases { get; init; }

    /// <summary>By stakeholder group, in the order of <see cref="Groups"/>.</summary>
    public required IReadOnlyList<Quote> Quotes { get; init; }
}

/// <summary>What contributions say that is on no theme and answers no question.</summary>
public sealed record OutsideSection(
    int Contributions,
    int Of,
    IReadOnlyList<GroupCount> Groups,
    int Withheld,
    IReadOnlyList<ThemePhrase> Phrases,
    IReadOnlyList<Quote> Quotes);

/// <summary>How far a question of the call is answered.</summary>
public sealed record QuestionSection
{
    public required int Number { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<string> Themes { get; init; }

    public required QuestionStatus Status { get; init; }

    public required int Contributions { get; init; }

    public required int Of { get; init; }

    public required IReadOnlyList<GroupCount> Groups { get; init; }

    public required int Withheld { get; init; }

    public required IReadOnlyList<Quote> Quotes { get; init; }
}

/// <summary>Decided by who refers to the question; whether the answer is a good one, readers decide.</summary>
public enum QuestionStatus
{
    /// <summary>Contributions of at least two stakeholder groups refer to it.</summary>
    Answered,

    /// <summary>Contributions refer to it, but of one stakeholder group only, or of no stated group.</summary>
    Partly,

    /// <summary>No contribution refers to it.</summary>
    Unanswered,
}

/// <summary>What the ledger says of one contribution.</summary>
public sealed record LedgerRow
{
    public required string Contribution { get; init; }

    public required int Revision { get; init; }

    /// <summary>As they asked to be named: a name, <c>a contributor from civil society</c>, or <c>withheld</c>.</summary>
    public required string Contributor { get; init; }

    public required string Group { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    public required string Language { get; init; }

    public Channel? Channel { get; init; }

    public required DateTimeOffset Received { get; init; }

    public bool Late { get; init; }

    public required Status Status { get; init; }

    /// <summary>Ids of themes, then questions as <c>Q4</c>, in which it is counted.</summary>
    public required IReadOnlyList<string> UsedIn { get; init; }

    /// <summary>How often this digest quotes it.</summary>
    public required int Quotes { get; init; }

    /// <summary>Why it is not used, or not quoted.</summary>
    public string? Why { get; init; }

    /// <summary>Documents of it that could not be read, or not wholly.</summary>
    public IReadOnlyList<string>? Problems { get; init; }
}
