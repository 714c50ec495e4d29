using System.Text.RegularExpressions;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using Intake.Extract.Charsets;

namespace Intake.Extract.Html;

/// <summary>
/// Reads the visible text of HTML, in the order of the source. Only AngleSharp's tokenizer is used: building its tree
/// takes time quadratic in nesting depth, and markup in the wild is nested by machines and attackers. Nothing is fetched.
/// </summary>
internal sealed partial class HtmlReader(ExtractLimits limits)
{
    /// <summary>Bytes in which a document may declare its character set, as browsers look for it (they take 1,024).</summary>
    private const int MetaWithin = 4096;

    /// <summary>HTML from bytes; the character set as declared outside the document, if it was.</summary>
    public ReadText Read(ReadOnlyMemory<byte> bytes, string? declaredCharset, CancellationToken ct)
    {
        var beginning = Charset.Windows1252.GetString(bytes.Span[..Math.Min(bytes.Length, MetaWithin)]);
        var inMeta = DeclaredCharset().Match(beginning) is { Success: true } match ? match.Groups[1].Value : null;

        // Read as single bytes, so it is not UTF-16, whatever it says.
        inMeta = inMeta?.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) == true ? "utf-8" : inMeta;
        return Read(Charset.Decode(bytes.Span, declaredCharset, inMeta).Text, ct);
    }

    public ReadText Read(string html, CancellationToken ct)
    {
        var writer = new BlockWriter(limits);
        var elements = new HtmlElements(writer, limits.Depth);
        using var tokenizer = new HtmlTokenizer(new TextSource(html), HtmlEntityProvider.Resolver)
        {
            SkipComments = true,
            SkipScriptText = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = (ref _, name) => HtmlElements.IsRead(name.Span),
        };
        while (!writer.IsFull)
        {
            ct.ThrowIfCancellationRequested();
            var token = tokenizer.Get();
            switch (token.Type)
            {
                case HtmlTokenType.Character:
                    elements.Text(token.Data);
                    break;
                case HtmlTokenType.StartTag:
                    tokenizer.State = elements.Start((HtmlTagToken)token);
                    break;
                case HtmlTokenType.EndTag:
                    elements.End(token.Name);
                    break;
                case HtmlTokenType.EndOfFile:
                    return writer.Finish(DocumentKind.Html);
            }
        }

        return writer.Finish(DocumentKind.Html);
    }

    [GeneratedRegex("""<(?:meta\b[^>]*?|\?xml\b[^>]*?en)c(?:harset|oding)\s*=\s*["']?\s*([\w.:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DeclaredCharset();
}
