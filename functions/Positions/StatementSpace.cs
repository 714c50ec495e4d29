using System.Numerics;
using System.Runtime.InteropServices;

namespace Intake.Positions;

/// <summary>
/// Compares statements on one theme by what they mean and by the rare words they share. What all of them are about is
/// taken out first, so that what each proposes decides. In whole numbers, the same on every machine.
/// </summary>
internal sealed class StatementSpace
{
    /// <summary>The similarity of two equal texts, by meaning or by words alone.</summary>
    public const int One = 100_000_000;

    /// <summary>The least average similarity of what is one position: chosen on statements written for this, so that
    /// nine pairs in ten that are put together belong together.</summary>
    private const int SameMeaning = (int)(0.42 * One);

    /// <summary>The similarity of two statements that differ only in being for or against: chosen in the same way.</summary>
    private const int SurelySame = (int)(0.7 * One);

    /// <summary>The same by words alone.</summary>
    private const int SameWords = (int)(0.25 * One);

    /// <summary>What is asked more, over the number of statements: what few have in common is not known well.</summary>
    private const int MoreAmongFew = (int)(0.4 * One);

    /// <summary>The length of a vector of meaning, and of one of words.</summary>
    private const int Length = 127;
    private const int WordLength = 1_000;

    /// <summary>What equal words count beside equal meaning, of a hundred.</summary>
    private const int WordsBesideMeaning = 35;

    /// <summary>Statements that have to be there for half of their mean to be taken out.</summary>
    private const int MeanOf = 4;

    /// <summary>The longest mean that is taken out: a longer one is that of a campaign, and not of the theme.</summary>
    private const double LongestMean = 0.6;

    private readonly bool _hasMeaning;

    /// <param name="statements">All with vectors, or all without, in one language.</param>
    /// <param name="sample">Those by which is told what the statements have in common.</param>
    public StatementSpace(IReadOnlyList<StatedPosition> statements, IReadOnlyList<int> sample)
    {
        Statements = statements;
        _hasMeaning = statements.Count > 0 && !statements[0].Meaning.IsEmpty;

        // What many send in the same words counts once for what is common.
        var distinct = sample.Select(at => statements[at]).DistinctBy(one => Convert.ToHexString(one.Words.Span)).ToList();
        Meanings = _hasMeaning ? Centred(statements, distinct) : [.. statements.Select(_ => Array.Empty<float>())];
        Words = Weighted(statements, distinct);
        Threshold = (_hasMeaning ? SameMeaning : SameWords) + (MoreAmongFew / Math.Max(1, distinct.Count));
    }

    public IReadOnlyList<StatedPosition> Statements { get; }

    public int Threshold { get; }

    /// <summary>How like two statements have to be for one to be taken as against the other.</summary>
    public int Opposed => Math.Max(Threshold, _hasMeaning ? SurelySame : SameWords);

    /// <summary>Whole numbers; sums of their products are exact in any order, which lets them be added several at once.</summary>
    public float[][] Meanings { get; }

    /// <summary>Content words with what each counts, by word.</summary>
    public (uint Word, int Weight)[][] Words { get; }

    public int Similarity(int one, int other) => (int)Similarity(Dot(Meanings[one], Meanings[other]), Shared(Words[one], Words[other]));

    /// <summary>From the product of two meanings, or of sums of such, and that of their words.</summary>
    public long Similarity(double meanings, long words) => _hasMeaning
        ? ((long)meanings * (One / (Length * Length))) + (words * (One / 100 * WordsBesideMeaning / (WordLength * WordLength)))
        : words * (One / (WordLength * WordLength));

    private static float[][] Centred(IReadOnlyList<StatedPosition> statements, List<StatedPosition> distinct)
    {
        var sum = new long[statements[0].Meaning.Length];
        foreach (var statement in distinct)
        {
            for (var d = 0; d < sum.Length; d++)
            {
                sum[d] += (sbyte)statement.Meaning.Span[d];
            }
        }

        var mean = sum.Select(value => (double)value / (distinct.Count + MeanOf)).ToArray();
        var shorter = Math.Min(1, LongestMean * Length / Math.Max(1, Math.Sqrt(mean.Sum(value => value * value))));
        return [.. statements.Select(statement => Scaled([.. mean.Select((value, d) => (sbyte)statement.Meaning.Span[d] - (value * shorter))], Length))];
    }

    private static (uint Word, int Weight)[][] Weighted(IReadOnlyList<StatedPosition> statements, List<StatedPosition> distinct)
    {
        var counts = distinct.SelectMany(one => MemoryMarshal.Cast<byte, uint>(one.Words.Span).ToArray()).CountBy(word => word).ToDictionary();
        return
        [
            .. statements.Select(one =>
            {
                var words = MemoryMarshal.Cast<byte, uint>(one.Words.Span).ToArray();
                var weights = Scaled([.. words.Select(word => Math.Log((distinct.Count + MeanOf) / (counts.GetValueOrDefault(word) + 0.1)))], WordLength);
                return words.Zip(weights, (word, weight) => (word, (int)weight)).ToArray();
            }),
        ];
    }

    /// <summary>Brought to a length, and to whole numbers.</summary>
    private static float[] Scaled(double[] values, int length)
    {
        var now = Math.Sqrt(values.Sum(value => value * value));
        return [.. values.Select(value => now > 0 ? (float)Math.Round(value / now * length) : 0)];
    }

    private static float Dot(float[] one, float[] other)
    {
        var sum = Vector<float>.Zero;
        var d = 0;
        for (; d + Vector<float>.Count <= one.Length; d += Vector<float>.Count)
        {
            sum += new Vector<float>(one, d) * new Vector<float>(other, d);
        }

        var rest = Vector.Sum(sum);
        for (; d < one.Length; d++)
        {
            rest += one[d] * other[d];
        }

        return rest;
    }

    /// <summary>Both ascend.</summary>
    private static long Shared((uint Word, int Weight)[] one, (uint Word, int Weight)[] other)
    {
        long sum = 0;
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            if (one[i].Word == other[j].Word)
            {
                sum += (long)one[i++].Weight * other[j++].Weight;
            }
            else if (one[i].Word < other[j].Word)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum;
    }
}
