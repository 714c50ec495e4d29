using Intake.Calls;
using Intake.KeyPhrases;

namespace Intake.Synthesis;

/// <summary>Finds what lies across the agenda, and what several contributors speak of that is not on it.</summary>
internal static class EmergingTopics
{
    /// <summary>Phrases printed.</summary>
    private const int Most = 12;

    /// <summary>Phrases remembered for the next digest.</summary>
    public const int Remembered = 200;

    /// <summary>Contributions that share a phrase, at least.</summary>
    private const int Fewest = 2;

    public static Emerging Of(Call call, Tally counted, IEnumerable<EmergingPhrase> phrases) => new(
        [.. call.Themes.SelectMany(theme => theme.CrossCutting).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(tag => new CrossCuttingTag(
                tag, [.. call.Themes.Where(theme => theme.CrossCutting.Contains(tag)).Select(theme => theme.Id)], counted[$"tag|{tag}"]))],
        [.. phrases.Where(phrase => phrase.Before is null || phrase.Contributions > phrase.Before).Take(Most)]);

    /// <summary>Phrases with no word of the agenda, the most shared first.</summary>
    public static List<(string Key, EmergingPhrase Phrase)> Phrases(Call call, Speakers speakers, LastDigest? last)
    {
        var agenda = WordsOf([call.Title, call.Description, .. call.Themes.SelectMany(theme => (string[])[theme.Title, theme.Description, .. theme.Keywords]), .. call.Questions.Select(question => question.Text)]);
        return
        [
            .. speakers.All
                .SelectMany(contribution => contribution.Phrases
                    .DistinctBy(phrase => phrase.Key, StringComparer.Ordinal)
                    .Select(phrase => (contribution, phrase)))
                .GroupBy(pair => pair.phrase.Key, StringComparer.Ordinal)
                .Where(same => same.Count() >= Fewest && IsTelling(same.Key) && !WordsOf([same.Key]).Overlaps(agenda))
                .OrderByDescending(same => same.Count())
                .ThenBy(same => same.Key, StringComparer.Ordinal)
                .Take(Remembered)
                .Select(same =>
                {
                    var shown = same.CountBy(pair => (pair.phrase.Text, pair.phrase.Language))
                        .OrderByDescending(form => form.Value)
                        .ThenBy(form => form.Key.Text, StringComparer.Ordinal)
                        .ThenBy(form => form.Key.Language, StringComparer.Ordinal)
                        .First().Key;
                    int? before = last?.Phrases.TryGetValue(same.Key, out var count) == true ? count : null;
                    return (same.Key, new EmergingPhrase(shown.Text, shown.Language, same.Count(), before, GroupKey.Count(same.Select(pair => pair.contribution))));
                }),
        ];
    }

    /// <summary>A word alone, "system" or "administration", says nothing of what is new; of scripts without spaces four signs do.</summary>
    private static bool IsTelling(string phrase) => phrase.Contains(' ', StringComparison.Ordinal) || (phrase.Length >= 4 && phrase[0] >= '\u2E80');

    private static HashSet<string> WordsOf(IEnumerable<string> texts)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var tokens = new List<Token>();
        foreach (var text in texts)
        {
            tokens.Clear();
            Segmenter.Read(text, tokens);
            foreach (var token in tokens)
                words.Add(Stem(Fold.Word(text.AsSpan(token.Start, token.Length))));
        }

        return words;
    }

    /// <summary>Endings aside, in any language: enough to know a word of the agenda again.</summary>
    private static string Stem(string word) => word.Length > 6 ? word[..6] : word;
}
