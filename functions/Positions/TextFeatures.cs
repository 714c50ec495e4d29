using Intake.KeyPhrases;

namespace Intake.Positions;

/// <summary>What a statement is compared by: its words without endings, and where they are known what they mean, as the sum of
/// word vectors. What stands for a concept counts as the English word for it, in every language that has concepts.</summary>
internal sealed class TextFeatures
{
    /// <summary>Letters of a word that count, in a language whose endings are not known.</summary>
    private const int Prefix = 6;

    /// <summary>How much a function word counts beside others; the vectors know that already, but not in a short text.</summary>
    private const float FunctionWord = 0.6f;

    /// <summary>Characters that a word has in a script without spaces.</summary>
    private const int Unspaced = 2;

    private readonly WordLists _lists;
    private readonly WordVectors _vectors = WordVectors.Of();
    private readonly StanceWords? _without;
    private readonly ConceptWords? _concepts;
    private readonly bool _isEnglish;
    private readonly float[] _meaning;

    private TextFeatures(string language, StanceWords? without)
    {
        _lists = WordLists.For(language);
        _without = without;
        _concepts = ConceptWords.For(language);
        _isEnglish = language == "en";
        _meaning = new float[_vectors.Dimensions];
    }

    /// <summary>How often the text has each.</summary>
    public Dictionary<string, int> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>Null in a language without vectors and concepts.</summary>
    public float[]? Meaning => _concepts is null ? null : _meaning;

    /// <summary>Content words whose meaning is known, and others.</summary>
    public int Known { get; private set; }

    public int Unknown { get; private set; }

    /// <param name="text">A sentence or a few.</param>
    /// <param name="language">Its primary language subtag.</param>
    /// <param name="without">Words that are left out; null for none.</param>
    public static TextFeatures Of(string text, string language, StanceWords? without = null)
    {
        var features = new TextFeatures(language, without);
        var tokens = new List<Token>();
        Segmenter.Read(text, tokens);
        var words = tokens.ConvertAll(token => token.Kind is TokenKind.Word or TokenKind.Number ? Fold.Word(text.AsSpan(token.Start, token.Length)) : "");
        var forms = features._concepts is { } concepts ? words.ConvertAll(concepts.Forms) : [];
        for (var at = 0; at < tokens.Count;)
        {
            if (words[at].Length == 0)
            {
                features.AddUnspaced(text.AsSpan(tokens[at].Start, tokens[at].Length));
                at++;
            }
            else
            {
                var found = features._concepts?.At(forms, at);
                at += features.Add(words[at], found?.Phrase) ? found?.Words ?? 1 : 1;
            }
        }

        return features;
    }

    /// <returns>Whether the words of the phrase are done.</returns>
    private bool Add(string word, ConceptPhrase? phrase)
    {
        if (!_isEnglish && phrase is not null)
        {
            Add(phrase.Concept);
            AddLastPart(word, phrase);
            return true;
        }

        if (_without?.Has(word) == true || AddLastPart(word, null))
        {
            return false;
        }

        var isFunctionWord = IsFunctionWord(word);
        var isKnown = _isEnglish && _vectors.Add(word, isFunctionWord ? FunctionWord : 1, _meaning);
        if (!isFunctionWord)
        {
            var stem = _lists.Any ? _lists.Stemmer.Root(word.ToCharArray()) : word.AsSpan();
            Count(_lists.Any ? stem : stem[..Math.Min(Prefix, stem.Length)]);
            Known += isKnown ? 1 : 0;
            Unknown += isKnown || char.IsAsciiDigit(word[0]) ? 0 : 1;
        }

        if (_isEnglish && phrase is not null)
        {
            AddStems(phrase.Concept);
        }

        return false;
    }

    /// <returns>Whether the word is a compound of which another part than the given one has a concept.</returns>
    private bool AddLastPart(string word, ConceptPhrase? first)
    {
        var last = _concepts?.LastPart(word, first);
        if (last is not null)
        {
            Add(last.Concept);
        }

        return last is not null;
    }

    private void Add(Concept concept)
    {
        foreach (var word in concept.Words)
        {
            _vectors.Add(word, concept.IsFunctionWord ? FunctionWord : 1, _meaning);
        }

        Known += concept.IsFunctionWord ? 0 : 1;
        AddStems(concept);
    }

    private void AddStems(Concept concept)
    {
        foreach (var stem in concept.Stems)
        {
            Words.TryAdd(stem, 1);
        }
    }

    /// <summary>Of a run without spaces what stands for concepts, and pairs of the characters between; where there are concepts
    /// also without the characters that are function words.</summary>
    private void AddUnspaced(ReadOnlySpan<char> run)
    {
        var pairsFrom = 0;
        for (var at = 0; at < run.Length;)
        {
            var phrase = _concepts?.Begins(run[at..]);
            if (phrase is not null)
            {
                Add(phrase.Concept);
            }

            var length = phrase?.Stem.Length ?? (_concepts is not null && IsFunctionWord(run.Slice(at, 1)) ? 1 : 0);
            if (length > 0)
            {
                AddPairs(run[pairsFrom..at]);
                pairsFrom = at + length;
            }

            at += Math.Max(1, length);
        }

        AddPairs(run[pairsFrom..]);
    }

    private void AddPairs(ReadOnlySpan<char> run)
    {
        for (var i = 0; i < run.Length - 1 || (i == 0 && run.Length == 1 && _concepts is null); i++)
        {
            Count(run.Slice(i, Math.Min(Unspaced, run.Length)));
        }

        Unknown += run.Length / (2 * Unspaced);
    }

    private bool IsFunctionWord(ReadOnlySpan<char> word) => (_lists.Traits(word) & (WordTraits.Stop | WordTraits.Weak)) == WordTraits.Stop;

    private void Count(ReadOnlySpan<char> word)
    {
        var key = new string(word);
        Words[key] = Words.GetValueOrDefault(key) + 1;
    }
}
