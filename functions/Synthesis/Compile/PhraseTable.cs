namespace Intake.Synthesis;

/// <summary>The key phrases of a topic over all contributions.</summary>
internal static class PhraseTable
{
    /// <param name="topic">Theme, question or what is outside.</param>
    /// <param name="contributions">In a fixed order: sums of scores depend on it.</param>
    /// <param name="limit">Phrases at most.</param>
    public static List<ThemePhrase> Of(string topic, IEnumerable<ContributionState> contributions, int limit)
    {
        var ranked = contributions
            .SelectMany(contribution => contribution.Phrases.Where(phrase => phrase.Topics.Contains(topic)))
            .GroupBy(phrase => phrase.Key, StringComparer.Ordinal)
            .Select(same => (same.Key, Phrase: ToPhrase(same), Weight: same.Sum(phrase => phrase.Score)))
            .OrderByDescending(entry => entry.Phrase.Contributions)
            .ThenByDescending(entry => Math.Round(entry.Weight, 4))
            .ThenBy(entry => entry.Key, StringComparer.Ordinal);
        var chosen = new List<(string Key, ThemePhrase Phrase)>();
        foreach (var (key, phrase, _) in ranked)
        {
            // "working group" adds nothing to "open working group" when the same contributions say both.
            var repeats = chosen.Any(other => other.Phrase.Contributions == phrase.Contributions
                && (IsWithin(key, other.Key) || IsWithin(other.Key, key)));
            if (!repeats)
            {
                chosen.Add((key, phrase));
            }

            if (chosen.Count == limit)
            {
                break;
            }
        }

        return chosen.ConvertAll(entry => entry.Phrase);
    }

    /// <summary>Each contribution has a phrase once, so counting phrases counts contributions.</summary>
    private static ThemePhrase ToPhrase(IEnumerable<PhraseState> same)
    {
        var all = same.ToList();
        var shown = all
            .GroupBy(phrase => (phrase.Text, phrase.Language))
            .OrderByDescending(form => form.Count())
            .ThenBy(form => form.Key.Text, StringComparer.Ordinal)
            .ThenBy(form => form.Key.Language, StringComparer.Ordinal)
            .First().Key;
        var mean = Math.Round(all.Sum(phrase => phrase.Score) / all.Count, 3);
        return new ThemePhrase(shown.Text, all.Count, mean, shown.Language);
    }

    private static bool IsWithin(string part, string whole) =>
        $" {whole} ".Contains($" {part} ", StringComparison.Ordinal);
}
