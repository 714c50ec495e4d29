using System.Buffers;
using System.Text;

namespace Intake.Extract;

/// <summary>What a zip archive is: many kinds of document are one.</summary>
internal static class ZipKind
{
    /// <summary>Bytes of the list of content types that are looked at.</summary>
    private const int ContentTypes = 1024 * 1024;

    private static readonly string[] Word =
    [
        "wordprocessingml.document.main", "wordprocessingml.template.main", "ms-word.document.macroEnabled.main", "ms-word.template.macroEnabledTemplate.main",
    ];

    private static readonly (string Type, string? What)[] NotRead =
    [
        ("spreadsheetml", "This spreadsheet could not be read"),
        ("ms-excel", "This spreadsheet could not be read"),
        ("opendocument.spreadsheet", "This spreadsheet could not be read"),
        ("presentationml", "This presentation could not be read"),
        ("ms-powerpoint", "This presentation could not be read"),
        ("opendocument.presentation", "This presentation could not be read"),
        ("opendocument", "This OpenDocument file could not be read"),
        ("vnd.sun.xml", "This document of an old OpenOffice could not be read"),
        ("xps", "This XPS document could not be read"),
        ("ms-visio", "This drawing could not be read"),
        ("epub", "This e-book could not be read"),
    ];

    public static Sniffed Of(ReadOnlyMemory<byte> bytes, ExtractLimits limits)
    {
        try
        {
            using var zip = BoundedZip.Open(bytes, limits);
            var types = Text(zip, "[Content_Types].xml");
            if (Word.Any(type => types.Contains(type, StringComparison.OrdinalIgnoreCase)) || zip.Has("word/document.xml"))
            {
                return new(DocumentKind.Docx);
            }

            var mimetype = Text(zip, "mimetype").Trim();
            if (mimetype.Length == 0 && zip.Has("content.xml"))
            {
                mimetype = MediaType(Text(zip, "META-INF/manifest.xml"));
            }

            if (mimetype.StartsWith("application/vnd.oasis.opendocument.text", StringComparison.Ordinal))
            {
                return new(DocumentKind.Odt);
            }

            if (zip.Has("AndroidManifest.xml") || (zip.Has("META-INF/MANIFEST.MF") && zip.Paths.Any(path => path.EndsWith(".class", StringComparison.OrdinalIgnoreCase))))
            {
                return KindSniffer.Kept("This is a program, which is not read") with { IsDangerous = true };
            }

            var what = NotRead.FirstOrDefault(each => types.Contains(each.Type, StringComparison.OrdinalIgnoreCase) || mimetype.Contains(each.Type, StringComparison.Ordinal)).What
                ?? (zip.Has("Index/Document.iwa") || zip.Has("Index.zip") || zip.Has("buildVersionHistory.plist") || zip.Has("Metadata/BuildVersionHistory.plist")
                    ? "This Apple Pages, Numbers or Keynote document could not be read" : null);
            return what is null ? new(DocumentKind.Zip) : KindSniffer.Kept(what);
        }
        catch (UnreadableException unreadable)
        {
            return new(DocumentKind.Unknown, unreadable.Message);
        }
    }

    /// <summary>
    /// Bytes that the text of a compressed document inflates to, by its own account: the framework inflates no more of an
    /// entry than that. 0 for other documents.
    /// </summary>
    public static long StatedText(ReadOnlyMemory<byte> bytes, ExtractLimits limits)
    {
        if (!bytes.Span.StartsWith("PK"u8))
        {
            return 0;
        }

        try
        {
            using var zip = BoundedZip.Open(bytes, limits);
            return zip.Entries.Where(entry => entry.FullName.EndsWith("xml", StringComparison.OrdinalIgnoreCase)).Sum(entry => Math.Clamp(entry.Length, 0, limits.InflatedBytes + 1));
        }
        catch (UnreadableException)
        {
            // Whoever reads it will find the same and say so.
            return 0;
        }
    }

    /// <summary>The type of the whole document, which its manifest gives for "/".</summary>
    private static string MediaType(string manifest) =>
        manifest.IndexOf("application/vnd.", StringComparison.Ordinal) is var at and >= 0 ? manifest[at..] : "";

    private static string Text(BoundedZip zip, string path)
    {
        using var stream = zip.OpenEntry(path);
        if (stream is null)
        {
            return "";
        }

        var buffer = ArrayPool<byte>.Shared.Rent(ContentTypes);
        try
        {
            return Encoding.UTF8.GetString(buffer, 0, stream.ReadAtLeast(buffer.AsSpan(0, ContentTypes), ContentTypes, throwOnEndOfStream: false));
        }
        catch (Exception e) when (BoundedZip.IsBroken(e))
        {
            throw BoundedZip.Broken();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
