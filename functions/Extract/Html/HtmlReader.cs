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
    /// <summary>
    /// Bytes in which a document may declare its character set. Browsers take 1,024, and then look as they parse; mail
    /// programs write style sheets before the declaration.
    /// </summary>
    private const int DeclaredWithin = 65_536;

    /// <summary>Declarations looked at: some contradict each other, or name what does not exist.</summary>
    private const int MostDeclared = 4;

    /// <summary>HTML from bytes; the character set as declared outside the document, if it was.</summary>
    public ReadText Read(ReadOnlyMemory<byte> bytes, string? declaredCharset, CancellationToken ct)
    {
        var beginning = Charset.Windows1252.GetString(bytes.Span[..Math.Min(bytes.Length, DeclaredWithin)]);
        string?[] declared =
        [
            declaredCharset,
            .. DeclaredCharset().Matches(beginning).Take(MostDeclared).Select(match => match.Groups[1].Value)

                // Read as single bytes, so it is not UTF-16, whatever it says.
                .Select(name => name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : name),
        ];
        return Read(Charset.Decode(bytes.Span, declared).Text, ct);
    }

    public ReadText Read(string html, CancellationToken ct)
    {
        var writer = new BlockWriter(limits);
        var isXml = html.AsSpan(0, Math.Min(html.Length, 64)).TrimStart("\ufeff \r\n").StartsWith("<?xml", StringComparison.Ordinal);
        var elements = new HtmlElements(writer, limits.Depth, isXml);
        using var tokenizer = new HtmlTokenizer(new TextSource(html), HtmlEntityProvider.Resolver)
        {
            SkipComments = true,
            IsAcceptingCharacterData = isXml,
            SkipScriptText = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = (ref _, name) => HtmlAttributes.IsRead(name.Span),
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
                    elements.EndAll();
                    return Finish();
            }
        }

        return Finish();

        ReadText Finish() => writer.Finish(DocumentKind.Html) with { TrackedChanges = elements.Changes };
    }

    [GeneratedRegex("""<(?:meta\b[^>]*?|\?xml\b[^>]*?en)c(?:harset|oding)\s*=\s*["']?\s*([\w.:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DeclaredCharset();
}
