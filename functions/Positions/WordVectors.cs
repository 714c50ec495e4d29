using System.Collections.Frozen;
using System.Text;

namespace Intake.Positions;

/// <summary>
/// What English words mean, as vectors whose sum over a sentence tells what the sentence means: words that say little have
/// short ones. From <c>vectors.bin</c>; see <c>vectors.md</c>.
/// </summary>
internal sealed class WordVectors
{
    private static readonly Lazy<WordVectors> Shipped = new(() =>
    {
        using var content = typeof(WordVectors).Assembly.GetManifestResourceStream("Intake.Positions.vectors.bin")
            ?? throw new InvalidOperationException("The word vectors are not in the assembly.");
        return new(content);
    });

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers;
    private readonly float[] _scales;
    private readonly sbyte[] _values;

    private WordVectors(Stream content)
    {
        using var reader = new BinaryReader(content, Encoding.UTF8, leaveOpen: true);
        var count = reader.ReadInt32();
        Dimensions = reader.ReadInt32();
        var words = new KeyValuePair<string, int>[count];
        for (var i = 0; i < count; i++)
        {
            words[i] = new(reader.ReadString(), i);
        }

        _numbers = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _scales = new float[count];
        for (var i = 0; i < count; i++)
        {
            _scales[i] = reader.ReadSingle();
        }

        _values = new sbyte[count * Dimensions];
        content.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_values.AsSpan()));
    }

    public static WordVectors Of() => Shipped.Value;

    public int Dimensions { get; }

    /// <summary>Adds a folded word's vector to a sum.</summary>
    /// <returns>Whether the word is known.</returns>
    public bool Add(ReadOnlySpan<char> word, float weight, Span<float> sum)
    {
        if (!_numbers.TryGetValue(word, out var number))
        {
            return false;
        }

        var scale = _scales[number] * weight;
        var values = _values.AsSpan(number * Dimensions, Dimensions);
        for (var d = 0; d < values.Length; d++)
        {
            sum[d] += scale * values[d];
        }

        return true;
    }

    /// <summary>Writes vectors as the constructor reads them: a byte a value, and a factor for each word.</summary>
    internal static void Write(Stream content, IReadOnlyList<string> words, IReadOnlyList<double[]> vectors)
    {
        using var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true);
        writer.Write(words.Count);
        writer.Write(vectors[0].Length);
        foreach (var word in words)
        {
            writer.Write(word);
        }

        var scales = vectors.Select(vector => (float)(vector.Max(Math.Abs) / sbyte.MaxValue)).ToArray();
        foreach (var scale in scales)
        {
            writer.Write(scale);
        }

        for (var i = 0; i < words.Count; i++)
        {
            foreach (var value in vectors[i])
            {
                writer.Write((sbyte)(scales[i] == 0 ? 0 : Math.Clamp(Math.Round(value / scales[i]), -sbyte.MaxValue, sbyte.MaxValue)));
            }
        }
    }
}
