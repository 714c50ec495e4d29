namespace Intake.Duplicates;

/// <summary>
/// How much of a text stands in another one, in about the same order. A text is looked at in windows: where letters of a
/// campaign were edited, nearly every window still has some of the other's words; where one letter quotes another, a few
/// windows have all of them and the rest none. So it tells a variant from a quotation, which shared words alone do not.
/// </summary>
internal static class Resemblance
{
    /// <summary>Word pairs of one window, about three lines of text.</summary>
    public const int Window = 32;

    /// <summary>Pairs of a window that have to stand near each other in the other text.</summary>
    private const int Needed = 3;

    /// <summary>How far from each other they may stand there, in word pairs.</summary>
    private const int Near = 3 * Window;

    /// <summary>Pairs; of a shorter text nothing can be said but whether it is equal.</summary>
    private const int Shortest = 8;

    /// <summary>The share of the windows of <paramref name="one"/> found in <paramref name="other"/>: 0 to 1.</summary>
    public static double Coverage(ReadOnlySpan<uint> one, Fingerprint other)
    {
        if (one.Length < Shortest || other.Pairs.Length < Shortest)
        {
            return 0;
        }

        Span<int> hits = stackalloc int[Window + Shortest];
        int windows = 0, found = 0;
        for (var start = 0; start < one.Length;)
        {
            // What is left over at the end and would be no window of its own belongs to the last one.
            var end = Math.Min(one.Length, start + Window);
            end = one.Length - end < Shortest ? one.Length : end;
            var count = 0;
            foreach (var pair in one[start..end])
            {
                if (other.PlaceOf(pair) is var at and >= 0)
                {
                    hits[count++] = at;
                }
            }

            windows++;
            found += IsNear(hits[..count], Math.Max(2, Math.Min(Needed, (end - start) / 8))) ? 1 : 0;
            start = end;
        }

        return (double)found / windows;
    }

    private static bool IsNear(Span<int> hits, int needed)
    {
        hits.Sort();
        for (var i = 0; i + needed <= hits.Length; i++)
        {
            if (hits[i + needed - 1] - hits[i] <= Near)
            {
                return true;
            }
        }

        return false;
    }
}
