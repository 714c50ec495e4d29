using Intake.KeyPhrases;

namespace Intake.TrainPhrases;

/// <summary>Gradient boosting with trees that ask one question a level. Deterministic: one thread, fixed
/// seeds.</summary>
internal sealed class Boosting(int trees, float rate = 0.08f, float shrink = 4, double sample = 0.5)
{
    private const int Bins = 64;
    private const int Depth = PhraseRanker.Depth;

    public PhraseRanker Train(IReadOnlyList<(Example Example, float Weight)> examples)
    {
        var n = examples.Sum(example => example.Example.Count);
        var (labels, weights) = (new bool[n], new float[n]);
        var at = 0;
        foreach (var (example, weight) in examples)
        {
            example.Chosen.CopyTo(labels, at);
            Array.Fill(weights, weight, at, example.Count);
            at += example.Count;
        }

        var thresholds = new float[PhraseFeatures.Count][];
        var bins = new byte[n * PhraseFeatures.Count];
        for (var f = 0; f < PhraseFeatures.Count; f++)
        {
            var values = examples.SelectMany(example => example.Example.Features[f]).ToArray();
            thresholds[f] = Thresholds(values);
            for (var i = 0; i < n; i++)
            {
                var bin = Array.BinarySearch(thresholds[f], values[i]);
                bins[i * PhraseFeatures.Count + f] = (byte)(bin < 0 ? ~bin : bin);
            }
        }

        return Grow(labels, weights, bins, thresholds);
    }

    private PhraseRanker Grow(bool[] labels, float[] weights, byte[] bins, float[][] thresholds)
    {
        const int F = PhraseFeatures.Count;
        var n = labels.Length;
        var features = new byte[trees * Depth];
        var cuts = new float[trees * Depth];
        var leaves = new float[trees * PhraseRanker.Leaves];
        var random = new Random(7);
        var positive = 0.0;
        var total = 0.0;
        for (var i = 0; i < n; i++)
        {
            positive += labels[i] ? weights[i] : 0;
            total += weights[i];
        }

        var start = (float)Math.Log(positive / (total - positive));
        var scores = new float[n];
        Array.Fill(scores, start);
        var leaf = new byte[n];
        var (gradient, hessian) = (new float[n], new float[n]);
        var rows = new int[n];
        var histogram = new float[PhraseRanker.Leaves * F * Bins * 2];
        for (var tree = 0; tree < trees; tree++)
        {
            var count = 0;
            Array.Clear(leaf);
            for (var i = 0; i < n; i++)
            {
                if (random.NextDouble() < sample)
                {
                    rows[count++] = i;
                    var p = 1 / (1 + MathF.Exp(-scores[i]));
                    gradient[i] = weights[i] * ((labels[i] ? 1 : 0) - p);
                    hessian[i] = weights[i] * Math.Max(p * (1 - p), 1e-4f);
                }
            }

            for (var level = 0; level < Depth; level++)
            {
                var groups = 1 << level;
                Array.Clear(histogram, 0, groups * F * Bins * 2);
                for (var r = 0; r < count; r++)
                {
                    var i = rows[r];
                    var (g, h) = (gradient[i], hessian[i]);
                    var row = bins.AsSpan(i * F, F);
                    var cells = histogram.AsSpan(leaf[i] * F * Bins * 2, F * Bins * 2);
                    for (var f = 0; f < row.Length; f++)
                    {
                        var cell = (f * Bins + row[f]) * 2;
                        cells[cell] += g;
                        cells[cell + 1] += h;
                    }
                }

                var (feature, bin) = Best(histogram, groups, thresholds, random);
                features[tree * Depth + level] = (byte)feature;
                cuts[tree * Depth + level] = thresholds[feature][bin];
                for (var i = 0; i < n; i++)
                {
                    leaf[i] |= (byte)(bins[i * F + feature] > bin ? groups : 0);
                }
            }

            var (sumG, sumH) = (new double[PhraseRanker.Leaves], new double[PhraseRanker.Leaves]);
            for (var r = 0; r < count; r++)
            {
                sumG[leaf[rows[r]]] += gradient[rows[r]];
                sumH[leaf[rows[r]]] += hessian[rows[r]];
            }

            for (var l = 0; l < PhraseRanker.Leaves; l++)
            {
                leaves[tree * PhraseRanker.Leaves + l] = (float)(rate * sumG[l] / (sumH[l] + shrink)) + start / trees;
            }

            for (var i = 0; i < n; i++)
            {
                scores[i] += leaves[tree * PhraseRanker.Leaves + leaf[i]] - start / trees;
            }
        }

        return new(features, cuts, leaves);
    }

    /// <summary>The question that tells most over all groups, of a random share of the features.</summary>
    private (int Feature, int Bin) Best(float[] histogram, int groups, float[][] thresholds, Random random)
    {
        const int F = PhraseFeatures.Count;
        var (best, most) = ((0, 0), double.NegativeInfinity);
        var gains = new double[Bins];
        for (var f = 0; f < F; f++)
        {
            if (thresholds[f].Length == 0 || random.NextDouble() < 0.4)
            {
                continue;
            }

            Array.Clear(gains);
            for (var group = 0; group < groups; group++)
            {
                var cells = histogram.AsSpan((group * F + f) * Bins * 2, Bins * 2);
                var (g, h) = (0.0, 0.0);
                for (var b = 0; b < Bins; b++)
                {
                    g += cells[b * 2];
                    h += cells[b * 2 + 1];
                }

                var (leftG, leftH) = (0.0, 0.0);
                for (var b = 0; b < thresholds[f].Length; b++)
                {
                    leftG += cells[b * 2];
                    leftH += cells[b * 2 + 1];
                    gains[b] += leftG * leftG / (leftH + shrink) + (g - leftG) * (g - leftG) / (h - leftH + shrink);
                }
            }

            for (var b = 0; b < thresholds[f].Length; b++)
            {
                if (gains[b] > most)
                {
                    (best, most) = ((f, b), gains[b]);
                }
            }
        }

        return best;
    }

    /// <summary>Up to <see cref="Bins"/> - 1 values that divide the rows evenly; a row is above one if its value is
    /// greater.</summary>
    private static float[] Thresholds(float[] values)
    {
        var sorted = values.Where((_, i) => i % 5 == 0 || values.Length < 20_000).Order().ToArray();
        var cuts = new SortedSet<float>();
        for (var b = 1; b < Bins; b++)
        {
            cuts.Add(sorted[Math.Min(sorted.Length - 1, sorted.Length * b / Bins)]);
        }

        cuts.Remove(sorted[^1]);
        return [.. cuts];
    }
}
