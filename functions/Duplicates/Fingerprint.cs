using System.Runtime.InteropServices;

namespace Intake.Duplicates;

/// <summary>
/// What is kept of a text to compare it with others: a 32-bit hash of every two neighbouring words, in order, 0 where both
/// are short. Case, accents, punctuation and line breaks make no difference. Four bytes a word.
/// </summary>
public sealed class Fingerprint
{
    /// <summary>Hashes that a text is looked up by. Two texts that share a seventh of their pairs share nine of these.</summary>
    internal const int SketchSize = 64;

    /// <summary>Pairs kept of one text, about 400 pages; what comes later makes no letter another one.</summary>
    private const int MostPairs = 200_000;

    private readonly uint[] _pairs;
    private readonly ulong[] _places;

    private Fingerprint(uint[] pairs)
    {
        _pairs = pairs;
        _places = Places(pairs);
        Sketch = [.. _places.Take(SketchSize).Select(place => (uint)(place >> 32))];
        Whole = Hash(pairs);
    }

    /// <summary>In the order of the text.</summary>
    internal ReadOnlySpan<uint> Pairs => _pairs;

    /// <summary>The smallest hashes of those that stand in the text once, ascending: a sample that is the same for the same words.</summary>
    internal uint[] Sketch { get; }

    /// <summary>Equal for texts of equal words.</summary>
    internal UInt128 Whole { get; }

    /// <param name="text">All of it.</param>
    /// <param name="mostPairs">Pairs kept; what comes later makes no difference.</param>
    public static Fingerprint Of(string text, int mostPairs = MostPairs)
    {
        var words = new List<ulong>(text.Length / 6);
        WordHashes.Read(text, words);
        var pairs = new uint[Math.Min(mostPairs, Math.Max(0, words.Count - 1))];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = WordHashes.Pair(words[i], words[i + 1]);
        }

        return new(pairs);
    }

    /// <param name="bytes">What <see cref="ToBytes"/> gave.</param>
    public static Fingerprint FromBytes(ReadOnlySpan<byte> bytes) => new(MemoryMarshal.Cast<byte, uint>(bytes).ToArray());

    /// <summary>Four bytes a pair, little endian on every machine .NET runs Intake on.</summary>
    public byte[] ToBytes() => MemoryMarshal.AsBytes(_pairs.AsSpan()).ToArray();

    /// <summary>Where a pair stands that stands in the text once; -1 for every other, and for two short words.</summary>
    internal int PlaceOf(uint pair)
    {
        var at = _places.AsSpan().BinarySearch((ulong)pair << 32);
        at = at < 0 ? ~at : at;
        return at < _places.Length && _places[at] >> 32 == pair ? (int)(uint)_places[at] : -1;
    }

    /// <summary>Pairs that stand in the text once, ascending, each with its place in the lower half.</summary>
    private static ulong[] Places(uint[] pairs)
    {
        var places = new ulong[pairs.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            places[i] = ((ulong)pairs[i] << 32) | (uint)i;
        }

        Array.Sort(places);
        var unique = new List<ulong>(places.Length);
        for (int i = 0, next; i < places.Length; i = next)
        {
            for (next = i + 1; next < places.Length && places[next] >> 32 == places[i] >> 32; next++)
            {
            }

            if (next == i + 1 && places[i] >> 32 != 0)
            {
                unique.Add(places[i]);
            }
        }

        return [.. unique];
    }

    private static UInt128 Hash(uint[] pairs)
    {
        ulong one = (uint)pairs.Length, two = ~one;
        foreach (var pair in pairs)
        {
            one = WordHashes.Mix(one ^ pair);
            two = WordHashes.Mix((two * 31) + pair);
        }

        return new(one, two);
    }
}
