namespace Intake.Extract;

/// <summary>Divides blocks that are too long for one passage: at the end of a sentence, else at white space, else anywhere.</summary>
internal static class BlockDivider
{
    private const string SentenceEnds = ".!?。！？؟।\n";

    public static IReadOnlyList<Block> Divide(string text, IReadOnlyList<Block> blocks, int longest)
    {
        if (!blocks.Any(block => block.End - block.Start > longest))
        {
            return blocks;
        }

        var divided = new List<Block>(blocks.Count);
        foreach (var block in blocks)
        {
            var start = block.Start;
            while (block.End - start > longest)
            {
                var end = EndOfPart(text, start, longest);
                Add(start, end, block);
                start = end;
            }

            Add(start, block.End, block);
        }

        return divided;

        void Add(int start, int end, Block whole)
        {
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            if (start < end)
            {
                divided.Add(whole with { Start = start, End = end, Marker = start == whole.Start ? whole.Marker : null });
            }
        }
    }

    /// <summary>Looks back over the last half of what fits, so that the parts stay of a size and the time linear.</summary>
    private static int EndOfPart(string text, int start, int longest)
    {
        var (blank, limit) = (0, start + longest);
        for (var i = limit; i > start + (longest / 2); i--)
        {
            if (!char.IsWhiteSpace(text[i - 1]))
            {
                continue;
            }

            blank = blank == 0 ? i : blank;
            if (SentenceEnds.Contains(text[i - 1], StringComparison.Ordinal) || SentenceEnds.Contains(text[i - 2], StringComparison.Ordinal))
            {
                return i;
            }
        }

        return blank > 0 ? blank : char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
    }
}
