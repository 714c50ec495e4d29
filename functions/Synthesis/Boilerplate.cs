using System.Text;
using System.Text.RegularExpressions;
using Intake.Calls;
using Intake.KeyPhrases;

namespace Intake.Synthesis;

/// <summary>Tells what is said from what only surrounds it: greetings, signatures, and the call's own words.</summary>
internal sealed class Boilerplate
{
    /// <summary>Greetings and closings are short; a long sentence that begins like one says something.</summary>
    private const int LongestFormula = 260;

    private const int LongestTitle = 120;

    /// <summary>Copies of longer sentences than this are not looked for.</summary>
    private const int LongestCopy = 2_000;

    private const int ShortestCopy = 8;

    private static readonly Regex Formula = new(
        @"^\W*(?:"
        + @"dear\s|to whom\b|yours\s+(?:sincerely|faithfully|truly)|sincerely\b|(?:with\s+)?(?:best|kind|warm)\s+(?:regards|wishes)"
        + @"|(?:kind\s+)?regards\b|respectfully(?:\s+submitted|\s+yours|,)|thank(?:ing)?\s+you\b|thanks\b|we (?:would like to )?thank\b|we\s+look\s+forward\s+to"
        + @"|we are looking forward to|we (?:should|would) be (?:grateful|happy|glad|pleased)|submitted (?:in|by|on)\b|cc\s*:|attn\b|subject\s*:|re\s*:|signature\b|signed\b|enclosed\b|please find (?:attached|enclosed|below)"
        + @"|madame\b|monsieur\b|mesdames\b|chère?s?\s|veuillez\s|cordialement\b|bien à vous|objet\s*:|(?:nous|il|elle|on)\s+(?:vous\s+)?remerci|merci\s"
        + @"|estimad[oa]s?\s|distinguid[oa]s?\s|atentamente\b|cordialmente\b|saludos\b|asunto\s*:|gracias\s|les agradecemos"
        + @"|sehr geehrte|mit freundlichen|prezad[oa]s?\s|atenciosamente\b"
        + @"|уважаем|с уважением|благодарим"
        + @"|尊敬的|此致|敬礼|敬上|感谢"
        + @"|السيد|سعادة|تحية|وتفضلوا|مع خالص|شكرا"
        + @")",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>"c. Role of stakeholders (Questions 5, 6 and 17);" names what follows, and says nothing itself.</summary>
    private static readonly Regex Reference = new(
        @"\((?:questions?|q|preguntas?|вопросы?|问题|السؤال|الأسئلة)[^()]{1,80}\)\s*[;:.]?$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly List<string> _ofTheCall = [];

    public Boilerplate(Call call)
    {
        IEnumerable<string> texts =
        [
            call.Title,
            .. Split(call.Description),
            .. call.Themes.SelectMany(theme => (string[])[theme.Title, .. Split(theme.Description)]),
            .. call.Questions.SelectMany(question => (string[])[question.Text, .. Split(question.Text)]),
        ];
        _ofTheCall.AddRange(texts.Select(text => Folded(text)).Where(text => text.Length >= ShortestCopy).Distinct());
    }

    public bool Is(ReadOnlySpan<char> sentence) =>
        (sentence.Length <= LongestFormula && (Formula.IsMatch(sentence) || IsReference(sentence))) || IsCopied(sentence);

    private static bool IsReference(ReadOnlySpan<char> sentence) =>
        sentence.Length <= LongestTitle && Reference.IsMatch(sentence);

    /// <summary>Whether it is a sentence of the call, or one with a number or a word around it.</summary>
    private bool IsCopied(ReadOnlySpan<char> sentence)
    {
        if (sentence.Length > LongestCopy)
        {
            return false;
        }

        var folded = Folded(sentence);
        return folded.Length >= ShortestCopy && _ofTheCall.Any(text =>
            folded == text
            || (folded.Length >= 3 * ShortestCopy && text.Contains(folded, StringComparison.Ordinal))
            || (text.Length >= 3 * ShortestCopy && folded.Length <= text.Length + 12
                && folded.Contains(text, StringComparison.Ordinal)));
    }

    /// <summary>Letters and digits alone, in lower case.</summary>
    internal static string Folded(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    private static IEnumerable<string> Split(string text) =>
        Sentences.Split(text, 0, text.Length).Select(sentence => text[sentence.Start..sentence.End]);
}
