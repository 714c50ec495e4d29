using Intake.KeyPhrases;
using Intake.Local.CommandLine.Analysis;

namespace Intake.Benchmarks;

/// <summary>Macro F1 of the ten best key phrases: precision over what was given, up to ten; recall over all that people
/// named, also what does not stand in the text.</summary>
internal static class PhraseScore
{
    private const int Best = 10;

    public static async Task<double> MacroAsync(IAnalyser engine, IEnumerable<LabelledText> texts, CancellationToken cancellationToken)
    {
        var analysis = new TextAnalysis(engine, call: null, learned: null);
        var (sum, count) = (0.0, 0);
        foreach (var text in texts)
        {
            var lists = WordLists.For(text.Language ?? LanguageDetector.Instance.Detect(text.Text));
            var wanted = (text.Keys ?? []).Select(key => Key(key, lists)).Where(key => key.Length > 0).ToHashSet();
            if (wanted.Count == 0)
                continue;
            var result = await analysis.AnalyseAsync(new(1, text.Text.Length, "", text.Text, text.Language, null, null), cancellationToken);
            var given = result.Phrases.Select(phrase => Key(phrase.Text, lists)).Distinct().Take(Best).ToList();
            var hits = given.Count(wanted.Contains);
            sum += hits == 0 ? 0 : 2.0 * hits / (given.Count + wanted.Count);
            count++;
        }

        return count == 0 ? 0 : sum / count;
    }

    private static string Key(string phrase, WordLists lists)
    {
        var tokens = new List<Token>();
        Segmenter.Read(phrase.Replace('-', ' ').Replace('/', ' '), tokens);
        return string.Join(' ', tokens.Select(token =>
            new string(lists.Stemmer.Inflection(Fold.Word(phrase.AsSpan(token.Start, token.Length)).ToCharArray()))));
    }
}
