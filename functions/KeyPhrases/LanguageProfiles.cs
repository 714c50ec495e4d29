using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Intake.KeyPhrases;

/// <summary>How often each run of characters comes in each of the languages of one script, and which language a text is
/// most likely in by that.</summary>
internal sealed class LanguageProfiles
{
    /// <summary>Neighbouring runs overlap, so their evidence counts about three times.</summary>
    private const float Overlap = 3;

    private const double MinProbability = 0.5;

    /// <summary>The share of a text's runs that the language found must have seen in training.</summary>
    private const double MinKnown = 0.15;

    /// <summary>Added to every count: what was never seen is unlikely, not impossible.</summary>
    private const float Smoothing = 0.4f;

    /// <summary>Counts are brought to this total, so that a longer training text is no advantage.</summary>
    private const float Total = 25_000;

    /// <summary>What each function word adds to the counts: the training text has few of them.</summary>
    private const int FunctionWord = 4;

    /// <summary>For languages without a word list: rarer in what arrives, and easily taken for a larger
    /// neighbour.</summary>
    private const float Rare = 7;

    private readonly string[] _languages;
    private readonly Dictionary<ulong, int> _rows = [];
    private readonly float[] _gains;
    private readonly float[] _prior;
    private readonly int _width;

    public LanguageProfiles(IReadOnlyList<string[]> profiles)
    {
        _languages = [.. profiles.Select(parts => parts[0])];
        _width = (_languages.Length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _prior = [.. _languages.Select(language => WordLists.For(language).FunctionWords.Count > 0
            ? 0 : -Rare * Overlap),
            .. Enumerable.Repeat(float.NegativeInfinity, _width - _languages.Length)];
        var counts = new List<float>();
        for (var language = 0; language < _languages.Length; language++)
        {
            Add(language, profiles[language], counts);
        }

        // What a run speaks for a language above one that never has it.
        _gains = [.. counts.Select(count => MathF.Log((count + Smoothing) / Smoothing))];
    }

    public IEnumerable<string> Languages => _languages;

    public string Detect(ReadOnlySpan<char> text)
    {
        var keys = new List<ulong>(text.Length * 3);
        LanguageGrams.Read(text, keys);
        var rows = new List<int>(keys.Count);
        Span<float> sums = stackalloc float[_width];
        _prior.CopyTo(sums);
        var lanes = MemoryMarshal.Cast<float, Vector<float>>(sums);
        foreach (var key in CollectionsMarshal.AsSpan(keys))
        {
            if (_rows.TryGetValue(key, out var row))
            {
                rows.Add(row);
                var gains = MemoryMarshal.Cast<float, Vector<float>>(_gains.AsSpan(row, _width));
                for (var i = 0; i < lanes.Length; i++)
                {
                    lanes[i] += gains[i];
                }
            }
        }

        var best = 0;
        for (var i = 1; i < _languages.Length; i++)
        {
            best = sums[i] > sums[best] ? i : best;
        }

        var odds = 0.0;
        for (var i = 0; i < _languages.Length; i++)
        {
            odds += Math.Exp((sums[i] - sums[best]) / Overlap);
        }

        var known = rows.Count(row => _gains[row + best] > 0);
        return 1 / odds >= MinProbability
            && known > MinKnown * keys.Count ? _languages[best] : LanguageDetector.Unknown;
    }

    private void Add(int language, string[] profile, List<float> counts)
    {
        var grams = profile[2].Split(' ');
        var scale = Total / int.Parse(profile[3], CultureInfo.InvariantCulture);
        for (var i = 0; i + 1 < grams.Length; i += 2)
        {
            Count(LanguageGrams.ToKey(grams[i]), language, scale * int.Parse(grams[i + 1],
                CultureInfo.InvariantCulture), counts);
        }

        var words = new List<ulong>();
        foreach (var word in WordLists.For(profile[0]).FunctionWords)
        {
            LanguageGrams.Read(word, words);
        }

        words.ForEach(key => Count(key, language, FunctionWord, counts));
    }

    private void Count(ulong key, int language, float count, List<float> counts)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, key, out var known);
        if (!known)
        {
            row = counts.Count;
            CollectionsMarshal.SetCount(counts, row + _width);
            CollectionsMarshal.AsSpan(counts)[row..].Clear();
        }

        CollectionsMarshal.AsSpan(counts)[row + language] += count;
    }
}
