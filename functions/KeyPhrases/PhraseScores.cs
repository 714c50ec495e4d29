using System.Runtime.InteropServices;

namespace Intake.KeyPhrases;

/// <summary>How well a candidate says what its text is about, from figures of the text alone: how early, how often and
/// how widely its words come, whether they are names, how much they say by themselves, how long the phrase is, and
/// whether it stands alone or only ever inside a longer one.</summary>
internal static class PhraseScores
{
    /// <summary>Weight by the number of content words: two and three make most key phrases.</summary>
    private static readonly double[] ByWords = [0, 0.7, 1.2, 1.15, 0.85, 0.6];

    /// <summary>Words after which the advantage of an early place has fallen by half.</summary>
    private const double Early = 60;

    private const double GenericWord = 0.3;

    /// <summary>How much a name, or an acronym, counts above another word.</summary>
    private const double Name = 0.5;

    /// <summary>Characters from which a word counts in full: short ones tend to say less.</summary>
    private const double FullLength = 8;

    /// <summary>What an occurrence inside a longer run of content words counts.</summary>
    private const double Nested = 0.35;

    /// <summary>What it counts more where the longer runs differ.</summary>
    private const double NestedApart = 0.45;

    /// <summary>What a candidate loses that only ever comes within one and the same longer one.</summary>
    private const double Fragment = 0.4;

    /// <summary>Characters of a word, about, in scripts without spaces.</summary>
    private const int UnspacedWord = 2;

    public static void Score(PhraseBatch batch)
    {
        var weights = new double[batch.Words.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Weight(batch.Words[i]);
        }

        var candidates = CollectionsMarshal.AsSpan(batch.Candidates);
        foreach (ref var candidate in candidates)
        {
            var first = batch.Occurrences[candidate.First].Token;
            var sum = 0.0;
            var generic = 0;
            var content = candidate.Words - candidate.Links;
            for (var i = first; i < first + candidate.Words; i++)
            {
                var (word, traits) = batch.Entries[i];
                if ((traits & (WordTraits.Link | WordTraits.NameLink)) == 0)
                {
                    generic += (traits & WordTraits.Generic) != 0 ? 1 : 0;
                    sum += weights[word] * ((traits & WordTraits.Generic) != 0 ? GenericWord : 1);
                }
            }

            content = Math.Max(content, 1);
            var apart = 1 - (double)Math.Min(candidate.Longer, candidate.Count) / candidate.Count;
            var often = candidate.Whole + (Nested + NestedApart * apart) * (candidate.Count - candidate.Whole);
            candidate.Generic = generic == content;
            candidate.Score = sum / content
                * ByWords[Words(batch, first, candidate.Words, content)]
                * Math.Log2(1 + often)
                * Position(first)
                * (1 - Fragment * (1 - apart))
                * (candidate.Generic ? GenericWord : 1) * (candidate.Links > 0 ? 0.8 : 1);
        }
    }

    /// <summary>The number of content words, which has to be told from the length where no spaces divide
    /// them.</summary>
    private static int Words(PhraseBatch batch, int first, int tokens, int content)
    {
        if (!batch.Tokens[first].Has(TokenFlags.Unspaced))
        {
            return content;
        }

        var length = batch.Tokens[first + tokens - 1].End - batch.Tokens[first].Start;
        return Math.Clamp(length / UnspacedWord, 1, PhraseBatch.MaxWords);
    }

    private static double Weight(in PhraseBatch.Word word) => Math.Log2(1 + word.Count)
        * (1 + Name * Math.Min(word.Capitals, word.Count) / word.Count)
        * (0.7 + 0.3 * Math.Log2(1 + word.Passages))
        * Math.Min(1, 0.4 + 0.6 * word.Length / FullLength)
        * Position(word.First);

    private static double Position(int token) => 0.35 + 0.65 / (1 + token / Early);
}
