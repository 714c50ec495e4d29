using System.Globalization;
using Intake.KeyPhrases;

namespace Intake.Synthesis;

/// <summary>The sentence of a passage that is most about a topic, with its neighbours as far as they help reading.</summary>
internal static class Excerpt
{
    /// <summary>A sentence is given neighbours up to this length, in UTF-16 units.</summary>
    private const int Comfortable = 160;

    /// <param name="text">The document's text.</param>
    /// <param name="sentences">Of the passage.</param>
    /// <param name="usable">Which of them may be quoted; at least one may.</param>
    /// <param name="why">Words that made the passage be about the topic.</param>
    /// <param name="phrases">Key phrases of the passage, in the order of the text.</param>
    public static Span Best(
        string text,
        IReadOnlyList<Span> sentences,
        IReadOnlyList<bool> usable,
        IReadOnlyList<string> why,
        IReadOnlyList<KeyPhrase> phrases)
    {
        var best = -1;
        var next = 0;
        var bestScore = double.NegativeInfinity;
        for (var i = 0; i < sentences.Count; i++)
        {
            // Phrases and sentences are walked together: a passage may have many thousands of both.
            var weight = 0.0;
            for (; next < phrases.Count && phrases[next].Start < sentences[i].End; next++)
            {
                weight += phrases[next].Start >= sentences[i].Start ? phrases[next].Score : 0;
            }

            var score = usable[i] ? ScoreOf(text, sentences[i], why, weight) : double.NegativeInfinity;
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        var (first, last) = (best, best);
        bool Fits(int from, int to) =>
            sentences[to].End - sentences[from].Start <= CandidateFinder.Longest
            && !PrivateData.IsIn(text.AsSpan(sentences[from].Start, sentences[to].End - sentences[from].Start));
        while (sentences[last].End - sentences[first].Start < Comfortable)
        {
            if (last + 1 < sentences.Count && usable[last + 1] && Fits(first, last + 1))
            {
                last++;
            }
            else if (first > 0 && usable[first - 1] && Fits(first - 1, last))
            {
                first--;
            }
            else
            {
                break;
            }
        }

        return Cut(text, new Span(sentences[first].Start, sentences[last].End));
    }

    private static double ScoreOf(string text, Span sentence, IReadOnlyList<string> why, double score)
    {
        var span = text.AsSpan(sentence.Start, sentence.Length);
        foreach (var word in why)
        {
            score += span.Contains(word, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        // A sentence that stands on its own is better than a longer one that has to be cut, or a scrap.
        return sentence.Length switch
        {
            > CandidateFinder.Longest => score * 0.7,
            < CandidateFinder.Short => score * 0.7,
            _ => score + 0.01,
        };
    }

    /// <summary>A sentence without end is cut between words, or at least between characters.</summary>
    private static Span Cut(string text, Span span)
    {
        if (span.Length <= CandidateFinder.Longest)
        {
            return span;
        }

        var limit = span.Start + CandidateFinder.Longest;
        var end = limit;
        while (end > span.Start + (CandidateFinder.Longest / 2) && !char.IsWhiteSpace(text[end]))
        {
            end--;
        }

        if (!char.IsWhiteSpace(text[end]))
        {
            end = limit;
            while (end > span.Start + 1 && (char.IsLowSurrogate(text[end])
                || CharUnicodeInfo.GetUnicodeCategory(text, end) is UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark))
            {
                end--;
            }
        }

        while (end > span.Start + 1 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new Span(span.Start, end);
    }
}
