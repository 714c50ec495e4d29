using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Intake.Extract.Html;

/// <summary>
/// The open elements of an HTML document, as far as they matter to its text: what ends a paragraph, what is hidden, which
/// end tags are left out. Inline elements are not tracked, so no markup makes this more than linear; elements deeper than
/// the limit count as text in the one above, like in browsers.
/// </summary>
internal sealed class HtmlElements(BlockWriter writer, int maxDepth)
{
    private static readonly FrozenSet<string> Void = Set("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");

    private static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 " +
        "head header hgroup html legend li listing main menu nav ol optgroup option p plaintext pre search section select summary table tbody td textarea tfoot th " +
        "thead tr ul xmp");

    /// <summary>Never shown. (noscript is: no script runs here.)</summary>
    private static readonly FrozenSet<string> Hidden = Set("script style title template iframe noembed noframes datalist audio video canvas metadata desc rp");

    private static readonly FrozenSet<string> Preformatted = Set("pre textarea listing xmp plaintext");

    /// <summary>An end tag does not reach out of these.</summary>
    private static readonly FrozenSet<string> Scopes = Set("table td th caption template");

    private static readonly FrozenSet<string> Headings = Set("h1 h2 h3 h4 h5 h6");

    private readonly List<Element> _open = [];

    /// <summary>How many elements of a name are open: most end tags that match nothing are known at once.</summary>
    private readonly Dictionary<string, int> _count = new(StringComparer.Ordinal);

    private readonly record struct Element(string Name, bool IsHidden, bool IsPreformatted, bool IsScope, PassageKind Kind);

    private Element Top => _open.Count > 0 ? _open[^1] : default;

    /// <summary>The attributes that decide whether an element is shown.</summary>
    public static bool IsRead(ReadOnlySpan<char> attribute) => attribute is "hidden" or "style" or "open";

    public void Text(string text)
    {
        if (Top.IsHidden)
        {
            return;
        }

        if (Top.IsPreformatted)
        {
            writer.Append(text.Replace('\u00a0', ' '));
        }
        else
        {
            writer.AppendCollapsed(text);
        }
    }

    /// <returns>How the tokenizer has to read what the element holds.</returns>
    public HtmlParseMode Start(HtmlTagToken tag)
    {
        var name = tag.Name;
        if (name == "br" && !Top.IsHidden)
        {
            writer.Break(Top.Kind);
        }

        var isBlock = Blocks.Contains(name);
        var isHidden = Hidden.Contains(name) || IsHidden(tag);
        if (isBlock || name == "hr")
        {
            EndImplied(name);
            EndParagraph();
        }

        if (Void.Contains(name) || (!isBlock && !isHidden) || (tag.IsSelfClosing && !isBlock) || _open.Count >= maxDepth)
        {
            return Mode(name);
        }

        var kind = Headings.Contains(name) ? PassageKind.Heading
            : name is "li" or "dd" or "dt" ? PassageKind.ListItem
            : name is "table" or "td" or "th" ? PassageKind.Paragraph
            : Top.Kind;
        _open.Add(new(name, isHidden || Top.IsHidden, Preformatted.Contains(name) || Top.IsPreformatted, Scopes.Contains(name), kind));
        _count[name] = _count.GetValueOrDefault(name) + 1;
        if (name is "td" or "th")
        {
            writer.BeginCell();
        }

        return Mode(name);
    }

    public void End(string name)
    {
        if (name is "br")
        {
            writer.Break(Top.Kind);
            return;
        }

        var reachesOut = name is "table" or "tr" or "tbody" or "thead" or "tfoot";
        for (var i = IsOpen(name) ? _open.Count - 1 : -1; i >= 0; i--)
        {
            if (_open[i].Name == name)
            {
                CloseTo(i);
                return;
            }

            if (_open[i].IsScope && (!reachesOut || _open[i].Name == "table"))
            {
                break;
            }
        }

        if (Blocks.Contains(name))
        {
            EndParagraph();
        }
    }

    private static HtmlParseMode Mode(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static bool IsHidden(HtmlTagToken tag)
    {
        var (hidden, closedDialog) = (false, tag.Name == "dialog");
        foreach (var attribute in tag.Attributes)
        {
            hidden |= attribute.Name == "hidden"
                || (attribute.Name == "style" && attribute.Value.Replace(" ", "", StringComparison.Ordinal) is var style
                    && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)));
            closedDialog &= attribute.Name != "open";
        }

        return hidden || closedDialog;
    }

    /// <summary>Ends what the start of this element ends without an end tag.</summary>
    private void EndImplied(string name)
    {
        switch (name)
        {
            case "li":
                CloseNearest("li", "li", "ul", "ol", "menu", "dir");
                break;
            case "dt" or "dd":
                CloseNearest("dt", "dd", "dl");
                break;
            case "td" or "th":
                CloseNearest("td", "th", "table");
                break;
            case "tr":
                CloseNearest("tr", "tr", "table");
                break;
            case "tbody" or "thead" or "tfoot":
                CloseNearest("tr", "tr", "table");
                break;
            case "option" or "optgroup":
                CloseNearest("option", "option", "select");
                break;
        }

        if (Top.Name == "p")
        {
            CloseTo(_open.Count - 1);
        }
    }

    private void CloseNearest(string name, string other, params ReadOnlySpan<string> within)
    {
        for (var i = IsOpen(name) || IsOpen(other) ? _open.Count - 1 : -1; i >= 0; i--)
        {
            if (_open[i].Name == name || _open[i].Name == other)
            {
                CloseTo(i);
                return;
            }

            if (within.Contains(_open[i].Name) || _open[i].Name == "table" || (_open[i].IsScope && name is not ("td" or "tr")))
            {
                return;
            }
        }
    }

    private bool IsOpen(string name) => _count.GetValueOrDefault(name) > 0;

    private void CloseTo(int index)
    {
        while (_open.Count > index)
        {
            EndParagraph();
            var name = Top.Name;
            _count[name]--;
            _open.RemoveAt(_open.Count - 1);
            switch (name)
            {
                case "td" or "th":
                    writer.EndCell();
                    break;
                case "tr" or "table":
                    writer.EndRow();
                    break;
            }
        }
    }

    /// <summary>Inline elements that are hidden interrupt no paragraph.</summary>
    private void EndParagraph()
    {
        if (_open.Count == 0 || Blocks.Contains(Top.Name))
        {
            writer.End(Top.Kind);
        }
    }
}
