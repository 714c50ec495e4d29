using Intake.KeyPhrases;

namespace Intake.Positions;

/// <summary>
/// Finds the sentences of a text that take a stand or recommend, by the words they do it with. A word of negation near such
/// a word turns it round: "should not", "do not support", "no new mechanism is needed", "there is no need for".
/// </summary>
public static class StanceFinder
{
    /// <summary>Words between a negation and what it negates: "do not fully support", "n'appuie pas".</summary>
    private const int NegationReach = 3;

    /// <summary>Words between "no" and "is needed": what is not needed is named between them.</summary>
    private const int NoReach = 9;

    /// <param name="text">A passage, or more of a text in one language.</param>
    /// <param name="language">BCP 47 tag; nothing is found in a language without words for it.</param>
    public static IReadOnlyList<Stance> Find(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        if (StanceWords.For(language) is not { } lexicon)
        {
            return [];
        }

        return [.. Sentences.Split(text, 0, text.Length).Select(span => Read(text, span, lexicon)).OfType<Stance>()];
    }

    private static Stance? Read(string text, Span span, StanceWords lexicon)
    {
        var marks = Marks(Words(text.AsSpan(span.Start, span.Length)), lexicon);
        var main = marks.Where(mark => Strength(mark.Kind) is not null)
            .OrderByDescending(mark => Strength(mark.Kind)).ThenBy(mark => mark.At).FirstOrDefault();
        if (main.Kind is null || text[span.End - 1] is '?' or '？' or '؟')
        {
            return null;
        }

        var against = main.Kind is "oppose" or "none";
        var negated = marks.Any(mark => (mark.Kind == "not" && Distance(mark, main) <= NegationReach)
            || (mark.Kind is "no" or "not" && main.Kind is "need" && mark.At < main.At && Distance(mark, main) <= NoReach));
        return new(span.Start, span.End, against == negated, Strength(main.Kind)!.Value, Addressee(marks, main));
    }

    /// <summary>Whether a sentence is understood by itself: it does not begin with "This", nor in the middle of another.</summary>
    public static bool StandsAlone(string sentence, string language)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var words = Words(sentence);
        return words.Count > 0 && !char.IsLower(sentence.FirstOrDefault(char.IsLetter))
            && StanceWords.For(language)?.At(words, 0)?.Kind != "leans";
    }

    private static int Distance(Mark one, Mark other) => one.At < other.At ? other.At - one.At - one.Length : one.At - other.At - other.Length;

    private static StanceStrength? Strength(string kind) => kind switch
    {
        "must" or "urge" => StanceStrength.Strong,
        "should" or "support" or "oppose" or "none" or "need" => StanceStrength.Plain,
        "could" => StanceStrength.Weak,
        "welcome" or "invite" => StanceStrength.Polite,
        _ => null,
    };

    /// <summary>Who is asked stands after "urge", and before "should".</summary>
    private static string? Addressee(List<Mark> marks, Mark main)
    {
        var named = marks.Where(mark => mark.Kind.StartsWith("to:", StringComparison.Ordinal)).ToList();
        var found = main.Kind is "urge" or "invite"
            ? named.FirstOrDefault(mark => mark.At > main.At)
            : main.Kind is "must" or "should" or "could" ? named.LastOrDefault(mark => mark.At < main.At) : default;
        return found.Kind?[3..];
    }

    private static List<Mark> Marks(List<string> words, StanceWords lexicon)
    {
        var marks = new List<Mark>();
        for (var at = 0; at < words.Count;)
        {
            var phrase = lexicon.At(words, at);
            if (phrase is not null)
            {
                marks.Add(new(phrase.Kind, at, phrase.Words.Length));
            }

            at += phrase?.Words.Length ?? 1;
        }

        return marks;
    }

    /// <summary>Folded; of scripts without spaces every character is one.</summary>
    internal static List<string> Words(ReadOnlySpan<char> sentence)
    {
        var tokens = new List<Token>();
        Segmenter.Read(sentence, tokens);
        var words = new List<string>(tokens.Count);
        foreach (var token in tokens)
        {
            var word = sentence.Slice(token.Start, token.Length);
            if (token.Kind is TokenKind.Word or TokenKind.Number)
            {
                words.Add(Fold.Word(word));
                continue;
            }

            foreach (var c in word)
            {
                words.Add(c.ToString());
            }
        }

        return words;
    }

    private readonly record struct Mark(string Kind, int At, int Length);
}
