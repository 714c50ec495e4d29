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

    public static (string Kind, string? Problem) Of(ReadOnlyMemory<byte> bytes, ExtractLimits limits)
    {
        try
        {
            using var zip = BoundedZip.Open(bytes, limits);
            var types = Text(zip, "[Content_Types].xml");
            if (Word.Any(type => types.Contains(type, StringComparison.OrdinalIgnoreCase)) || zip.Has("word/document.xml"))
            {
                return (DocumentKind.Docx, null);
            }

            var mimetype = Text(zip, "mimetype").Trim();
            if (mimetype.StartsWith("application/vnd.oasis.opendocument.text", StringComparison.Ordinal)
                || (mimetype.Length == 0 && zip.Has("content.xml") && Text(zip, "META-INF/manifest.xml").Contains("application/vnd.oasis.opendocument.text", StringComparison.Ordinal)))
            {
                return (DocumentKind.Odt, null);
            }

            var what = types.Contains("spreadsheetml", StringComparison.Ordinal) ? "This spreadsheet could not be read"
                : types.Contains("presentationml", StringComparison.Ordinal) ? "This presentation could not be read"
                : mimetype.Contains("opendocument", StringComparison.Ordinal) ? "This OpenDocument file could not be read"
                : null;
            if (what is null)
            {
                return (DocumentKind.Zip, null);
            }

            return (DocumentKind.Unknown, what + "; it is kept as received.");
        }
        catch (UnreadableException unreadable)
        {
            return (DocumentKind.Unknown, unreadable.Message);
        }
    }

    private static string Text(BoundedZip zip, string path)
    {
        using var stream = zip.OpenEntry(path);
        if (stream is null)
        {
            return "";
        }

        try
        {
            var buffer = new byte[ContentTypes];
            return Encoding.UTF8.GetString(buffer, 0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        }
        catch (Exception e) when (BoundedZip.IsBroken(e))
        {
            throw BoundedZip.Broken();
        }
    }
}
