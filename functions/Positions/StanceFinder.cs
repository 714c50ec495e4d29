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

    /// <summary>Words before the verb of a sentence that begins with it: "The African Group strongly opposes".</summary>
    private const int Beginning = 4;

    /// <summary>Words between "urge" and who is urged, and between who is named and "should".</summary>
    private const int AskedReach = 4;
    private const int NamedReach = 8;

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
        var marks = StanceMark.In(Words(text.AsSpan(span.Start, span.Length)), lexicon);
        if (Leading(marks) is not { } main || text[span.End - 1] is '?' or '？' or '؟')
        {
            return null;
        }

        var against = main.Kind is "oppose" or "none" || (main.Kind == "need" && marks.Exists(mark => IsNotNeeded(mark, main)));
        var turned = marks.Exists(mark => IsNegation(mark, main)) ^ marks.Exists(mark => IsRejection(mark, main));
        var mixed = marks.Exists(mark => mark != main && mark.Kind is "no" or "not" or "oppose" or "none" or "doubt" or "but"
            && !(main.Kind == "need" && IsNotNeeded(mark, main)) && !IsNegation(mark, main) && !IsRejection(mark, main));
        return new(span.Start, span.End, against == turned, Strength(main.Kind)!.Value, Addressee(marks, main), mixed);
    }

    /// <summary>What the sentence begins with, "We oppose ...", else the strongest.</summary>
    private static StanceMark? Leading(List<StanceMark> marks)
    {
        var stances = marks.Where(mark => Strength(mark.Kind) is not null).ToList();
        return stances.Find(mark => mark.At <= Beginning && (mark.Kind is "support" or "oppose" or "none" or "urge"))
            ?? stances.OrderByDescending(mark => Strength(mark.Kind)).ThenBy(mark => mark.At).FirstOrDefault();
    }

    /// <summary>"No new mechanism is needed", "il n'est pas nécessaire".</summary>
    private static bool IsNotNeeded(StanceMark mark, StanceMark need) =>
        mark.Kind is "no" or "not" && ((mark.At < need.At && mark.Distance(need) <= NoReach) || (mark.Kind == "not" && mark.Distance(need) <= NegationReach));

    private static bool IsNegation(StanceMark mark, StanceMark main) => mark.Kind switch
    {
        "not" => mark.Distance(main) <= NegationReach && main.Kind != "need",
        "doubt" => mark.At < main.At,

        // "No tax is acceptable".
        "no" => mark.At < main.At && mark.Distance(main) <= (mark.At == 0 ? NoReach : NegationReach) && main.Kind is not ("need" or "oppose" or "none"),
        _ => false,
    };

    /// <summary>"Must be rejected".</summary>
    private static bool IsRejection(StanceMark mark, StanceMark main) =>
        mark.Kind == "oppose" && (main.Kind is "must" or "should" or "could") && mark.At > main.At && mark.Distance(main) <= 1;

    /// <summary>Whether a sentence is understood by itself: it does not begin with "This", nor in the middle of another.</summary>
    public static bool StandsAlone(string sentence, string language)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var words = Words(sentence);
        return words.Count > 0 && !char.IsLower(sentence.FirstOrDefault(char.IsLetter))
            && StanceWords.For(language)?.At(words, 0)?.Kind != "leans";
    }

    private static StanceStrength? Strength(string kind) => kind switch
    {
        "must" or "urge" or "essential" => StanceStrength.Strong,
        "should" or "important" or "support" or "oppose" or "none" or "need" => StanceStrength.Plain,
        "could" => StanceStrength.Weak,
        "welcome" or "invite" => StanceStrength.Polite,
        _ => null,
    };

    /// <summary>Who is asked stands after "urge", and before "should".</summary>
    private static string? Addressee(List<StanceMark> marks, StanceMark main)
    {
        var named = marks.Where(mark => mark.Kind.StartsWith("to:", StringComparison.Ordinal)).ToList();
        var found = main.Kind switch
        {
            "urge" or "invite" => named.Find(mark => mark.At > main.At && mark.Distance(main) <= AskedReach),
            "must" or "should" or "could" => named.FindLast(mark => mark.At < main.At && mark.Distance(main) <= NamedReach),
            _ => null,
        };
        return found?.Kind[3..];
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
}
