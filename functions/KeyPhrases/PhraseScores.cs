namespace Intake.KeyPhrases;

/// <summary>How well a candidate says what its text is about by rules alone, without training: how early, how often and
/// how widely its words come, whether they are rare elsewhere, names or nouns, how long the phrase is, and whether it
/// stands alone or only ever inside a longer one. Keeps the ranker honest on texts unlike those it learned
/// from.</summary>
internal static class PhraseScores
{
    /// <summary>Weight by the number of content words: two and three make most key phrases.</summary>
    private static readonly float[] ByWords = [0, 0.75f, 1.2f, 1.15f, 0.9f, 0.7f];

    /// <summary>Words after which the advantage of an early place has fallen by half.</summary>
    private const float Early = 60;

    private const float GenericWord = 0.3f;

    /// <summary>How much a name, or an acronym, counts above another word.</summary>
    private const float Name = 0.5f;

    /// <summary>Characters from which a word counts in full: short ones tend to say less.</summary>
    private const float FullLength = 8;

    /// <summary>What an occurrence inside a longer run of content words counts.</summary>
    private const float Nested = 0.35f;

    /// <summary>What it counts more where the longer runs differ.</summary>
    private const float NestedApart = 0.45f;

    /// <summary>What a candidate loses that only ever comes within one and the same longer one.</summary>
    private const float Fragment = 0.4f;

    /// <summary>What remains of a phrase that ends in no noun, or holds a verb.</summary>
    private const float NoNoun = 0.4f;

    /// <summary>Characters of a word, about, in scripts without spaces.</summary>
    private const int UnspacedWord = 2;

    public static void Score(PhraseBatch batch)
    {
        var words = batch.Words;
        foreach (ref var word in words)
        {
            word.Idf = Idf(word.Frequency);
            word.Weight = Weight(in word);
        }

        var places = batch.Places;
        var infos = batch.Infos;
        foreach (ref var candidate in batch.Candidates)
        {
            var first = places[candidate.First].Token;
            var sum = 0f;
            var generic = 0;
            var content = Math.Max(1, candidate.Words - candidate.Links);
            var verbs = false;
            for (var i = first; i < first + candidate.Words; i++)
            {
                ref readonly var info = ref infos[i];
                if (info.Content)
                {
                    generic += (info.Traits & WordTraits.Generic) != 0 ? 1 : 0;
                    sum += words[info.Word].Weight * ((info.Traits & WordTraits.Generic) != 0 ? GenericWord : 1);
                    verbs |= info.Tag == PartOfSpeech.Verb;
                }
            }

            var apart = 1 - (float)Math.Min(candidate.Longer, candidate.Count) / candidate.Count;
            var often = candidate.Whole + (Nested + NestedApart * apart) * (candidate.Count - candidate.Whole);
            candidate.Generic = generic == content;
            candidate.Prior = sum / content
                * ByWords[Words(batch, first, candidate.Words, content)]
                * MathF.Log2(1 + often)
                * Position(first)
                * (1 - Fragment * (1 - apart))
                * (candidate.Generic ? GenericWord : 1) * (candidate.Links > 0 ? 0.8f : 1)
                * (verbs || infos[first + candidate.Words - 1].Tag == PartOfSpeech.Adjective && candidate.Words == 1 ? NoNoun : 1);
        }
    }

    /// <summary>0 for a word that every text has, 1 for one that none has.</summary>
    private static float Idf(byte frequency) => Math.Clamp(1 - frequency / 100f, 0.05f, 1);

    /// <summary>The number of content words, which has to be told from the length where no spaces divide
    /// them.</summary>
    private static int Words(PhraseBatch batch, int first, int tokens, int content)
    {
        if ((batch.Tokens[first].Flags & TokenFlags.Unspaced) == 0)
        {
            return content;
        }

        var length = batch.Tokens[first + tokens - 1].End - batch.Tokens[first].Start;
        return Math.Clamp(length / UnspacedWord, 1, PhraseBatch.MaxWords);
    }

    private static float Weight(in WordFigures word) => MathF.Log2(1 + word.Count)
        * (1 + Name * Math.Min(word.Capitals, word.Count) / word.Count)
        * (0.7f + 0.3f * MathF.Log2(1 + word.Passages))
        * Math.Min(1, 0.4f + 0.6f * word.Length / FullLength)
        * Position(word.First)
        * (0.3f + 0.7f * word.Idf);

    private static float Position(int token) => 0.35f + 0.65f / (1 + token / Early);
}
