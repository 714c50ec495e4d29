using System.Globalization;

namespace Intake.Storage;

/// <summary>What a person said a passage is about: one row for each passage of a revision.</summary>
public sealed class CorrectionRow : Row
{
    /// <summary>The passage's number.</summary>
    public int Passage { get; set; }

    /// <summary>Ids of themes, separated by blanks; none is an answer.</summary>
    public string Themes { get; set; } = "";

    /// <summary>Numbers of questions, separated by blanks.</summary>
    public string Questions { get; set; } = "";

    /// <summary>Who said so, in their own words; null when they did not say.</summary>
    public string? By { get; set; }

    public DateTimeOffset At { get; set; }

    internal IReadOnlyList<string> ThemeIds => Themes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal IReadOnlyList<int> QuestionNumbers =>
        [.. Questions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
}
