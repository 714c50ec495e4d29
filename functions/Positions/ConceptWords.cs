using System.Collections.Frozen;
using Intake.KeyPhrases;

namespace Intake.Positions;

/// <summary>The words of one language for the concepts of <c>concepts.txt</c>; a few look-ups in a table for each word.</summary>
internal sealed class ConceptWords
{
    private static readonly string[] Columns = ["en", "fr", "es", "pt", "ru", "ar", "zh", "de"];
    private static readonly Lazy<FrozenDictionary<string, ConceptWords>> All = new(Load);

    /// <summary>Letters of a compound: of a first part that is not known, of a last part after it and after a known one, and of
    /// an ending or a linking s between them.</summary>
    private const int LeastFirst = 3;
    private const int LeastAlone = 6;
    private const int LeastLast = 4;
    private const int LongestLink = 3;

    private readonly FrozenDictionary<string, ConceptPhrase[]>.AlternateLookup<ReadOnlySpan<char>> _whole;
    private readonly FrozenDictionary<string, ConceptPhrase[]>.AlternateLookup<ReadOnlySpan<char>> _beginnings;
    private readonly int _longest;
    private readonly string _language;

    private ConceptWords(string language, IEnumerable<ConceptPhrase> phrases)
    {
        var all = phrases.ToList();
        _language = language;
        _longest = all.Max(phrase => phrase.Stem.Length);
        _whole = Table(all.Where(phrase => !phrase.IsPrefix));
        _beginnings = Table(all.Where(phrase => phrase.IsPrefix));
    }

    /// <param name="language">Primary language subtag.</param>
    /// <returns>Null for a language that has none.</returns>
    public static ConceptWords? For(string language) => All.Value.GetValueOrDefault(language);

    /// <summary>The forms in which a folded word is looked for; the first is the word itself.</summary>
    public string[] Forms(string word) => _language switch
    {
        "ar" => ArabicForms.Of(word),
        "en" => [new string(WordLists.For("en").Stemmer.Root(word.ToCharArray()))],
        _ => [word],
    };

    /// <summary>What begins at a word of a sentence: of several phrases the one of most words, then of most letters.</summary>
    /// <param name="sentence">Each word in its forms.</param>
    /// <param name="at">Where it begins.</param>
    public (ConceptPhrase Phrase, int Words)? At(IReadOnlyList<string[]> sentence, int at)
    {
        foreach (var form in sentence[at])
        {
            (ConceptPhrase Phrase, int Words)? best = null;
            for (var length = Math.Min(form.Length, _longest); length > 1; length--)
            {
                var part = form.AsSpan(0, length);
                if (length == form.Length && _whole.TryGetValue(part, out var phrases))
                {
                    best = Longer(best, phrases, sentence, at);
                }

                if (_beginnings.TryGetValue(part, out phrases))
                {
                    best = Longer(best, phrases, sentence, at);
                }
            }

            if (best is not null)
            {
                return best;
            }
        }

        return null;
    }

    /// <summary>The last part of a German compound: what follows its first part, or, of one whose first part is not known, a long one.</summary>
    public ConceptPhrase? LastPart(string word, ConceptPhrase? first)
    {
        if (_language != "de" || first is { Words: > 1 })
        {
            return null;
        }

        var (from, least) = first is null ? (LeastFirst, LeastAlone) : (first.Stem.Length, LeastLast);
        var to = Math.Min(word.Length - least, first is null ? word.Length : from + LongestLink);
        for (var at = from; at <= to; at++)
        {
            for (var length = word.Length - at; length >= least; length--)
            {
                var part = word.AsSpan(at, length);
                if (_beginnings.TryGetValue(part, out var phrases) || (at + length == word.Length && _whole.TryGetValue(part, out phrases)))
                {
                    return Array.Find(phrases, phrase => phrase.Words == 1);
                }
            }
        }

        return null;
    }

    /// <summary>The longest that a text without spaces begins with.</summary>
    public ConceptPhrase? Begins(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(text.Length, _longest); length > 0; length--)
        {
            if (_whole.TryGetValue(text[..length], out var phrases))
            {
                return phrases[0];
            }
        }

        return null;
    }

    private static (ConceptPhrase Phrase, int Words)? Longer(
        (ConceptPhrase Phrase, int Words)? best, ConceptPhrase[] phrases, IReadOnlyList<string[]> sentence, int at)
    {
        foreach (var phrase in phrases)
        {
            if ((best is null || phrase.Words > best.Value.Phrase.Words) && phrase.LengthIn(sentence, at) is > 0 and var words)
            {
                best = (phrase, words);
            }
        }

        return best;
    }

    private static FrozenDictionary<string, ConceptPhrase[]>.AlternateLookup<ReadOnlySpan<char>> Table(IEnumerable<ConceptPhrase> phrases) => phrases
        .GroupBy(phrase => phrase.Stem, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words).ToArray(), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, ConceptWords> Load()
    {
        var phrases = new List<(string Language, ConceptPhrase Phrase)>();
        foreach (var line in PhraseLines.Lines("concepts.txt"))
        {
            var concept = new Concept(line[0].Split(' ')[0]);
            for (var column = 0; column < Columns.Length; column++)
            {
                line[column] = line[column] == "=" ? line[column - 1] : line[column];
                phrases.AddRange(line[column].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(phrase => (Columns[column], new ConceptPhrase(column == 0 ? Rooted(phrase) : phrase, concept))));
            }
        }

        return phrases.GroupBy(one => one.Language).ToFrozenDictionary(
            language => language.Key, language => new ConceptWords(language.Key, language.Select(one => one.Phrase)));
    }

    private static string Rooted(string phrase) =>
        string.Join('_', phrase.Split('_', '-').Select(word => new string(WordLists.For("en").Stemmer.Root(word.ToCharArray()))));
}
