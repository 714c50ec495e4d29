using Intake.Extract;
using Intake.KeyPhrases;

namespace Intake.Synthesis;

/// <summary>Takes the best key phrases of a contribution for each topic.</summary>
internal static class PhrasePicker
{
    /// <summary>Phrases kept of one contribution for one topic.</summary>
    private const int PerTopic = 8;

    /// <summary>In UTF-16 units; longer ones are sentences.</summary>
    private const int Longest = 80;

    /// <summary>A phrase this near to an address, in UTF-16 units, may be part of it.</summary>
    private const int Beside = 40;

    public static List<PhraseState> Pick(AnalysedContribution contribution, IReadOnlyList<TopicPassage> passages)
    {
        var topicsOf = passages.ToDictionary(found => found.Passage.Number);
        var whole = LanguageTag.Clean(contribution.Language);
        var phrases = (contribution.Phrases?.All ?? []).Concat(contribution.Phrases?.Top ?? [])
            .Where(phrase => topicsOf.TryGetValue(phrase.Passage, out var found)
                && IsFit(phrase.Text) && !IsBesideAddress(contribution, found.Passage, phrase))
            .GroupBy(phrase => PhraseKey.Of(phrase.Text, LanguageOf(topicsOf[phrase.Passage].Passage, whole)), StringComparer.Ordinal)
            .Select(same => ToState(same, topicsOf, whole))
            .OrderByDescending(phrase => phrase.Score)
            .ThenBy(phrase => phrase.Text, StringComparer.Ordinal)
            .ToList();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var topic in phrases.SelectMany(phrase => phrase.Topics).Distinct(StringComparer.Ordinal))
        {
            kept.UnionWith(phrases
                .Where(phrase => phrase.Topics.Contains(topic))
                .Take(PerTopic)
                .Select(phrase => phrase.Text));
        }

        return [.. phrases.Where(phrase => kept.Contains(phrase.Text))];
    }

    private static bool IsFit(string text) =>
        text.Length is > 0 and <= Longest && Labels.Clean(text) is { } clean && clean == text.Trim();

    /// <summary>"jane.doe" alone shows no address; in front of "@example.org" it is half of one.</summary>
    private static bool IsBesideAddress(AnalysedContribution contribution, Passage passage, KeyPhrase phrase)
    {
        if (!contribution.Texts.ContainsKey(passage.Document))
        {
            return true;
        }

        var text = contribution.ShownText(passage.Document);
        var start = Math.Clamp(phrase.Start - Beside, 0, text.Length);
        var end = Math.Clamp(phrase.End + Beside, start, text.Length);
        return PrivateData.IsIn(text.AsSpan(start, end - start));
    }

    private static PhraseState ToState(
        IGrouping<string, KeyPhrase> same, Dictionary<int, TopicPassage> topicsOf, string whole)
    {
        var best = same.OrderByDescending(phrase => phrase.Score).ThenBy(phrase => phrase.Passage)
            .ThenBy(phrase => phrase.Start).First();
        return new PhraseState(
            same.Key,
            best.Text.Trim(),
            ContributionReader.Rounded(best.Score),
            LanguageOf(topicsOf[best.Passage].Passage, whole),
            [.. same.SelectMany(phrase => topicsOf[phrase.Passage].Topics)
                .Select(score => score.Topic)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)]);
    }

    private static string LanguageOf(Passage passage, string whole) =>
        LanguageTag.Clean(passage.Language) is var language && language == "und" ? whole : language;
}
