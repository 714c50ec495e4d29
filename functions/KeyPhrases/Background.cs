using System.IO.Compression;

namespace Intake.KeyPhrases;

/// <summary>In how many texts of a background collection a word comes, by language; see <c>phrases.md</c>. A sketch:
/// two cells a word, of which the smaller counts, so that rare words are rarely taken for frequent ones.</summary>
internal sealed class Background
{
    /// <summary>Of a language; a power of two.</summary>
    public const int Cells = 1 << 17;

    /// <summary>Cells hold this many times the binary logarithm of one more than the count.</summary>
    public const double Scale = 8;

    private static readonly Lazy<Background> Shared = new(Load);

    private readonly Dictionary<string, byte[]> _cells;

    public Background(Dictionary<string, byte[]> cells) => _cells = cells;

    public static Background Instance => Shared.Value;

    public byte Of(string language, ulong stem) => _cells.TryGetValue(language, out var cells)
        ? Math.Min(cells[First(stem)], cells[Second(stem)]) : (byte)0;

    public bool Has(string language) => _cells.ContainsKey(language);

    public static int First(ulong stem) => (int)(stem >> 8) & (Cells - 1);

    public static int Second(ulong stem) => (int)(stem >> 40) & (Cells - 1);

    public static byte Cell(int count) => (byte)Math.Min(255, Math.Round(Scale * Math.Log2(1 + count)));

    public static void Save(IEnumerable<(string Language, byte[] Cells)> languages, Stream to)
    {
        using var brotli = new BrotliStream(to, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli);
        foreach (var (language, cells) in languages)
        {
            writer.Write(language);
            writer.Write(cells);
        }

        writer.Write("");
    }

    private static Background Load()
    {
        using var stream = EmbeddedText.Find("background.bin");
        var cells = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (stream is not null)
        {
            using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
            using var reader = new BinaryReader(brotli);
            while (reader.ReadString() is { Length: > 0 } language)
            {
                cells[language] = reader.ReadBytes(Cells);
            }
        }

        return new(cells);
    }
}
