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

    private readonly uint[] _hashes;

    /// <param name="themes">How many.</param>
    /// <param name="features">Of all features, ascending.</param>
    /// <param name="weights">How much each feature counts in a text.</param>
    /// <param name="rows">By feature, then theme: what it says for the theme; after the last the constants.</param>
    /// <param name="calibration">See <see cref="Calibration"/>.</param>
    /// <param name="trust">How much was learned from, 0 to 1.</param>
    public ThemeModel(int themes, uint[] features, float[] weights, float[] rows,
        (double Slope, double Offset) calibration, double trust)
    {
        (Themes, _hashes, _features, _weights, Trust) = (themes, features, weights, rows, trust);
        (Slope, Offset) = calibration;
        _index = new(features.Length);
        for (var i = 0; i < features.Length; i++)
        {
            _index[features[i]] = i;
        }
    }

    /// <summary>Of what was learned. Numbers are rounded as they are stored, so that a model that was stored gives the
    /// same scores.</summary>
    public static ThemeModel Of(int themes, FeatureSpace space, float[] rows, double slope, double offset, double trust)
    {
        var stride = LaneMath.Padded(themes);
        var features = space.All.Select(feature => feature.Key).Order().ToArray();
        var weights = new float[features.Length];
        var sorted = new float[rows.Length];
        for (var i = 0; i <= features.Length; i++)
        {
            var index = i < features.Length ? space.IndexOf(features[i]) : features.Length;
            if (i < features.Length)
            {
                weights[i] = space.Weight(index);
            }

            for (var lane = 0; lane < stride; lane++)
            {
                sorted[i * stride + lane] = (float)(Half)rows[index * stride + lane];
            }
        }

        return new(themes, features, weights, sorted, (slope, offset), trust);
    }

    public int Themes { get; }

    public double Slope { get; }

    public double Offset { get; }

    /// <summary>How much was learned from, from 0 to 1: with little, the words of the descriptions count more.</summary>
    public double Trust { get; }

    internal ReadOnlySpan<uint> Features => _hashes;

    internal ReadOnlySpan<float> Rows => _weights;

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
