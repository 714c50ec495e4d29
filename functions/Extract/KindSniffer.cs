using Intake.Extract.Charsets;
namespace Intake.Extract;

/// <summary>
/// Tells a document's kind by its content. Name and declared type only decide between readings of the same characters:
/// plain text, Markdown, or HTML without its frame.
/// </summary>
internal static class KindSniffer
{
    private const int Sample = 8192;

    private static readonly (byte[] Magic, string What)[] Binary =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "This picture holds no text that could be read"),
        ([0xFF, 0xD8, 0xFF], "This picture holds no text that could be read"),
        ("GIF8"u8.ToArray(), "This picture holds no text that could be read"),
        ("II*\0"u8.ToArray(), "This picture holds no text that could be read"),
        ("MM\0*"u8.ToArray(), "This picture holds no text that could be read"),
        ([0x1F, 0x8B], "This compressed file could not be read"),
        ("Rar!"u8.ToArray(), "This compressed file could not be read"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "This compressed file could not be read"),
        ("MZ"u8.ToArray(), "This is a program, which is not read"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "This is a program, which is not read"),
    ];

    private static readonly string[] HtmlTags =
        ["!doctype html", "html", "head", "body", "title", "table", "div", "p", "h1", "h2", "h3", "br", "font", "b", "a", "style", "script", "span", "ul", "ol", "center", "meta", "iframe"];

    public static (string Kind, string? Problem) Sniff(ReadOnlyMemory<byte> document, string name, string contentType, ExtractLimits limits)
    {
        var bytes = document.Span;
        if (bytes.IsEmpty)
        {
            return (DocumentKind.Unknown, "This document is empty.");
        }

        if (contentType.StartsWith(DocumentKind.AnswersContentType, StringComparison.OrdinalIgnoreCase))
        {
            return (DocumentKind.Answers, null);
        }

        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8))
        {
            return ZipKind.Of(document, limits);
        }

        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return (DocumentKind.Pdf, null);
        }

        if (bytes.StartsWith("{\\rt"u8))
        {
            return (DocumentKind.Rtf, null);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return bytes.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"u8) >= 0
                ? Kept("This document is protected with a password and could not be read")
                : (DocumentKind.Doc, null);
        }

        // Word 2, from before the compound format.
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xDB, 0xA5, 0x2D, 0x00]))
        {
            return (DocumentKind.Doc, null);
        }

        foreach (var (magic, what) in Binary)
        {
            if (bytes.StartsWith(magic) && (magic.Length > 2 || !LooksText(bytes)))
            {
                return Kept(what);
            }
        }

        return LooksText(bytes) ? (TextKind(bytes, name, contentType), null) : Kept("This kind of file could not be read");
    }

    private static (string Kind, string? Problem) Kept(string what) => (DocumentKind.Unknown, what + "; it is kept as received.");

    private static string TextKind(ReadOnlySpan<byte> bytes, string name, string contentType)
    {
        var beginning = Charset.Decode(bytes[..Math.Min(bytes.Length, Sample)]).Text.AsSpan().TrimStart();
        var declaredHtml = contentType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
            || contentType.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase) || HasExtension(name, ".html", ".htm", ".xhtml");
        if (IsFlatOpenDocument(beginning))
        {
            return DocumentKind.Odt;
        }

        if (IsHtml(beginning) || (declaredHtml && beginning.Contains('<')))
        {
            return DocumentKind.Html;
        }

        return contentType.StartsWith("text/markdown", StringComparison.OrdinalIgnoreCase) || HasExtension(name, ".md", ".markdown")
            ? DocumentKind.Markdown
            : DocumentKind.Text;
    }

    /// <summary>An OpenDocument text in one XML file.</summary>
    private static bool IsFlatOpenDocument(ReadOnlySpan<char> beginning) =>
        beginning.StartsWith("<") && beginning.Contains("<office:document", StringComparison.Ordinal)
        && beginning.Contains("application/vnd.oasis.opendocument.text", StringComparison.Ordinal);

    /// <summary>A document that begins with a tag of HTML, after comments and an XML declaration.</summary>
    private static bool IsHtml(ReadOnlySpan<char> beginning)
    {
        while (beginning.StartsWith("<?") || beginning.StartsWith("<!--"))
        {
            var end = beginning[1] == '?' ? "?>" : "-->";
            var at = beginning.IndexOf(end);
            if (at < 0)
            {
                return false;
            }

            beginning = beginning[(at + end.Length)..].TrimStart();
        }

        if (!beginning.StartsWith("<"))
        {
            return false;
        }

        var rest = beginning[1..];
        foreach (var tag in HtmlTags)
        {
            if (rest.StartsWith(tag, StringComparison.OrdinalIgnoreCase) && (rest.Length == tag.Length || rest[tag.Length] is '>' or ' ' or '\n' or '\r' or '\t' or '/'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasExtension(string name, params ReadOnlySpan<string> extensions)
    {
        foreach (var extension in extensions)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Text has hardly any control characters; UTF-16 has zero bytes, but in a pattern.</summary>
    private static bool LooksText(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        if (sample is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..] || Charset.LooksUtf16(sample) is not null)
        {
            return true;
        }

        var controls = 0;
        foreach (var b in sample)
        {
            controls += b is < 0x09 or (> 0x0D and < 0x1B) or (> 0x1B and < 0x20) ? 1 : 0;
        }

        return controls * 20 <= sample.Length;
    }
}
