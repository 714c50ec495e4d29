using System.Runtime.InteropServices;

namespace Intake.KeyPhrases;

/// <summary>The words of some text by number: variants of one word have one number. A word already met costs one
/// look-up and no memory.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _stems = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byStem;
    private readonly Dictionary<WordLists, Surfaces> _surfaces = [];
    private readonly bool _roots;

    /// <param name="roots">Whether derived words are the same word too.</param>
    public Vocabulary(bool roots = false)
    {
        _roots = roots;
        _byStem = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => _stems.Count;

    public Surfaces In(WordLists lists) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_surfaces, lists, out _) ??= new(this, lists);

    private int Stem(Span<char> folded, Stemmer stemmer, out Span<char> stem)
    {
        stem = _roots ? stemmer.Root(folded) : stemmer.Inflection(folded);
        if (_byStem.TryGetValue(stem, out var number))
        {
            return number;
        }

        _byStem[stem] = _stems.Count;
        return _stems.Count - 1;
    }

    /// <summary>The words as they stand in texts of one language.</summary>
    internal sealed class Surfaces(Vocabulary vocabulary, WordLists lists)
    {
        private readonly Dictionary<string, Entry> _entries = [];

        public Entry Of(ReadOnlySpan<char> surface)
        {
            var lookup = _entries.GetAlternateLookup<ReadOnlySpan<char>>();
            if (!lookup.TryGetValue(surface, out var entry))
            {
                lookup[surface] = entry = Make(surface);
            }

            return entry;
        }

        private Entry Make(ReadOnlySpan<char> surface)
        {
            Span<char> buffer = stackalloc char[Fold.MaxLength];
            var folded = buffer[..Fold.Word(surface, buffer)];
            var traits = lists.Traits(folded) | WordShapes.Traits(folded, surface, lists);
            var word = vocabulary.Stem(folded, lists.Stemmer, out var stem);
            return new(word, traits | (lists.Traits(stem) & WordTraits.Generic));
        }
    }

    internal readonly record struct Entry(int Word, WordTraits Traits);
}
