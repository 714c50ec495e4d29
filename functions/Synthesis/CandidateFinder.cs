using Intake.Extract;
using Intake.Extract.PlainText;
using Intake.KeyPhrases;

namespace Intake.Synthesis;

/// <summary>
/// Finds the few pieces of a contribution that may be quoted for each topic: whole passages where they are of readable
/// length, else the sentences of them that are most about the topic.
/// </summary>
internal sealed class CandidateFinder(Boilerplate boilerplate)
{
    /// <summary>Kept of one contribution for one topic: more than is ever quoted, so that there is a choice.</summary>
    private const int PerTopic = 3;

    /// <summary>Passages looked at closely for one topic, so that a long contribution costs little more than a short one.</summary>
    private const int LookedAt = 8;

    /// <summary>Quotes that are shorter (UTF-16 units) say little by themselves; they are taken when nothing else is there.</summary>
    internal const int Short = 60;

    /// <summary>No quote is longer.</summary>
    internal const int Longest = 600;

    /// <summary>Fewer words make no statement, unless they answer a question of the form.</summary>
    private const int FewestWords = 4;

    public List<Candidate> Find(AnalysedContribution contribution, IReadOnlyList<TopicPassage> passages)
    {
        var phrases = (contribution.Phrases?.All ?? []).OrderBy(phrase => phrase.Start).ToLookup(phrase => phrase.Passage);
        var bestPhrase = phrases.ToDictionary(
            same => same.Key, same => ContributionReader.Rounded(same.Max(phrase => phrase.Score)));
        var read = new Dictionary<int, ReadPassage?>();
        var windows = new Dictionary<(int Document, Span Span), (Window Window, List<TopicScore> Topics)>();
        foreach (var topic in passages.SelectMany(passage => passage.Topics).Select(score => score.Topic).Distinct(StringComparer.Ordinal))
        {
            var best = passages
                .Where(passage => passage.Passage.Kind is not PassageKind.Heading and not PassageKind.Note)
                .Select(passage => (passage, score: ScoreOf(passage, topic, bestPhrase)))
                .Where(pair => pair.score >= 0)
                .OrderByDescending(pair => pair.score)
                .ThenBy(pair => pair.passage.Passage.Number)
                .Take(LookedAt);
            var chosen = best
                .Select(pair => ReadOnce(read, contribution, pair.passage.Passage) is { } passage
                    ? WindowOf(passage, pair.passage, topic, pair.score, phrases)
                    : null)
                .OfType<Window>()
                .OrderByDescending(window => window.Score)
                .ThenBy(window => window.Passage.Number)
                .Take(PerTopic);
            foreach (var window in chosen)
            {
                var key = (window.Passage.Document, window.Span);
                if (!windows.TryGetValue(key, out var entry))
                {
                    windows[key] = entry = (window, []);
                }

                entry.Topics.Add(new TopicScore(topic, ContributionReader.Rounded(window.Score)));
            }
        }

        return
        [
            .. windows.Values
                .OrderBy(entry => entry.Window.Passage.Number)
                .ThenBy(entry => entry.Window.Span.Start)
                .ThenBy(entry => entry.Window.Span.End)
                .Select(entry => ToCandidate(contribution, entry.Window, entry.Topics)),
        ];
    }

    /// <summary>How much a passage is about a topic, its key phrases helping; negative when it is not.</summary>
    private static double ScoreOf(TopicPassage passage, string topic, Dictionary<int, double> bestPhrase)
    {
        var about = passage.Topics.FirstOrDefault(score => score.Topic == topic);
        return about is null ? -1 : (0.7 * about.Score) + (0.3 * bestPhrase.GetValueOrDefault(passage.Passage.Number));
    }

    /// <summary>A passage is often looked at for several topics; its sentences are judged once.</summary>
    private ReadPassage? ReadOnce(Dictionary<int, ReadPassage?> read, AnalysedContribution contribution, Passage passage)
    {
        if (read.TryGetValue(passage.Number, out var known))
        {
            return known;
        }

        // Offsets of a passage that do not fit its text could not be quoted verbatim: such a passage is no candidate.
        if (!contribution.Texts.TryGetValue(passage.Document, out var text)
            || passage.Start < 0 || passage.End > text.Length || passage.Start >= passage.End)
        {
            return read[passage.Number] = null;
        }

        var sentences = Sentences.Split(text, ListMarker.Skip(text, passage.Start, passage.End), passage.End);
        var shown = contribution.ShownText(passage.Document);
        var usable = sentences.ConvertAll(sentence => IsUsable(shown, sentence));
        return read[passage.Number] = usable.Contains(true) ? new ReadPassage(text, sentences, usable) : null;
    }

    private static Window? WindowOf(
        ReadPassage read,
        TopicPassage found,
        string topic,
        double score,
        ILookup<int, KeyPhrase> phrases)
    {
        var passage = found.Passage;
        var (text, sentences, usable) = read;
        var first = usable.IndexOf(true);
        var last = usable.LastIndexOf(true);
        var whole = new Span(sentences[first].Start, sentences[last].End);
        var isWhole = whole.Length <= Longest && !usable.GetRange(first, last - first + 1).Contains(false)
            && !PrivateData.IsIn(text.AsSpan(whole.Start, whole.Length));
        var span = isWhole
            ? whole
            : Excerpt.Best(text, sentences, usable, found.Why.GetValueOrDefault(topic, []), [.. phrases[passage.Number]]);
        var isExcerpt = span != new Span(sentences[0].Start, sentences[^1].End);
        if (WordCount.Of(text[span.Start..span.End]) < FewestWords && (passage.AnswerTo == 0 || isExcerpt))
        {
            return null;
        }

        return new Window(passage, span, isExcerpt, span.Length < Short ? score * 0.6 : score);
    }

    private bool IsUsable(string text, Span sentence)
    {
        var span = text.AsSpan(sentence.Start, sentence.Length);
        return IsPrintable(span) && !PrivateData.IsIn(span) && !boilerplate.Is(span);
    }

    /// <summary>Text that JSON or a page could not carry unchanged is not quoted: it would not be verbatim.</summary>
    internal static bool IsPrintable(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] is '\uFFFE' or '\uFFFF'
                || (char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r')))
            {
                return false;
            }
        }

        return true;
    }

    private static Candidate ToCandidate(AnalysedContribution contribution, Window window, IReadOnlyList<TopicScore> topics)
    {
        var passage = window.Passage;
        var language = LanguageTag.Clean(passage.Language);
        return new Candidate(
            passage.Document,
            passage.Number,
            window.Span.Start,
            window.Span.End,
            contribution.Texts[passage.Document][window.Span.Start..window.Span.End],
            language == "und" ? LanguageTag.Clean(contribution.Language) : language,
            window.IsExcerpt,
            [.. topics.OrderBy(topic => topic.Topic, StringComparer.Ordinal)]);
    }

    private sealed record ReadPassage(string Text, List<Span> Sentences, List<bool> Usable);

    private sealed record Window(Passage Passage, Span Span, bool IsExcerpt, double Score);
}
