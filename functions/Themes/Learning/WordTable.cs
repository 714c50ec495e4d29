using Intake.KeyPhrases;

namespace Intake.Themes.Learning;

/// <summary>The different words met so far, as they are written, each read once: its root and its runs of characters.
/// Not thread safe.</summary>
internal sealed class WordTable
{
    /// <summary>Words kept; a longer table is begun anew, so that memory is bounded whatever is read.</summary>
    public const int MaxWords = 1 << 18;

    /// <summary>Characters of a root that tell: what follows is mostly ending.</summary>
    private const int MaxRoot = 7;

    private const int MinGram = 3;
    private const int MaxGram = 5;

    private readonly Dictionary<ulong, int> _words = [];
    private readonly List<uint> _roots = [];
    private readonly List<int> _ends = [0];
    private readonly List<uint> _grams = [];

    public int Count => _roots.Count;

    /// <summary>The word's number; what is no evidence of anything has root 0.</summary>
    public int Find(ReadOnlySpan<char> surface, Token token, WordLists lists)
    {
        var key = FeatureHash.Of(surface, FeatureHash.Of(lists.Language, FeatureHash.Word));
        if (!_words.TryGetValue(key, out var word))
        {
            _words[key] = word = Count;
            Add(surface, token, lists);
        }

        return word;
    }

    /// <summary>The feature of the word's root; 0 for a word that tells nothing.</summary>
    public uint Root(int word) => _roots[word];

    /// <summary>The features of the runs of characters in the word.</summary>
    public ReadOnlySpan<uint> Grams(int word) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_grams)[_ends[word].._ends[word + 1]];

    private void Add(ReadOnlySpan<char> surface, Token token, WordLists lists)
    {
        Span<char> buffer = stackalloc char[Fold.MaxLength + 2];
        buffer[0] = ' ';
        var folded = buffer.Slice(1, Fold.Word(surface, buffer[1..^1]));
        var traits = lists.Traits(folded) | WordShapes.Traits(folded, surface, lists);
        if (token.Kind == TokenKind.Number || folded.Length == 0
            || (traits & WordTraits.Stop) != 0 && (traits & WordTraits.Weak) == 0)
        {
            _roots.Add(0);
            _ends.Add(_grams.Count);
            return;
        }

        if (!token.Has(TokenFlags.Unspaced))
        {
            buffer[folded.Length + 1] = ' ';
            AddGrams(buffer[..(folded.Length + 2)]);
        }

        _ends.Add(_grams.Count);
        var root = lists.Stemmer.Root(folded);
        _roots.Add(FeatureHash.Feature(FeatureHash.Of(root[..Math.Min(root.Length, MaxRoot)], FeatureHash.Word)));
    }

    private void AddGrams(ReadOnlySpan<char> bounded)
    {
        for (var length = MinGram; length <= MaxGram; length++)
        {
            for (var i = 0; i + length <= bounded.Length; i++)
            {
                _grams.Add(FeatureHash.Feature(FeatureHash.Of(bounded.Slice(i, length), FeatureHash.Gram)));
            }
        }
    }
}
