using Intake.KeyPhrases;

namespace Intake.Themes;

/// <summary>Weighs the words of one passage against the themes of a call.</summary>
internal static class ThemeMatcher
{
    /// <summary>A word within a key phrase of the passage is what the passage is about.</summary>
    private const double InPhrase = 1.3;

    /// <summary>What each further occurrence of a word adds, up to <see cref="MaxRepeats"/>.</summary>
    private const double Repeat = 0.3;
    private const int MaxRepeats = 3;

    /// <summary>Content words above which a passage needs more matches for the same score.</summary>
    private const double UsualLength = 30;

    public static ThemeEvidence Match(ThemeVocabulary vocabulary, PassageText passage, IReadOnlyList<KeyPhrase> phrases)
    {
        var (themes, language) = (vocabulary.Call.Themes.Count, passage.Passage.Language);
        var told = language != LanguageDetector.Unknown;
        var foreign = told && !vocabulary.Call.Languages.Any(own => WordLists.Primary(own).SequenceEqual(WordLists.Primary(language)));
        var lists = WordLists.For(told ? language : vocabulary.Language);
        var known = vocabulary.Known(lists, foreign);
        var run = new List<(ThemeVocabulary.Feature? Feature, Token Token)>();
        foreach (var token in RootReader.Tokens(passage.Text))
        {
            if (token.Kind != TokenKind.Number
                && known.Of(passage.Text.AsSpan(token.Start, token.Length)) is { IsContent: true } word)
            {
                run.Add((word.Feature, token));
            }
        }

        var evidence = new ThemeEvidence(passage.Text, themes);
        var length = 1 / (1 + Math.Log2(1 + run.Count / UsualLength) / 2);
        var seen = new Dictionary<ThemeVocabulary.Feature, int>();
        for (var i = 0; i < run.Count; i++)
        {
            if (run[i].Feature is not { } feature)
            {
                continue;
            }

            var times = seen[feature] = seen.GetValueOrDefault(feature) + 1;
            var weight = times == 1 ? 1 : times <= MaxRepeats ? Repeat : 0;
            var at = passage.Passage.Start + run[i].Token.Start;
            weight *= length * (Within(phrases, at) ? InPhrase : 1);
            for (var theme = 0; theme < themes && weight > 0; theme++)
            {
                evidence.Add(theme, feature.Weights[theme] * weight, run[i].Token.Start, run[i].Token.End);
            }

            foreach (var phrase in feature.Phrases)
            {
                if (times <= MaxRepeats && StartsAt(run, i, phrase))
                {
                    evidence.Add(phrase.Theme, phrase.Weight * weight, run[i].Token.Start,
                        run[i + phrase.Words.Count - 1].Token.End);
                }
            }
        }

        return evidence;
    }

    private static bool Within(IReadOnlyList<KeyPhrase> phrases, int at)
    {
        foreach (var phrase in phrases)
        {
            if (at >= phrase.Start && at < phrase.End)
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsAt(List<(ThemeVocabulary.Feature? Feature, Token Token)> run, int i,
        ThemeVocabulary.Phrase phrase)
    {
        var n = 0;
        while (n < phrase.Words.Count && i + n < run.Count && run[i + n].Feature == phrase.Words[n])
        {
            n++;
        }

        return n == phrase.Words.Count;
    }
}
