namespace Intake.Duplicates;

/// <summary>
/// How much of a text stands in another one, in about the same order. A text is looked at in windows: where letters of a
/// campaign were edited, nearly every window still has some of the other's words; where one letter quotes another, a few
/// windows beside each other have all of them and the rest none. So it tells a variant from a quotation, which shared words
/// alone do not.
/// </summary>
internal static class Resemblance
{
    /// <summary>The share of each of two letters that has to stand in the other.</summary>
    public const double NearEqual = 0.4;

    /// <summary>Word pairs of one window, about three lines of text.</summary>
    public const int Window = 32;

    /// <summary>Pairs of a window that have to stand at the same distance from where the window stands.</summary>
    private const int Needed = 3;

    /// <summary>How far those distances may differ, in word pairs: words were put in and left out between them.</summary>
    private const int Drift = 6;

    /// <summary>Pairs in all: fewer are a phrase that any two letters on one topic may have.</summary>
    private const int Least = 6;

    /// <summary>Pairs; of a shorter text nothing can be said but whether it is equal.</summary>
    private const int Shortest = 8;

    /// <summary>The largest share of a letter that is a quotation, and not a letter with something added.</summary>
    private const double MostQuoted = 0.6;

    /// <summary>Windows of a letter in which a quotation can be told from the passages two variants have in common.</summary>
    private const int FewestQuoting = 6;

    /// <summary>Whether two letters are variants of one: most of each stands in the other, and neither merely quotes it.</summary>
    public static bool AreVariants(Fingerprint one, Fingerprint other)
    {
        var there = Measure(one.Pairs, other);
        return there.Share >= NearEqual && there.Hits >= Least && !there.IsQuotation
            && Measure(other.Pairs, one) is { Share: >= NearEqual, Hits: >= Least, IsQuotation: false };
    }

    /// <summary>The share of the windows of <paramref name="one"/> found in <paramref name="other"/>: 0 to 1.</summary>
    public static double Coverage(ReadOnlySpan<uint> one, Fingerprint other) => Measure(one, other).Share;

    private static Measured Measure(ReadOnlySpan<uint> one, Fingerprint other)
    {
        if (one.Length < Shortest || other.Pairs.Length < Shortest)
        {
            return default;
        }

        Span<int> distances = stackalloc int[Window + Shortest];
        var measured = new Measured { First = -1 };
        for (var start = 0; start < one.Length;)
        {
            // What is left over at the end and would be no window of its own belongs to the last one.
            var end = Math.Min(one.Length, start + Window);
            end = one.Length - end < Shortest ? one.Length : end;
            var count = 0;
            for (var i = start; i < end; i++)
            {
                if (other.PlaceOf(one[i]) is var at and >= 0)
                {
                    distances[count++] = at - i;
                }
            }

            measured.Add(OnALine(distances[..count]));
            start = end;
        }

        return measured;
    }

    /// <summary>The most that stand at about the same distance.</summary>
    private static int OnALine(Span<int> distances)
    {
        distances.Sort();
        var most = 0;
        for (int i = 0, from = 0; i < distances.Length; i++)
        {
            while (distances[i] - distances[from] > Drift)
            {
                from++;
            }

            most = Math.Max(most, i - from + 1);
        }

        return most;
    }

    /// <summary>Windows looked at and found, the first and last found, and the pairs found in them.</summary>
    private record struct Measured(int Windows, int Found, int First, int Last, int Hits)
    {
        public readonly double Share => Windows == 0 ? 0 : (double)Found / Windows;

        public readonly bool IsQuotation => Windows >= FewestQuoting && Share <= MostQuoted && Last - First + 1 == Found;

        public void Add(int onALine)
        {
            if (onALine >= Needed)
            {
                First = Found == 0 ? Windows : First;
                Last = Windows;
                Found++;
                Hits += onALine;
            }

            Windows++;
        }
    }
}
