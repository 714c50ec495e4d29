namespace Intake.Themes.Learning;

/// <summary>Finds out what texts about each theme look like, beginning with nothing but the themes' descriptions: the
/// texts most surely about a theme give it more words, with which others are found, round by round.</summary>
internal sealed class SelfTraining(int themes, int features)
{
    private const int Rounds = 12;
    private const double Sharpness = 1.5;
    private const double FirstShare = 0.25;
    private const double ShareStep = 0.08;
    private const int MinSure = 10;
    private const float LessMean = 0.5f;
    private const double OfStart = 0.3;

    /// <summary>What likeness in meaning counts beside shared words, in a text of so many features of words or fewer; in
    /// longer ones it falls with the square.</summary>
    private const double OfMeaning = 6;
    private const double Sentence = 20;
    private const float LabelWeight = 10;

    /// <summary>Standard deviations above the usual likeness from which on a text is rather about a theme than about
    /// none.</summary>
    private const double NoneAt = 1.3;

    private readonly int _stride = LaneMath.Padded(themes);

    /// <param name="start">By text, then theme: how alike text and description are.</param>
    /// <param name="meanings">The same by what words mean; null for a text in a language where that is not known.</param>
    /// <param name="labels">By text: the themes a person gave; null for not known.</param>
    /// <returns>By text, then theme, then none at all: how surely it is about it; sums to 1.</returns>
    public double[][] Run(
        IReadOnlyList<SparseText> texts, double[][] start, double[]?[] meanings, IReadOnlyList<IReadOnlyList<int>?> labels)
    {
        var z = Standardise(start);
        AddMeanings(z, texts, meanings);
        var score = z.Select(row => (double[])row.Clone()).ToArray();
        var mean = new float[features];
        foreach (var text in texts)
        {
            for (var i = 0; i < text.Words; i++)
            {
                mean[text.Indexes[i]] += text.Values[i] / texts.Count;
            }
        }

        var sure = Sure(score, labels);
        for (var round = 0; round < Rounds; round++)
        {
            var centroids = Centroids(texts, sure, labels, mean, Math.Min(1, FirstShare + ShareStep * round));
            var next = new double[texts.Count][];
            var sums = new float[_stride];
            for (var t = 0; t < texts.Count; t++)
            {
                var text = texts[t];
                LaneMath.Sum(text.Indexes.AsSpan(0, text.Words), text.Values, centroids, sums);
                next[t] = new double[themes];
                for (var c = 0; c < themes; c++)
                {
                    next[t][c] = sums[c];
                }
            }

            score = Standardise(next);
            for (var t = 0; t < texts.Count; t++)
            {
                for (var c = 0; c < themes; c++)
                {
                    score[t][c] += OfStart * z[t][c];
                }
            }

            sure = Sure(score, labels);
        }

        return sure;
    }

    /// <summary>Adds how alike text and description are by what their words mean: the fewer words a text has, the fewer it can
    /// share.</summary>
    private void AddMeanings(double[][] z, IReadOnlyList<SparseText> texts, double[]?[] meanings)
    {
        var known = Enumerable.Range(0, z.Length).Where(t => meanings[t] is not null).ToArray();
        if (known.Length < MinSure)
        {
            return;
        }

        foreach (var (t, row) in known.Zip(Standardise([.. known.Select(t => meanings[t]!)])))
        {
            var share = Math.Min(1, Sentence / Math.Max(1.0, texts[t].Words));
            for (var c = 0; c < themes; c++)
            {
                z[t][c] += OfMeaning * share * share * row[c];
            }
        }
    }

    private float[] Centroids(IReadOnlyList<SparseText> texts, double[][] sure, IReadOnlyList<IReadOnlyList<int>?> labels, float[] mean, double share)
    {
        var rows = new float[features * _stride];
        var best = new int[texts.Count];
        for (var t = 0; t < texts.Count; t++)
        {
            best[t] = Array.IndexOf(sure[t], sure[t].Max());
        }

        for (var c = 0; c < themes; c++)
        {
            var own = Enumerable.Range(0, texts.Count).Where(t => best[t] == c && labels[t] is null)
                .OrderByDescending(t => sure[t][c]).ThenBy(t => t).ToList();
            own = own[..Math.Min(own.Count, Math.Max(MinSure, (int)(own.Count * share)))];
            var given = Enumerable.Range(0, texts.Count).Where(t => labels[t]?.Contains(c) ?? false);
            var total = 0f;
            foreach (var t in own.Concat(given))
            {
                var weight = labels[t] is null ? 1 : LabelWeight;
                total += weight;
                for (var i = 0; i < texts[t].Words; i++)
                {
                    rows[texts[t].Indexes[i] * _stride + c] += texts[t].Values[i] * weight;
                }
            }

            var norm = 0.0;
            for (var f = 0; f < features; f++)
            {
                ref var value = ref rows[f * _stride + c];
                value = (total > 0 ? value / total : 0) - LessMean * mean[f];
                norm += value * value;
            }

            var scale = norm > 0 ? (float)(1 / Math.Sqrt(norm)) : 0;
            for (var f = 0; f < features; f++)
            {
                rows[f * _stride + c] *= scale;
            }
        }

        return rows;
    }

    private double[][] Standardise(double[][] scores)
    {
        var result = scores.Select(_ => new double[themes]).ToArray();
        for (var c = 0; c < themes; c++)
        {
            var (sum, squares) = (0.0, 0.0);
            foreach (var row in scores)
            {
                sum += row[c];
                squares += row[c] * row[c];
            }

            var mean = sum / scores.Length;
            var deviation = Math.Sqrt(Math.Max(1e-12, squares / scores.Length - mean * mean));
            for (var t = 0; t < scores.Length; t++)
            {
                result[t][c] = (scores[t][c] - mean) / deviation;
            }
        }

        return result;
    }

    private double[][] Sure(double[][] scores, IReadOnlyList<IReadOnlyList<int>?> labels) => [.. scores.Select((row, t) =>
        labels[t] is { } about ? Certain(about, themes) : Softmax([.. row, NoneAt], Sharpness))];

    /// <summary>What is sure of a text when a person said what it is about.</summary>
    public static double[] Certain(IReadOnlyList<int> about, int themes) =>
        [.. Enumerable.Range(0, themes + 1).Select(theme =>
            theme == themes ? (about.Count == 0 ? 1.0 : 0) : about.Contains(theme) ? 1.0 : 0)];

    public static double[] Softmax(double[] scores, double sharpness)
    {
        var max = scores.Max();
        var powers = scores.Select(value => Math.Exp(sharpness * (value - max))).ToArray();
        var sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }
}
