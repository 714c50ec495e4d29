using Intake.Extract.Charsets;
using Intake.Extract.Cleaning;
using Intake.Extract.Containers;
using Intake.Extract.Converters;
using Intake.Extract.Html;
using Intake.Extract.OpenDocument;
using Intake.Extract.Pdf;
using Intake.Extract.PlainText;
using Intake.Extract.Rtf;
using Intake.Extract.Word;

namespace Intake.Extract;

/// <summary>
/// Reads the text of a document of any kind. Whatever the bytes, the answer is a <see cref="ReadText"/>; only a fault of
/// the stream itself throws. Nothing outside the document is ever fetched.
/// </summary>
public sealed class DocumentReader(ExtractLimits limits, ConverterRunner converters)
{
    /// <param name="content">The document, from its present position to its end.</param>
    /// <param name="name">The file's name: a hint, to tell Markdown and HTML fragments from plain text.</param>
    /// <param name="contentType">The declared type: a hint like the name, and the text's declared character set.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<ReadText> ReadAsync(Stream content, string name, string contentType, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        var isCut = await BoundedCopy.CopyAsync(content, buffer, limits.Bytes, ct);
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        return Cleaner.Clean(await ReadAsync(bytes, name, contentType, isCut, isInner: false, ct));
    }

    private async Task<ReadText> ReadAsync(
        ReadOnlyMemory<byte> bytes, string name, string contentType, bool isCut, bool isInner, CancellationToken ct)
    {
        var sniffed = KindSniffer.Sniff(bytes, name, contentType, limits);
        if (sniffed.Problem is { } problem)
        {
            return ReadText.Nothing(DocumentKind.Unknown, problem) with { IsQuarantined = sniffed.IsDangerous };
        }

        if (isCut && sniffed.Kind is not (DocumentKind.Text or DocumentKind.Markdown or DocumentKind.Html))
        {
            return ReadText.Nothing(sniffed.Kind, $"This document is larger than {limits.Bytes / 1024 / 1024} MB and could not be read; it is kept as received.");
        }

        if (isInner && sniffed.Kind is (DocumentKind.Zip or DocumentKind.Mail))
        {
            return ReadText.Nothing(sniffed.Kind, sniffed.Kind == DocumentKind.Zip
                ? "An archive within another document is not opened; it is kept as received."
                : "A message within another document is not opened; it is kept as received.");
        }

        try
        {
            var declared = DeclaredCharset(contentType);
            var read = sniffed.Kind switch
            {
                DocumentKind.Docx => new WordReader(limits).Read(bytes, ct),
                DocumentKind.Odt => new OdtReader(limits).Read(bytes, ct),
                DocumentKind.Rtf => new RtfReader(limits).Read(bytes, ct),
                DocumentKind.Pdf => await new PdfReader(limits, converters).ReadAsync(bytes, ct),
                DocumentKind.Doc => await new DocReader(limits, converters).ReadAsync(bytes, ct),
                DocumentKind.Mail => await new MailFileReader(limits, ReadInner).ReadAsync(bytes, ct),
                DocumentKind.Zip => await new ZipReader(limits, ReadInner).ReadAsync(bytes, ct),
                DocumentKind.Html => new HtmlReader(limits).Read(bytes, declared, ct),
                DocumentKind.Markdown => new MarkdownReader(limits).Read(Decode(bytes, isCut, declared), ct),
                DocumentKind.Answers => new AnswersReader(limits).Read(bytes),
                DocumentKind.Letter => new LetterReader(limits).Read(bytes),
                _ => new PlainTextReader(limits).Read(Decode(bytes, isCut, declared)),
            };
            return Finished(read, isCut);
        }
        catch (UnreadableException unreadable)
        {
            return ReadText.Nothing(sniffed.Kind, unreadable.Message);
        }
    }

    private Task<ReadText> ReadInner(ReadOnlyMemory<byte> bytes, string name, string contentType, CancellationToken ct) =>
        ReadAsync(bytes, name, contentType, isCut: false, isInner: true, ct);

    private static string Decode(ReadOnlyMemory<byte> bytes, bool isCut, string? declared) =>
        Charset.Decode(isCut ? WithoutCutCharacter(bytes.Span) : bytes.Span, declared).Text;

    private ReadText Finished(ReadText read, bool isCut)
    {
        var problem = read.Problem ?? (isCut ? BlockWriter.Cut(read.Text.Length)
            : read.Blocks.Count == 0 ? ReadText.NoText : null);
        return read with { Blocks = BlockDivider.Divide(read.Text, read.Blocks, limits.BlockCharacters), Problem = problem };
    }

    /// <summary>The beginning of a longer UTF-8 text may end inside a character, which must not make it look like another charset.</summary>
    private static ReadOnlySpan<byte> WithoutCutCharacter(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            if (bytes[^back] >= 0xC0)
            {
                return bytes[..^back];
            }
        }

        return bytes;
    }

    private static string? DeclaredCharset(string contentType)
    {
        var at = contentType.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : contentType[(at + 8)..].Split(';')[0].Trim(' ', '"', '\'');
    }
}
