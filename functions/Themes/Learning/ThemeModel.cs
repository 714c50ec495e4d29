using System.Collections.Concurrent;
using Intake.KeyPhrases;

namespace Intake.Themes.Learning;

/// <summary>What was learned of the themes of a call: tells of any text how surely it is about each. Thread
/// safe.</summary>
internal sealed class ThemeModel
{
    /// <summary>Scorers kept for reuse; each remembers the words it met.</summary>
    private const int MaxIdle = 8;

    private readonly Dictionary<uint, int> _index;
    private readonly float[] _features;
    private readonly float[] _weights;
    private readonly ConcurrentBag<ThemeScorer> _idle = [];

    public ThemeModel(int themes, FeatureSpace space, float[] weights, double slope, double offset)
    {
        Themes = themes;
        (_index, _features, _weights) = (space.All.ToDictionary(), [.. Enumerable.Range(0, space.Count).Select(space.Weight)], weights);
        (Slope, Offset) = (slope, offset);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)(Half)weights[i];
        }
    }

    public int Themes { get; }

    public double Slope { get; }

    public double Offset { get; }

    internal int Stride => LaneMath.Padded(Themes);

    /// <summary>The feature's row; -1 for one that was never met.</summary>
    internal int IndexOf(uint feature) => _index.TryGetValue(feature, out var index) ? index : -1;

    internal float FeatureWeight(int index) => _features[index];

    internal ReadOnlySpan<float> Row(int index) => _weights.AsSpan(index * Stride, Stride);

    internal ReadOnlySpan<float> Constant => _weights.AsSpan(_features.Length * Stride, Stride);

    /// <summary>How surely the text is about each theme, from 0 to 1.</summary>
    /// <param name="explain">The words that speak for a theme are named from this score on.</param>
    public TextScores Score(string text, string language, double explain)
    {
        if (!_idle.TryTake(out var scorer))
        {
            scorer = new(this);
        }

        var scores = scorer.Score(text, WordLists.For(language), explain);
        if (_idle.Count < MaxIdle)
        {
            _idle.Add(scorer);
        }

        return scores;
    }
}

/// <param name="Scores">By theme, 0 to 1.</param>
/// <param name="Why">The words that made it so; null when none was to be explained.</param>
internal sealed record TextScores(double[] Scores, ThemeEvidence? Why);
