using Intake.Calls;
using Intake.KeyPhrases;

namespace Intake.Themes;

/// <summary>The questions of a call by their own words: a heading often repeats a question, with its number or without,
/// shortened or a little changed.</summary>
internal sealed class QuestionTexts
{
    /// <summary>Words that a text has to share with a question.</summary>
    private const int MinWords = 3;

    /// <summary>The share of word pairs in common with a question that makes a text that question.</summary>
    private const double Same = 0.6;

    /// <summary>The same, where the number before the text is the question's.</summary>
    private const double SameWithNumber = 0.4;

    /// <summary>A text that is nearly all within a question, and so long, is the question shortened.</summary>
    private const double Within = 0.85;
    private const int MinWordsWithin = 5;

    private readonly List<(int Number, int Words, int Pairs)> _questions = [];

    // Which questions have a pair of neighbouring words, once for each.
    private readonly Dictionary<(ulong First, ulong Second), List<int>> _pairs = [];

    public QuestionTexts(IEnumerable<Question> questions)
    {
        foreach (var question in questions)
        {
            var words = Words(question.Text);
            var pairs = Pairs(words).Distinct().ToList();
            pairs.ForEach(pair => (_pairs.TryGetValue(pair, out var of) ? of : _pairs[pair] = []).Add(_questions.Count));
            _questions.Add((question.Number, words.Count, pairs.Count));
            Longest = Math.Max(Longest, question.Text.Length);
        }

        Numbers = _questions.Select(question => question.Number).ToHashSet();
    }

    public IReadOnlySet<int> Numbers { get; }

    /// <summary>UTF-16 units of the longest question.</summary>
    public int Longest { get; }

    /// <summary>The question whose words these are, or 0.</summary>
    /// <param name="text">A heading, or the beginning of a passage.</param>
    /// <param name="number">The number that stands before it, or 0.</param>
    public int Find(ReadOnlySpan<char> text, int number)
    {
        var words = Words(text);
        var pairs = Pairs(words).Distinct().ToList();
        var common = new int[_questions.Count];
        foreach (var pair in pairs)
        {
            if (_pairs.TryGetValue(pair, out var of))
            {
                of.ForEach(question => common[question]++);
            }
        }

        var (best, bestScore) = (0, 0.0);
        for (var i = 0; i < common.Length; i++)
        {
            var (own, count, all) = _questions[i];
            if (common[i] == 0 || Math.Min(words.Count, count) < MinWords)
            {
                continue;
            }

            var score = 2.0 * common[i] / (pairs.Count + all);
            if (words.Count >= MinWordsWithin && common[i] >= Within * pairs.Count)
            {
                score = Math.Max(score, Same);
            }

            if (score >= (own == number ? SameWithNumber : Same) && score > bestScore)
            {
                (best, bestScore) = (own, score);
            }
        }

        return best;
    }

    private static IEnumerable<(ulong First, ulong Second)> Pairs(List<ulong> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            yield return (words[i - 1], words[i]);
        }
    }

    // Folded and hashed; a Han character is a word, as in a language without spaces any other would have to be.
    private static List<ulong> Words(ReadOnlySpan<char> text)
    {
        var words = new List<ulong>();
        Span<char> folded = stackalloc char[Fold.MaxLength];
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && CharClasses.Of(text[i]) is CharClass.Letter or CharClass.Mark or CharClass.Digit)
            {
                i++;
            }

            if (i == start)
            {
                i = CharClasses.Of(text[start]) is CharClass.Break or CharClass.Space or CharClass.Format ? start : start + 1;
            }

            if (i > start)
            {
                words.Add(Hash(folded[..Fold.Word(text[start..i], folded)]));
                i--;
            }
        }

        return words;
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 1_099_511_628_211UL;
        }

        return hash;
    }
}
