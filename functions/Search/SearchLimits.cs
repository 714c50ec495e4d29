namespace Intake.Search;

/// <summary>What is searched, and searched for. Section <c>Search</c> of the configuration.</summary>
public sealed record SearchLimits
{
    public const string Section = "Search";

    /// <summary>Different words of one contribution that it is found by; of more, the first. Default 100,000.</summary>
    public int Words { get; init; } = 100_000;

    /// <summary>UTF-16 units of one search. Default 300.</summary>
    public int QueryCharacters { get; init; } = 300;

    /// <summary>Words in one search. Default 30.</summary>
    public int QueryWords { get; init; } = 30;

    /// <summary>Contributions looked into for one page; the next page goes on from there. Default 300.</summary>
    public int Examined { get; init; } = 300;
}
