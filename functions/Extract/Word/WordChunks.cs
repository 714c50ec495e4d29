using Intake.Extract.Charsets;
using Intake.Extract.Html;
using Intake.Extract.PlainText;
using Intake.Extract.Rtf;

namespace Intake.Extract.Word;

/// <summary>
/// Reads the documents that other programs insert whole into a Word document (altChunk), for Word to merge when it is
/// opened: HTML, RTF, plain text or another Word document.
/// </summary>
internal sealed class WordChunks(BoundedZip zip, BlockWriter writer, ExtractLimits limits, bool isInserted)
{
    /// <summary>Inserted documents that are read, and the share of the bytes inflated that one may take.</summary>
    private const int Most = 20;

    private int _count;

    public string? Problem { get; private set; }

    public void Read(string path, CancellationToken ct)
    {
        using var stream = isInserted || _count++ >= Most ? null : zip.OpenEntry(path);
        if (stream is null)
        {
            Failed();
            return;
        }

        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        try
        {
            var read = Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), ct);
            foreach (var block in read.Blocks)
            {
                writer.Append(read.Text.AsSpan(block.Start..block.End));
                writer.End(block.Kind);
            }

            Problem ??= read.Problem;
        }
        catch (UnreadableException)
        {
            Failed();
        }
    }

    private void Failed() => Problem ??= "A document inserted into this one could not be read; it is kept as received.";

    private ReadText Read(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var span = bytes.Span;
        if (span.StartsWith("PK"u8))
        {
            return new WordReader(limits with { InflatedBytes = limits.InflatedBytes / Most }, isInserted: true).Read(bytes, ct);
        }

        if (span.StartsWith("{\\rt"u8))
        {
            return new RtfReader(limits).Read(bytes, ct);
        }

        var text = Charset.Decode(span).Text;
        return text.AsSpan().TrimStart().StartsWith("<") ? new HtmlReader(limits).Read(bytes, null, ct) : new PlainTextReader(limits).Read(text);
    }
}
