using System.Runtime.InteropServices;
using System.Text;
using System.Xml;

namespace Intake.Extract.OpenDocument;

/// <summary>
/// Reads OpenDocument texts (odt, also templates and the flat form in one XML file): the text with its notes where they
/// are, then what stands in the margins of the pages.
/// </summary>
internal sealed class OdtReader(ExtractLimits limits)
{
    private const string Damaged = "This document is damaged; only the part before the damage was read.";

    /// <summary>Bytes of the list of files in which an encrypted one would be named.</summary>
    private const int Manifest = 1024 * 1024;

    private string? _problem;

    public ReadText Read(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        _problem = null;
        var writer = new BlockWriter(limits);
        var document = new OdtDocument(limits);
        if (bytes.Span.StartsWith("PK"u8))
        {
            using var zip = BoundedZip.Open(bytes, limits);
            if (IsEncrypted(zip))
            {
                throw new UnreadableException("This document is protected with a password and could not be read; it is kept as received.");
            }

            Part(() => zip.OpenXml("styles.xml"));
            Part(() => zip.OpenXml("content.xml") ?? throw new UnreadableException("This OpenDocument text has no text part and could not be read; it is kept as received."));
        }
        else
        {
            MemoryMarshal.TryGetArray(bytes, out var array);
            Part(() => BoundedXml.Over(new MemoryStream(array.Array!, array.Offset, array.Count, writable: false), limits));
        }

        var read = PageMargins.After(writer.Finish(DocumentKind.Odt), document.Margins, limits);
        read = read with { Comments = document.Comments, TrackedChanges = document.TrackedChanges };
        return _problem is null ? read : read with { Problem = _problem == BoundedZip.Broken().Message && read.Blocks.Count > 0 ? Damaged : _problem };

        void Part(Func<XmlReader?> open)
        {
            try
            {
                using var xml = open();
                if (xml is not null)
                {
                    new OdtPart(xml, writer, document).Read(ct);
                }
            }
            catch (UnreadableException unreadable)
            {
                _problem ??= unreadable.Message;
            }
            catch (Exception e) when (e is XmlException || BoundedZip.IsBroken(e))
            {
                _problem ??= BoundedZip.Broken().Message;
            }
        }
    }

    private static bool IsEncrypted(BoundedZip zip)
    {
        using var manifest = zip.OpenEntry("META-INF/manifest.xml");
        if (manifest is null)
        {
            return false;
        }

        try
        {
            var buffer = new byte[Manifest];
            return Encoding.UTF8.GetString(buffer, 0, manifest.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)).Contains("encryption-data", StringComparison.Ordinal);
        }
        catch (Exception e) when (BoundedZip.IsBroken(e))
        {
            return false;
        }
    }
}
