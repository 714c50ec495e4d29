using Intake.Storage;

namespace Intake.Themes;

/// <summary>What a call's themes are learned from, and how far that has come. Kept in one blob for each call.</summary>
public sealed record LearningState
{
    /// <summary>The newest journal entry read.</summary>
    public DateTimeOffset? Cursor { get; init; }

    /// <summary>Entries read that may come again.</summary>
    public IReadOnlyList<SeenEntry> Seen { get; init; } = [];

    /// <summary>Different passages, in the order of their hash.</summary>
    public IReadOnlyList<KnownPassage> Passages { get; init; } = [];

    /// <summary>What people said, by contribution, then passage.</summary>
    public IReadOnlyList<ConfirmedPassage> Confirmed { get; init; } = [];

    /// <summary>Hash of what was learned from last.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>Hash of the confirmed passages among it, and of the themes.</summary>
    public string Corrections { get; init; } = "";

    public int LearnedPassages { get; init; }

    public DateTimeOffset LearnedAt { get; init; }

    /// <summary>The last contribution that was classified again by what was learned last; null when all were.</summary>
    public string? ClassifiedTo { get; init; }
}

/// <param name="In">Ids of the contributions that say it.</param>
public sealed record KnownPassage(string Text, string Language, IReadOnlyList<string> In);

/// <param name="Themes">Ids; none is an answer.</param>
public sealed record ConfirmedPassage(
    string Contribution, int Passage, string Text, string Language, IReadOnlyList<string> Themes);
