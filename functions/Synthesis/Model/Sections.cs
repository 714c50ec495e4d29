namespace Intake.Synthesis;

/// <summary>What contributions say about one theme.</summary>
public sealed record ThemeSection
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Contributions on it, a campaign counted once.</summary>
    public required int Contributions { get; init; }

    /// <summary>Contributions the digest rests on.</summary>
    public required int Of { get; init; }

    public required IReadOnlyList<GroupCount> Groups { get; init; }

    /// <summary>Counted here, but neither quoted nor shown in phrases, as their contributors asked.</summary>
    public required int Withheld { get; init; }

    public required IReadOnlyList<ThemePhrase> Phrases { get; init; }

    /// <summary>Convergence, divergence, options, then every single view; in each the broadest first.</summary>
    public required IReadOnlyList<Message> Messages { get; init; }

    /// <summary>Of contributions that no message quotes, by stakeholder group in the order of <see cref="Groups"/>.</summary>
    public required IReadOnlyList<Quote> Quotes { get; init; }
}

/// <summary>What contributions say that is on no theme and answers no question.</summary>
public sealed record OutsideSection
{
    public required int Contributions { get; init; }

    public required int Of { get; init; }

    public required IReadOnlyList<GroupCount> Groups { get; init; }

    public required int Withheld { get; init; }

    public required IReadOnlyList<ThemePhrase> Phrases { get; init; }

    public required IReadOnlyList<Message> Messages { get; init; }

    public required IReadOnlyList<Quote> Quotes { get; init; }
}

/// <summary>How far a question of the call is answered.</summary>
public sealed record QuestionSection
{
    public required int Number { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<string> Themes { get; init; }

    public required QuestionStatus Status { get; init; }

    /// <summary>In the last digest; null in the first, or when the question is new.</summary>
    public QuestionStatus? Before { get; init; }

    public required int Contributions { get; init; }

    public required int Of { get; init; }

    public required IReadOnlyList<GroupCount> Groups { get; init; }

    public required int Withheld { get; init; }

    /// <summary>Passages that answer.</summary>
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

/// <summary>What lies across the agenda or outside it.</summary>
/// <param name="CrossCutting">Tags of the themes, with the contributions on any theme that bears them.</param>
/// <param name="Phrases">Phrases in none of the agenda's words that several contributors share, most shared first.</param>
public sealed record Emerging(IReadOnlyList<CrossCuttingTag> CrossCutting, IReadOnlyList<EmergingPhrase> Phrases);

/// <param name="Tag">As the call writes it.</param>
/// <param name="Themes">Ids of the themes that bear it.</param>
/// <param name="Contributions">On any of them.</param>
public sealed record CrossCuttingTag(string Tag, IReadOnlyList<string> Themes, int Contributions);

/// <param name="Text">As most contributions write it.</param>
/// <param name="Language">BCP 47 tag, or <c>und</c>.</param>
/// <param name="Contributions">That use it.</param>
/// <param name="Before">That used it in the last digest; null when it was not there or this is the first.</param>
/// <param name="Groups">By stakeholder group.</param>
public sealed record EmergingPhrase(string Text, string Language, int Contributions, int? Before, IReadOnlyList<GroupCount> Groups);

/// <summary>Something asked of the process: a later deadline, a translation, a meeting to take part in.</summary>
/// <param name="Id">The same from digest to digest.</param>
/// <param name="Contributions">That ask for it.</param>
/// <param name="Groups">By stakeholder group.</param>
/// <param name="Since">When it was first received, UTC.</param>
/// <param name="Digests">Digests that printed it, this one included.</param>
/// <param name="Quotes">Up to three.</param>
public sealed record ProcessRequest(
    string Id, int Contributions, IReadOnlyList<GroupCount> Groups, DateTimeOffset Since, int Digests, IReadOnlyList<Quote> Quotes);
