namespace Intake.Themes.Learning;

/// <summary>What a text is made of, counted: its words by their numbers, and its pairs of words by their features. All
/// that learning needs of it.</summary>
internal sealed record CountedText((int Word, int Times)[] Words, (uint Pair, int Times)[] Pairs)
{
    /// <summary>The words read into the run by each of <paramref name="reads"/>, each that many times.</summary>
    public static CountedText Of(WordRun run, params IEnumerable<(Action<WordRun> Read, int Times)> reads)
    {
        var words = new Dictionary<int, int>();
        var pairs = new Dictionary<uint, int>();
        foreach (var (read, times) in reads)
        {
            read(run);
            var before = 0u;
            foreach (var placed in run.Words)
            {
                words[placed.Word] = words.GetValueOrDefault(placed.Word) + times;
                var root = run.Table.Root(placed.Word);
                if (before != 0)
                {
                    var pair = FeatureHash.Pair(before, root);
                    pairs[pair] = pairs.GetValueOrDefault(pair) + times;
                }

                before = root;
            }
        }

        return new([.. words.Select(word => (word.Key, word.Value))], [.. pairs.Select(pair => (pair.Key, pair.Value))]);
    }

    /// <summary>A word said again says less than the first time.</summary>
    public static float Weight(int times) => times == 1 ? 1 : 1 + MathF.Log(times);
}
