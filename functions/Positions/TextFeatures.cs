using Intake.KeyPhrases;

namespace Intake.Positions;

/// <summary>What a statement is compared by: its words without endings, and where there are word vectors their sum.</summary>
internal sealed class TextFeatures
{
    /// <summary>Letters of a word that count, in a language whose endings are not known.</summary>
    private const int Prefix = 6;

    /// <summary>How much a function word counts beside others; the vectors know that already, but not in a short text.</summary>
    private const float FunctionWord = 0.6f;

    private TextFeatures(Dictionary<string, int> words, float[]? meaning)
    {
        Words = words;
        Meaning = meaning;
    }

    /// <summary>How often the text has each.</summary>
    public Dictionary<string, int> Words { get; }

    /// <summary>Null in a language without vectors.</summary>
    public float[]? Meaning { get; }

    /// <param name="text">A sentence or a few.</param>
    /// <param name="language">Its primary language subtag.</param>
    /// <param name="without">Words that are left out; null for none.</param>
    public static TextFeatures Of(string text, string language, StanceWords? without = null)
    {
        var tokens = new List<Token>();
        Segmenter.Read(text, tokens);
        var lists = WordLists.For(language);
        var vectors = language == "en" ? WordVectors.Of() : null;
        var meaning = vectors is null ? null : new float[vectors.Dimensions];
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        Span<char> folded = stackalloc char[Fold.MaxLength];
        foreach (var token in tokens)
        {
            var raw = text.AsSpan(token.Start, token.Length);
            if (token.Kind is not (TokenKind.Word or TokenKind.Number))
            {
                for (var i = 0; i < Math.Max(1, raw.Length - 1); i++)
                {
                    Count(words, raw.Slice(i, Math.Min(2, raw.Length)));
                }

                continue;
            }

            var word = folded[..Fold.Word(raw, folded)];
            if (without?.Has(word) == true)
            {
                continue;
            }

            var isFunctionWord = (lists.Traits(word) & (WordTraits.Stop | WordTraits.Weak)) == WordTraits.Stop;
            vectors?.Add(word, isFunctionWord ? FunctionWord : 1, meaning);
            if (!isFunctionWord)
            {
                var stem = lists.Any ? lists.Stemmer.Root(word) : word;
                Count(words, lists.Any ? stem : stem[..Math.Min(Prefix, stem.Length)]);
            }
        }

        return new(words, meaning);
    }

    private static void Count(Dictionary<string, int> words, ReadOnlySpan<char> word)
    {
        var key = new string(word);
        words[key] = words.GetValueOrDefault(key) + 1;
    }
}
