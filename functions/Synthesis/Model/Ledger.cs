using Intake.Receive;

namespace Intake.Synthesis;

/// <summary>Every contribution ever received, once, in the order of arrival.</summary>
/// <param name="Contributions">How many.</param>
/// <param name="Rows">All of them, or none when there are more than a digest holds: then they are on pages of their own.</param>
/// <param name="Pages">Rows of each page, in order; a page is read by its number, from 1.</param>
public sealed record Ledger(int Contributions, IReadOnlyList<LedgerRow> Rows, IReadOnlyList<int> Pages);

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

    /// <summary>Why it is not counted; null when it is.</summary>
    public RemovalReason? Removed { get; init; }

    /// <summary>Of a campaign or duplicate that is counted once: the id of the contribution that is counted.</summary>
    public string? CountedAs { get; init; }

    /// <summary>Ids of themes, then questions as <c>Q4</c>, in which it is counted.</summary>
    public required IReadOnlyList<string> UsedIn { get; init; }

    /// <summary>Ids of the messages it stands for or against.</summary>
    public required IReadOnlyList<string> Messages { get; init; }

    /// <summary>How often this digest quotes it.</summary>
    public required int Quotes { get; init; }

    /// <summary>Why it is not used, or not quoted.</summary>
    public string? Why { get; init; }

    /// <summary>Documents of it that could not be read, or not wholly.</summary>
    public IReadOnlyList<string>? Problems { get; init; }
}
