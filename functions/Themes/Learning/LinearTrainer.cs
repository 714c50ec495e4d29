namespace Intake.Themes.Learning;

/// <summary>Support vector machines with squared hinge loss, one against the rest for all themes at once, by dual
/// coordinate descent (Hsieh and others, 2008). The order of the texts follows from their number, so that the same texts
/// give the same weights.</summary>
internal sealed class LinearTrainer(int themes, int features)
{
    private readonly int _stride = LaneMath.Padded(themes);

    /// <summary>How often each text is looked at.</summary>
    public int Epochs { get; set; }

    /// <summary>Weights by feature, then theme; after the last feature the constant.</summary>
    public float[] Weights { get; private set; } = [];

    /// <summary>How far on a theme's side a text is, for each theme.</summary>
    public float[] Margins(SparseText text)
    {
        var sums = new float[_stride];
        LaneMath.Sum(text.Indexes, text.Values, Weights, sums);
        LaneMath.Add(sums, Weights.AsSpan(features * _stride, _stride), 1);
        return sums[..themes];
    }

    /// <param name="isAbout">By text, then theme.</param>
    /// <param name="cost">By text, then theme: what a mistake costs; 0 where nothing is known.</param>
    /// <param name="use">Which texts to learn from.</param>
    public void Train(IReadOnlyList<SparseText> texts, bool[][] isAbout, float[][] cost, int[] use)
    {
        Weights = new float[(features + 1) * _stride];
        var dual = new float[texts.Count * _stride];
        var squares = new float[texts.Count];
        foreach (var t in use)
        {
            squares[t] = 1;
            foreach (var value in texts[t].Values)
            {
                squares[t] += value * value;
            }
        }

        var order = (int[])use.Clone();
        var random = 0x2545F491u;
        Span<float> sums = stackalloc float[_stride];
        Span<float> steps = stackalloc float[_stride];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                random = random * 1664525 + 1013904223;
                var j = (int)((ulong)random * (ulong)(i + 1) >> 32);
                (order[i], order[j]) = (order[j], order[i]);
            }

            foreach (var t in order)
            {
                var text = texts[t];
                LaneMath.Sum(text.Indexes, text.Values, Weights, sums);
                LaneMath.Add(sums, Weights.AsSpan(features * _stride, _stride), 1);
                var any = false;
                steps.Clear();
                for (var c = 0; c < themes; c++)
                {
                    if (cost[t][c] <= 0)
                    {
                        continue;
                    }

                    var sign = isAbout[t][c] ? 1f : -1f;
                    ref var alpha = ref dual[t * _stride + c];
                    var slack = 1 / (2 * cost[t][c]);
                    var gradient = sign * sums[c] - 1 + slack * alpha;
                    var next = Math.Max(0, alpha - gradient / (squares[t] + slack));
                    if (next != alpha)
                    {
                        steps[c] = (next - alpha) * sign;
                        alpha = next;
                        any = true;
                    }
                }

                if (any)
                {
                    for (var i = 0; i < text.Indexes.Length; i++)
                    {
                        LaneMath.Add(Weights.AsSpan(text.Indexes[i] * _stride, _stride), steps, text.Values[i]);
                    }

                    LaneMath.Add(Weights.AsSpan(features * _stride, _stride), steps, 1);
                }
            }
        }
    }
}
