namespace Intake.Themes;

/// <summary>When a call's themes are learned, and from how much.</summary>
public sealed record LearningOptions
{
    /// <summary>Different passages of one call that are learned from; of more, an even choice.</summary>
    public int MaxPassages { get; init; } = 5_000;

    /// <summary>UTF-16 units; a shorter passage is no text about anything.</summary>
    public int MinCharacters { get; init; } = 40;

    /// <summary>UTF-16 units of a passage that are learned from.</summary>
    public int MaxCharacters { get; init; } = 4_000;

    /// <summary>Passages, as a multiple of those learned from last, with which it is worth learning again at once.</summary>
    public double Growth { get; init; } = 1.25;

    /// <summary>How long after the last time fewer new passages are learned from too. Corrections never wait.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How far before the newest entry the journal is read again: clocks of workers differ.</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Contributions classified again in one run; the next run goes on.</summary>
    public int PerRun { get; init; } = 500;
}
