using System.Text;

namespace Intake.Extract.Rtf;

/// <summary>
/// Takes out the HTML that an RTF document was made from: Outlook keeps its mail so (MS-OXRTFEX). The tags stand in
/// groups of their own, the text between them is both documents'.
/// </summary>
internal sealed class RtfEncapsulatedHtml(int maxDepth) : RtfWalker(maxDepth)
{
    /// <summary>Bytes in which the document must say that it was made from HTML.</summary>
    private const int Header = 4096;

    private readonly StringBuilder _html = new();

    protected override bool IsFull => false;

    public static bool IsIn(ReadOnlySpan<byte> rtf) => rtf[..Math.Min(rtf.Length, Header)].IndexOf("\\fromhtml1"u8) >= 0 && rtf.IndexOf("\\htmltag"u8) >= 0;

    public string Html(ReadOnlyMemory<byte> rtf, CancellationToken ct)
    {
        Walk(rtf, ct);
        return _html.ToString();
    }

    protected override void Text(ReadOnlySpan<char> text)
    {
        if (Group.Destination == RtfDestination.Html)
        {
            _html.Append(text);
        }
        else if (Group.Destination == RtfDestination.Document && !Group.IsNotHtml)
        {
            AppendEncoded(text);
        }
    }

    protected override void Word(string word, int parameter)
    {
        switch (word)
        {
            case "htmltag":
                Group.Destination = RtfDestination.Html;
                break;
            case "par" or "line":
                Text("\n");
                break;
            case "fldinst" or "listtext" or "pntext" or "stylesheet" or "formfield":
                Group.Destination = RtfDestination.Skipped;
                break;
        }
    }

    protected override void Closed(RtfScope scope)
    {
        // Pieces of HTML end where they end; no group holds more than its text.
    }

    private void AppendEncoded(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '<':
                    _html.Append("&lt;");
                    break;
                case '&':
                    _html.Append("&amp;");
                    break;
                default:
                    _html.Append(c);
                    break;
            }
        }
    }
}
