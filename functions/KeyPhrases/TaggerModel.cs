using System.Collections.Concurrent;
using System.IO.Compression;

namespace Intake.KeyPhrases;

/// <summary>The weights of one language's tagger: a row of sixteen for every feature, hashed; see
/// <c>taggers.md</c>.</summary>
internal sealed class TaggerModel(sbyte[] weights)
{
    /// <summary>Scores of a word: one for each <see cref="PartOfSpeech"/>.</summary>
    public const int Width = 16;

    private static readonly ConcurrentDictionary<string, TaggerModel?> Loaded = new(StringComparer.Ordinal);

    public ReadOnlySpan<sbyte> Row(int row) => weights.AsSpan(row * Width, Width);

    /// <summary>Of a primary language tag; null where none was trained.</summary>
    public static TaggerModel? For(string language) => Loaded.GetOrAdd(language, Load);

    /// <summary>Adds up rows.</summary>
    public void Sum(ReadOnlySpan<int> rows, Span<short> sum)
    {
        sum.Clear();
        foreach (var row in rows)
        {
            var weightsOfRow = Row(row);
            for (var tag = 0; tag < Width; tag++)
            {
                sum[tag] += weightsOfRow[tag];
            }
        }
    }

    public static void Save(ReadOnlySpan<sbyte> weights, Stream to)
    {
        using var brotli = new BrotliStream(to, CompressionLevel.SmallestSize, leaveOpen: true);
        var column = new byte[TagFeatures.Rows];
        for (var tag = 0; tag < Width; tag++)
        {
            for (var row = 0; row < column.Length; row++)
            {
                column[row] = (byte)weights[row * Width + tag];
            }

            brotli.Write(column);
        }
    }

    private static TaggerModel? Load(string language)
    {
        using var stream = EmbeddedText.Find($"tagger-{language}.bin");
        if (stream is null)
        {
            return null;
        }

        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        var weights = new sbyte[TagFeatures.Rows * Width];
        var column = new byte[TagFeatures.Rows];
        for (var tag = 0; tag < Width; tag++)
        {
            brotli.ReadExactly(column);
            for (var row = 0; row < column.Length; row++)
            {
                weights[row * Width + tag] = (sbyte)column[row];
            }
        }

        return new(weights);
    }
}
