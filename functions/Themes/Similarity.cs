using Intake.Themes.Learning;

namespace Intake.Themes;

/// <summary>How alike a passage and each theme are: by the words they share, and by what was learned. The more was learned,
/// the more it counts.</summary>
internal sealed class Similarity(ThemeEvidence words, TextScores? learned, double trust)
{
    /// <summary>The best that it can do: less than any reference.</summary>
    private const double Max = 0.89;

    /// <summary>What the heading counts for the passages under it.</summary>
    private const double FromHeading = 0.5;

    /// <summary>The sum of weights that gives a score of 0.63.</summary>
    private const double Scale = 3.5;

    /// <summary>What shared words still count when much was learned that says otherwise: keywords were chosen to
    /// tell.</summary>
    private const double WordsAlone = 0.6;

    public double Score(int theme, Similarity? above)
    {
        var alike = OfWords(theme, above);
        return learned is null ? alike
            : Math.Min(Max, Math.Max(WordsAlone * alike, trust * Learned(theme, above) + (1 - trust) * alike));
    }

    /// <summary>The words that made it so, best first.</summary>
    public IEnumerable<string> Why(int theme, Similarity? above)
    {
        var own = Reasons(theme).ToList();
        return own.Count > 0 || above is null ? own : above.Reasons(theme);
    }

    private double OfWords(int theme, Similarity? above) =>
        Math.Min(Max, 1 - Math.Exp(-(words[theme] + (above is null ? 0 : FromHeading * above.Of(theme))) / Scale));

    private double Of(int theme) => words[theme];

    private double Learned(int theme) => learned!.Scores[theme];

    private double Learned(int theme, Similarity? above)
    {
        var own = Learned(theme);
        return above is null ? own : own + (1 - own) * own * FromHeading * above.Learned(theme);
    }

    private IEnumerable<string> Reasons(int theme) =>
        learned?.Why is { } why && trust * learned.Scores[theme] > (1 - trust) * OfWords(theme, null)
            ? why.Why(theme).Concat(words.Why(theme)).Distinct(StringComparer.OrdinalIgnoreCase)
            : words.Why(theme);
}
