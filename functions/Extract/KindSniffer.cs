using Intake.Extract.Charsets;
using Intake.Extract.Kinds;

namespace Intake.Extract;

/// <summary>
/// Tells a document's kind by its content. Name and declared type only decide between readings of the same characters:
/// plain text, Markdown, or HTML without its frame.
/// </summary>
internal static class KindSniffer
{
    private const int Sample = 8192;

    /// <summary>A byte order mark and white space, which editors leave in front of RTF.</summary>
    private static ReadOnlySpan<byte> LeadingJunk => [0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', 0];

    private static readonly string[] HtmlTags =
        ["!doctype html", "html", "head", "body", "title", "table", "div", "p", "h1", "h2", "h3", "br", "font", "b", "a", "style", "script", "span", "ul", "ol", "center", "meta", "iframe"];

    public static Sniffed Sniff(ReadOnlyMemory<byte> document, string name, string contentType, ExtractLimits limits)
    {
        var bytes = document.Span;
        if (bytes.IsEmpty)
        {
            return new(DocumentKind.Unknown, "This document is empty.");
        }

        if (contentType.StartsWith(DocumentKind.AnswersContentType, StringComparison.OrdinalIgnoreCase))
        {
            return new(DocumentKind.Answers);
        }

        if (contentType.StartsWith(DocumentKind.LetterContentType, StringComparison.OrdinalIgnoreCase))
        {
            return new(DocumentKind.Letter);
        }

        if (Danger.Of(bytes, name) is { } danger)
        {
            return Kept(danger) with { IsDangerous = true };
        }

        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8) || bytes.StartsWith("PK00PK\u0003\u0004"u8))
        {
            return ZipKind.Of(document, limits);
        }

        var looksText = LooksText(bytes);
        if (looksText && MailSignature.Fits(bytes, IsNamedMail(name, contentType)))
        {
            return new(DocumentKind.Mail);
        }

        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return new(DocumentKind.Pdf);
        }

        if (bytes[..Math.Min(bytes.Length, 64)].TrimStart(LeadingJunk).StartsWith("{\\rt"u8))
        {
            return new(DocumentKind.Rtf);
        }

        if (OleKind.IsOle(bytes))
        {
            var (kind, what) = OleKind.Of(bytes);
            return what is null ? new(kind) : Kept(what);
        }

        // Word 2, which the converters for Word 97 read too.
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xDB, 0xA5, 0x2D, 0]))
        {
            return new(DocumentKind.Doc);
        }

        return Signature.Of(bytes, looksText) is { } other ? Kept(other)
            : looksText ? OfText(bytes, name, contentType)
            : Kept("This kind of file could not be read");
    }

    /// <param name="what">Half a sentence.</param>
    internal static Sniffed Kept(string what) => new(DocumentKind.Unknown, what + "; it is kept as received.");

    private static bool IsNamedMail(string name, string contentType) =>
        contentType.StartsWith("message/rfc822", StringComparison.OrdinalIgnoreCase) || HasExtension(name, ".eml", ".mht", ".mhtml");

    private static Sniffed OfText(ReadOnlySpan<byte> bytes, string name, string contentType)
    {
        var beginning = Charset.Decode(bytes[..Math.Min(bytes.Length, Sample)]).Text.AsSpan().TrimStart("\ufeff \t\r\n");
        var kind = TextKind(beginning, name, contentType);
        return kind == DocumentKind.Text && beginning.StartsWith("<?xml") ? Kept(XmlKind(beginning)) : new(kind);
    }

    /// <summary>XML that is no page: read as it stands, it would be more markup than text.</summary>
    private static string XmlKind(ReadOnlySpan<char> beginning) =>
        beginning.Contains("<svg", StringComparison.Ordinal) ? "This picture holds no text that could be read"
        : beginning.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal) ? "This spreadsheet could not be read"
        : "This XML file could not be read";

    private static string TextKind(ReadOnlySpan<char> beginning, string name, string contentType)
    {
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

    /// <summary>Text has hardly any control characters; UTF-16, escapes and EBCDIC have, but in a pattern.</summary>
    private static bool LooksText(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        if (sample is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..])
        {
            return true;
        }

        var controls = 0;
        foreach (var b in sample)
        {
            controls += b is < 0x09 or (> 0x0D and < 0x1B) or (> 0x1B and < 0x20) ? 1 : 0;
        }

        return controls * 20 <= sample.Length
            || UnmarkedUnicode.Of(sample) is not null || EscapedSets.Of(sample) is not null || CharsetDetector.LooksEbcdic(sample);
    }
}

/// <param name="Kind">One of <see cref="DocumentKind"/>.</param>
/// <param name="Problem">Why it is not read, in a sentence for the contributor; null when it is.</param>
/// <param name="IsDangerous">It is kept in quarantine.</param>
internal readonly record struct Sniffed(string Kind, string? Problem = null, bool IsDangerous = false);
