using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Intake.Benchmarks;

/// <summary>Writes the objects of a PDF file one after the other, and the table of where they are.</summary>
internal sealed class PdfFile
{
    private readonly MemoryStream _bytes = new();
    private readonly List<long> _places = [];

    public PdfFile() => Write("%PDF-1.4\n");

    /// <summary>Objects so far; they are numbered from 1.</summary>
    public int Count => _places.Count;

    public void Add(string dictionary)
    {
        Begin();
        Write(dictionary + "\nendobj\n");
    }

    public void AddStream(string content)
    {
        using var deflated = new MemoryStream();
        using (var deflate = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(Encoding.Latin1.GetBytes(content));
        Begin();
        Write(string.Create(CultureInfo.InvariantCulture, $"<< /Length {deflated.Length} /Filter /FlateDecode >>\nstream\n"));
        deflated.WriteTo(_bytes);
        Write("\nendstream\nendobj\n");
    }

    public byte[] ToArray()
    {
        var table = _bytes.Position;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {Count + 1}\n0000000000 65535 f \n"));
        _places.ForEach(place => Write(string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n")));
        Write(string.Create(CultureInfo.InvariantCulture, $"trailer << /Size {Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return _bytes.ToArray();
    }

    private void Begin()
    {
        _places.Add(_bytes.Position);
        Write(string.Create(CultureInfo.InvariantCulture, $"{Count} 0 obj\n"));
    }

    private void Write(string text) => _bytes.Write(Encoding.Latin1.GetBytes(text));
}
