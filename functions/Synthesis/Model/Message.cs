namespace Intake.Synthesis;

/// <summary>
/// A line of the digest about a theme: what one or several contributors stand for, in their own words, and who is for and
/// against it. Nothing in it is paraphrased.
/// </summary>
public sealed record Message
{
    /// <summary>The theme's id and eight hexadecimal digits; the same from digest to digest while the position lasts.</summary>
    public required string Id { get; init; }

    public required MessageKind Kind { get; init; }

    /// <summary>Contributions for it, a campaign counted once.</summary>
    public required int Supporting { get; init; }

    /// <summary>Contributions against it; one that says both counts as for it.</summary>
    public required int Opposing { get; init; }

    /// <summary>Contributions on the theme.</summary>
    public required int Of { get; init; }

    public required Breadth Breadth { get; init; }

    public required IReadOnlyList<GroupCount> Supporters { get; init; }

    public required IReadOnlyList<GroupCount> Opponents { get; init; }

    /// <summary>Who is asked to act, most named first: <c>governments</c>, <c>working-group</c> and so on.</summary>
    public required IReadOnlyList<string> Addressees { get; init; }

    /// <summary>Most central first, of each side at least one; a single view has one. One or two more when the text is withheld or cannot
    /// stand as a quote of somebody.</summary>
    public required IReadOnlyList<Quote> Quotes { get; init; }

    /// <summary>Ids of the contributions for it, ascending.</summary>
    public required IReadOnlyList<string> SupportedBy { get; init; }

    /// <summary>Ids of the contributions against it, ascending.</summary>
    public required IReadOnlyList<string> OpposedBy { get; init; }

    /// <summary>Letters of campaigns that say it, beyond the one counted of each.</summary>
    public required int CampaignLetters { get; init; }

    public required MessageChange Change { get; init; }

    /// <summary>Contributions on both sides in the last digest; null when it was not there.</summary>
    public int? Before { get; init; }
}

public enum MessageKind
{
    /// <summary>Contributors of several stakeholder groups say it and nobody opposes.</summary>
    Convergence,

    /// <summary>Some are for it and some against.</summary>
    Divergence,

    /// <summary>Several contributors of one stakeholder group recommend it, and nobody opposes.</summary>
    Option,

    /// <summary>One contributor says it.</summary>
    SingleView,
}

/// <summary>How many of the contributions on a theme stand for a message, in a word.</summary>
public enum Breadth
{
    One,

    /// <summary>Up to a third.</summary>
    Few,

    /// <summary>More than a third, up to a half.</summary>
    Some,

    /// <summary>More than half.</summary>
    Most,
    All,
}

public enum MessageChange
{
    New,
    Grown,
    Shrunk,
    Same,
}
