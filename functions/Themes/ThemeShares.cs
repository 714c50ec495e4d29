using Intake.Extract;
using Intake.KeyPhrases;

namespace Intake.Themes;

/// <summary>Adds the themes of passages up to those of a contribution: a theme's score is the share of the text that is
/// about it, each passage weighed by its length and its score.</summary>
internal sealed class ThemeShares
{
    private readonly Dictionary<string, Share> _themes = [];
    private double _length;

    public void Add(PassageText passage, PassageThemes found)
    {
        // A heading says what the text is about, but is none of it.
        var length = passage.Passage.Kind == PassageKind.Heading ? 0 : passage.Text.Length;
        _length += length;
        foreach (var (theme, score, why) in found.Themes)
        {
            if (!_themes.TryGetValue(theme, out var share))
            {
                _themes[theme] = share = new();
            }

            share.Sum += score * length;
            foreach (var word in why)
            {
                share.Why[word] = share.Why.GetValueOrDefault(word) + score;
            }
        }
    }

    /// <summary>Strongest first.</summary>
    public IReadOnlyList<ThemeScore> Themes(double minShare, int maxWhy) => [.. _themes
        .Select(theme => new ThemeScore(
            theme.Key,
            _length == 0 ? 0 : Math.Round(theme.Value.Sum / _length, 3),
            [.. theme.Value.Why.OrderByDescending(word => word.Value)
                .ThenBy(word => word.Key, StringComparer.Ordinal).Take(maxWhy).Select(word => word.Key)]))
        .Where(theme => theme.Score >= minShare)
        .OrderByDescending(theme => theme.Score).ThenBy(theme => theme.Theme, StringComparer.Ordinal)];

    private sealed class Share
    {
        public double Sum { get; set; }

        public Dictionary<string, double> Why { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
