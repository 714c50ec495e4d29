namespace Intake.KeyPhrases;

/// <summary>Scores the candidates of a batch: rules for all, and the trained ranker for those the rules put first. The
/// rules keep a say in the order, so that a kind of text the ranker never saw does not suffer.</summary>
internal static class PhraseRanking
{
    /// <summary>Candidates the ranker looks at, however short the text.</summary>
    private const int Least = 100;

    /// <summary>Tokens for which it looks at one more.</summary>
    private const int TokensForOneMore = 24;

    /// <summary>What the binary logarithm of the rules' score adds to the ranker's log odds.</summary>
    public const float RulesShare = 0.25f;

    /// <summary>The log odds taken for a candidate that the ranker did not look at.</summary>
    private const float NotRanked = -5;

    [ThreadStatic]
    private static PhraseFeatures? _features;

    [ThreadStatic]
    private static float[]? _scores;

    public static void Score(PhraseBatch batch, PhraseRanker? ranker)
    {
        PhraseScores.Score(batch);
        var candidates = batch.Candidates;
        if (candidates.Length == 0)
        {
            return;
        }

        var chosen = Chosen(batch);
        var best = candidates[chosen[0]].Prior + 1e-6f;
        foreach (ref var candidate in candidates)
        {
            candidate.Score = Together(NotRanked, candidate.Prior, best);
        }

        if (ranker is null)
        {
            return;
        }

        var features = _features ??= new();
        features.Fill(batch, chosen);
        if (_scores is null || _scores.Length < features.Stride)
        {
            _scores = new float[features.Stride];
        }

        var scores = _scores.AsSpan(0, features.Stride);
        scores.Clear();
        ranker.Add(features, scores);
        for (var i = 0; i < chosen.Length; i++)
        {
            ref var candidate = ref candidates[chosen[i]];
            candidate.Score = Together(scores[i], candidate.Prior, best);
        }
    }

    /// <summary>The candidates that the rules put first, best first.</summary>
    public static ReadOnlySpan<int> Chosen(PhraseBatch batch)
    {
        var candidates = batch.Candidates;
        var order = new ulong[candidates.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = SortKey(candidates[i].Prior, i);
        }

        Array.Sort(order);
        var numbers = new int[Math.Min(order.Length, Least + batch.Tokens.Length / TokensForOneMore)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (int)(uint)order[i];
        }

        return numbers;
    }

    /// <summary>Sorts by score, the highest first, then by number; the number is the lower half. Scores are not
    /// negative, so that their bits sort as they do.</summary>
    public static ulong SortKey(float score, int number) =>
        (ulong)~BitConverter.SingleToUInt32Bits(score) << 32 | (uint)number;

    private static float Together(float ranked, float prior, float best) =>
        1 / (1 + MathF.Exp(-ranked - RulesShare * MathF.Log2((prior + 1e-6f) / best)));
}
