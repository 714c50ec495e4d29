using System.Numerics;

namespace Intake.KeyPhrases;

/// <summary>What the ranker knows of a candidate: figures of the text and of a background collection.</summary>
internal sealed class PhraseFeatures
{
    public const int Count = 52;

    /// <summary>Candidates are ranked this many at a time.</summary>
    public const int Lanes = 8;

    private float[] _values = [];
    private float[] _alone = new float[Count];

    /// <summary>Candidates, rounded up to whole <see cref="Lanes"/>.</summary>
    public int Stride { get; private set; }

    /// <summary>The feature's values, a candidate each.</summary>
    public ReadOnlySpan<float> Of(int feature) => _values.AsSpan(feature * Stride, Stride);

    public void Fill(PhraseBatch batch, ReadOnlySpan<int> chosen)
    {
        Stride = (chosen.Length + Lanes - 1) / Lanes * Lanes;
        if (_values.Length < Stride * Count)
        {
            _values = new float[Stride * Count];
        }
        else
        {
            Array.Clear(_values, 0, Stride * Count);
        }

        if (chosen.Length == 0)
        {
            return;
        }

        var text = new TextFigures(batch, chosen);
        for (var i = 0; i < chosen.Length; i++)
        {
            One(batch, in text, in batch.Candidates[chosen[i]], i, _alone);
            for (var f = 0; f < Count; f++)
            {
                _values[f * Stride + i] = _alone[f];
            }
        }
    }

    private static float Log(float value) => MathF.Log2(1 + value);

    private static void One(PhraseBatch batch, in TextFigures text, in PhraseCandidate c, int rank, Span<float> f)
    {
        var infos = batch.Infos;
        var tokens = batch.Tokens;
        var words = batch.Words;
        var first = batch.Places[c.First].Token;
        var (adjectives, names, nouns, verbs, links, others) = (0, 0, 0, 0, 0, 0);
        var (minIdf, maxIdf, sumIdf, sumCount, minCount, maxCount) = (1f, 0f, 0f, 0, int.MaxValue, 0);
        var (generic, hyphens, upper, allUpper, weight, sumPassages) = (0, 0, 0, 0, 0f, 0);
        var content = 0;
        for (var i = first; i < first + c.Words; i++)
        {
            ref readonly var info = ref infos[i];
            hyphens += (tokens[i].Flags & TokenFlags.HyphenBefore) != 0 ? 1 : 0;
            upper += (tokens[i].Flags & TokenFlags.Upper) != 0 ? 1 : 0;
            allUpper += (tokens[i].Flags & TokenFlags.AllUpper) != 0 ? 1 : 0;
            switch (info.Tag)
            {
                case PartOfSpeech.Adjective: adjectives++; break;
                case PartOfSpeech.ProperNoun: names++; break;
                case PartOfSpeech.Noun: nouns++; break;
                case PartOfSpeech.Verb: verbs++; break;
                case PartOfSpeech.Adposition or PartOfSpeech.Determiner: links++; break;
                default: others++; break;
            }

            if (!info.Content)
            {
                continue;
            }

            content++;
            ref var word = ref words[info.Word];
            generic += (info.Traits & WordTraits.Generic) != 0 ? 1 : 0;
            minIdf = Math.Min(minIdf, word.Idf);
            maxIdf = Math.Max(maxIdf, word.Idf);
            sumIdf += word.Idf;
            sumCount += word.Count;
            minCount = Math.Min(minCount, word.Count);
            maxCount = Math.Max(maxCount, word.Count);
            weight += word.Weight;
            sumPassages += word.Passages;
        }

        content = Math.Max(1, content);
        var last = first + c.Words - 1;
        ref var head = ref words[infos[last].Word];
        ref var lead = ref words[infos[first].Word];
        var n = (float)batch.Tokens.Length;
        var share = (float)c.Whole / c.Count;
        f[0] = Log(c.Count);
        f[1] = c.Count / text.MaxCount;
        f[2] = Log(head.Count);
        f[3] = Log((float)sumCount / content);
        f[4] = minIdf;
        f[5] = sumIdf / content;
        f[6] = maxIdf;
        f[7] = Log(c.FirstToken);
        f[8] = c.FirstToken / n;
        f[9] = c.LastToken / n;
        f[10] = (c.LastToken - c.FirstToken) / n;
        f[11] = c.FirstToken < batch.FirstSentenceEnd ? 1 : 0;
        f[12] = c.Words;
        f[13] = tokens[last].End - tokens[first].Start;
        f[14] = (float)c.Capitals / c.Count;
        f[15] = allUpper;
        f[16] = (float)upper / c.Words;
        f[17] = share;
        f[18] = (float)Math.Min(c.Longer, c.Count) / c.Count;
        f[19] = Log(c.Words) * (c.Count - (c.Longer > 0 ? c.Longer * 0.5f : 0));
        f[20] = BitOperations.PopCount(c.Left);
        f[21] = BitOperations.PopCount(c.Right);
        f[22] = (int)infos[first].Tag;
        f[23] = (int)infos[last].Tag;
        f[24] = adjectives;
        f[25] = names;
        f[26] = nouns;
        f[27] = verbs;
        f[28] = links;
        f[29] = others;
        f[30] = (float)generic / content;
        f[31] = hyphens;
        f[32] = text.LogTokens;
        f[33] = text.LogCandidates;
        f[34] = text.Capitals;
        f[35] = text.Names;
        f[36] = text.SentenceLength;
        f[37] = text.Language;
        f[38] = MathF.Log2((c.Prior + 1e-6f) / text.BestPrior);
        f[39] = Log(rank);
        f[40] = (float)c.Starts / c.Count;
        f[41] = (float)c.Sentences / batch.Sentences;
        f[42] = (float)c.Count / minCount;
        f[43] = (float)head.Nouns / head.Count;
        f[44] = (float)head.Capitals / head.Count;
        f[45] = weight / text.BestWeight;
        f[46] = Log(c.Count) * sumIdf / content;
        f[47] = (float)lead.Capitals / lead.Count;
        f[48] = lead.Length;
        f[49] = head.Length;
        f[50] = head.Idf;
        f[51] = (first == 0 || (tokens[first].Flags & TokenFlags.BreakBefore) != 0 ? 1 : 0)
            + (last + 1 == tokens.Length || (tokens[last + 1].Flags & TokenFlags.BreakBefore) != 0 ? 2 : 0);
    }

