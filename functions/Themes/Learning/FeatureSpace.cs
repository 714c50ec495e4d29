namespace Intake.Themes.Learning;

/// <summary>The features that a call's texts have in common, and how rare each is among them.</summary>
internal sealed class FeatureSpace
{
    /// <summary>What pairs of words, and all runs of characters of a word together, weigh beside the word.</summary>
    private const float OfPair = 0.7f;
    private const float OfGram = 0.25f;

    /// <summary>Texts a run of characters has to be in.</summary>
    private const int MinTexts = 2;

    private readonly Dictionary<uint, int> _index = [];
    private readonly List<float> _weights = [];

    /// <summary>For texts that were counted with <paramref name="table"/>; those of <paramref name="always"/> keep all
    /// their features.</summary>
    public FeatureSpace(WordTable table, IReadOnlyList<CountedText> texts, IReadOnlyList<CountedText> always)
    {
        var found = new Dictionary<uint, (int Texts, int Last, int Kind)>();
        var n = 0;
        foreach (var text in texts)
        {
            n++;
            See(table, text, n, 1, found);
        }

        foreach (var text in always)
        {
            n++;
            See(table, text, n, MinTexts, found);
        }

        foreach (var (feature, (count, _, kind)) in found)
        {
            if (count >= MinTexts)
            {
                _index[feature] = _weights.Count;
                _weights.Add((MathF.Log((1f + n) / (1 + count)) + 1) * (kind == 0 ? 1 : kind == 1 ? OfPair : OfGram));
            }
        }
    }

    public int Count => _weights.Count;

    public int IndexOf(uint feature) => _index.TryGetValue(feature, out var index) ? index : -1;

    public IEnumerable<KeyValuePair<uint, int>> All => _index;

    public float Weight(int index) => _weights[index];

    private static void See(WordTable table, CountedText text, int n, int by, Dictionary<uint, (int Texts, int Last, int Kind)> found)
    {
        foreach (var (word, _) in text.Words)
        {
            Add(table.Root(word), 0);
            foreach (var gram in table.Grams(word))
            {
                Add(gram, 2);
            }
        }

        foreach (var (pair, _) in text.Pairs)
        {
            Add(pair, 1);
        }

        void Add(uint feature, int kind)
        {
            ref var entry = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(found, feature, out var known);
            if (!known)
            {
                entry.Kind = kind;
            }

            if (entry.Last != n)
            {
                entry.Texts += by;
                entry.Last = n;
            }
        }
    }

    /// <summary>A text as a vector of length about 1: the words and pairs first, then the runs of characters.</summary>
    public SparseText Vector(WordTable table, CountedText text)
    {
        var values = new SortedDictionary<int, float>();
        var grams = new Dictionary<int, float>();
        var norm = 0.0;
        foreach (var (word, times) in text.Words)
        {
            var weight = CountedText.Weight(times);
            var length = 0f;
            if (IndexOf(table.Root(word)) is >= 0 and var root)
            {
                values[root] = values.GetValueOrDefault(root) + weight * Weight(root);
                length += Weight(root) * Weight(root);
            }

            foreach (var gram in table.Grams(word))
            {
                if (IndexOf(gram) is >= 0 and var index)
                {
                    grams[index] = grams.GetValueOrDefault(index) + weight * Weight(index);
                    length += Weight(index) * Weight(index);
                }
            }

            norm += weight * weight * length;
        }

        foreach (var (pair, times) in text.Pairs)
        {
            if (IndexOf(pair) is >= 0 and var index)
            {
                var value = CountedText.Weight(times) * Weight(index);
                values[index] = values.GetValueOrDefault(index) + value;
                norm += value * value;
            }
        }

        var scale = norm > 0 ? (float)(1 / Math.Sqrt(norm)) : 0;
        return new(
            [.. values.Keys.Concat(grams.Keys)],
            [.. values.Values.Concat(grams.Values).Select(value => value * scale)],
            values.Count);
    }
}

/// <param name="Indexes">Features.</param>
/// <param name="Values">One for each.</param>
/// <param name="Words">How many of them are words and pairs: they come first.</param>
internal sealed record SparseText(int[] Indexes, float[] Values, int Words);
