using Intake.Extract.Html;

namespace Intake.Extract.Rtf;

/// <summary>
/// Reads RTF documents. There is no such thing as broken RTF here: what is no control word is text, and groups left open
/// end with the document. Nothing that a field names (INCLUDETEXT, INCLUDEPICTURE) is opened.
/// </summary>
internal sealed class RtfReader(ExtractLimits limits)
{
    public ReadText Read(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (RtfEncapsulatedHtml.IsIn(bytes.Span))
        {
            var html = new RtfEncapsulatedHtml(limits.Depth).Html(bytes, ct);
            return new HtmlReader(limits).Read(html, ct) with { Kind = DocumentKind.Rtf };
        }

        return new RtfDocument(limits).Read(bytes, ct);
    }
}