    /// <summary>What holds of the whole text.</summary>
    private readonly struct TextFigures
    {
        public readonly float MaxCount;
        public readonly float LogTokens;
        public readonly float LogCandidates;
        public readonly float Capitals;
        public readonly float Names;
        public readonly float SentenceLength;
        public readonly float Language;
        public readonly float BestPrior;
        public readonly float BestWeight;

        public TextFigures(PhraseBatch batch, ReadOnlySpan<int> chosen)
        {
            var (upper, names) = (0, 0);
            foreach (ref readonly var token in batch.Tokens)
            {
                upper += (token.Flags & TokenFlags.Upper) != 0 ? 1 : 0;
            }

            foreach (ref readonly var info in batch.Infos)
            {
                names += info.Tag == PartOfSpeech.ProperNoun ? 1 : 0;
            }

            BestWeight = 1e-6f;
            foreach (ref var word in batch.Words)
            {
                BestWeight = Math.Max(BestWeight, word.Weight);
            }

            MaxCount = 1;
            foreach (var c in chosen)
            {
                MaxCount = Math.Max(MaxCount, batch.Candidates[c].Count);
            }

            LogTokens = Log(batch.Tokens.Length);
            LogCandidates = Log(batch.Candidates.Length);
            Capitals = (float)upper / batch.Tokens.Length;
            Names = (float)names / batch.Tokens.Length;
            SentenceLength = (float)batch.Tokens.Length / Math.Max(1, batch.Sentences);
            Language = LanguageClass(batch.Pieces[0].Lists.Language);
            BestPrior = batch.Candidates[chosen[0]].Prior + 1e-6f;
        }

        private static float LanguageClass(string language) => language switch
        {
            "en" => 0,
            "fr" => 1,
            "pt" or "es" or "it" => 2,
            "ru" or "uk" => 4,
            "pl" or "cs" => 5,
            _ => 3,
        };
    }
}
