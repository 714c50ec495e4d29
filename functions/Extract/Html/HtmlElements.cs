using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Intake.Extract.Html;

/// <summary>An open element.</summary>
internal readonly record struct HtmlElement(string Name, bool IsBlock, bool IsHidden, bool IsPreformatted, bool IsSign, PassageKind Kind);

/// <summary>
/// The open elements of an HTML document, as far as they matter to its text: what ends a paragraph, what is hidden, which
/// end tags are left out. Inline elements are not tracked, so no markup makes this more than linear; elements deeper than
/// the limit count as text in the one above, like in browsers.
/// </summary>
internal sealed class HtmlElements(BlockWriter writer, int maxDepth, bool isXml)
{
    private readonly HtmlText _text = new(writer);
    private readonly HtmlLists _lists = new();
    private readonly List<HtmlElement> _open = [];

    /// <summary>How many elements of a name are open: most end tags that match nothing are known at once.</summary>
    private readonly Dictionary<string, int> _count = new(StringComparer.Ordinal);

    /// <summary>Insertions and deletions.</summary>
    public int Changes { get; private set; }

    private HtmlElement Top => _open.Count > 0 ? _open[^1] : default;

    public void Text(string text) => _text.Write(text, Top);

    /// <returns>How the tokenizer has to read what the element holds.</returns>
    public HtmlParseMode Start(HtmlTagToken tag)
    {
        var (name, attributes) = (tag.Name, HtmlAttributes.Of(tag));
        EndSelectBefore(name);
        if (!Top.IsHidden)
        {
            Shown(name, attributes);
        }

        var isBlock = HtmlNames.IsBlock(name);
        if (isBlock || HtmlNames.IsTracked(name))
        {
            EndImplied(name);
        }

        if (isBlock)
        {
            EndParagraph();
        }

        var isHidden = HtmlNames.IsHidden(name) || attributes.IsHidden || (name == "dialog" && !attributes.IsOpen);
        var isEmpty = tag.IsSelfClosing && (isXml || !isBlock);

        // Inline elements matter when they are hidden, or of the name of a hidden one whose end is yet to come.
        var isTracked = isBlock || isHidden || attributes.IsWordSign || HtmlNames.IsTracked(name) || IsOpen(name);
        if (HtmlNames.IsVoid(name) || !isTracked || isEmpty || _open.Count >= maxDepth)
        {
            return isEmpty && isXml ? HtmlParseMode.PCData : HtmlNames.Mode(name);
        }

        Push(name, isBlock, isHidden, attributes);
        return HtmlNames.Mode(name);
    }

    public void End(string name)
    {
        if (name == "br")
        {
            writer.Break(Top.Kind);
            return;
        }

        if (!Top.IsHidden)
        {
            _text.End(name);
        }

        var reachesOut = name is "table" or "tr" or "tbody" or "thead" or "tfoot";
        for (var i = IsOpen(name) ? _open.Count - 1 : -1; i >= 0; i--)
        {
            if (_open[i].Name == name)
            {
                CloseTo(i);
                return;
            }

            if (HtmlNames.IsScope(_open[i].Name) && (!reachesOut || _open[i].Name == "table"))
            {
                break;
            }
        }

        if (HtmlNames.IsBlock(name))
        {
            EndParagraph();
        }
    }

    /// <summary>The end of the document ends what is open.</summary>
    public void EndAll() => CloseTo(0);

    private void Shown(string name, HtmlAttributes attributes)
    {
        Changes += name is "ins" or "del" ? 1 : 0;
        if (name == "br")
        {
            writer.Break(Top.Kind);
        }
        else if (!attributes.IsHidden)
        {
            _text.Start(name, attributes);
        }
    }

    private void Push(string name, bool isBlock, bool isHidden, HtmlAttributes attributes)
    {
        var top = Top;
        var kind = HtmlNames.IsHeading(name) ? PassageKind.Heading
            : HtmlNames.IsItem(name) || attributes.IsWordItem ? PassageKind.ListItem
            : name is "table" or "td" or "th" ? PassageKind.Paragraph
            : top.Kind;
        _open.Add(new(
            name,
            isBlock,
            isHidden || top.IsHidden,
            HtmlNames.IsPreformatted(name) || top.IsPreformatted || (isBlock && attributes.IsPreformatted),
            attributes.IsWordSign || top.IsSign,
            kind));
        _count[name] = _count.GetValueOrDefault(name) + 1;
        switch (name)
        {
            case "td" or "th":
                writer.BeginCell();
                break;
            case "li" when !Top.IsHidden:
                _text.BeginItem(_lists.Number(attributes));
                break;
            case "select":
                _text.BeginSelect();
                break;
            case "option":
                _text.BeginOption(attributes.IsChosen);
                break;
            case var list when HtmlNames.IsList(list):
                _lists.Begin(list, attributes);
                break;
        }
    }

    /// <summary>Only choices stand in a list of choices; where something else begins, its end was forgotten.</summary>
    private void EndSelectBefore(string name)
    {
        if (IsOpen("select") && (HtmlNames.IsBlock(name) || name is "select" or "input"))
        {
            CloseTo(_open.FindIndex(element => element.Name == "select"));
        }
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
            case "tr" or "tbody" or "thead" or "tfoot":
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

            if (within.Contains(_open[i].Name) || _open[i].Name == "table" || (HtmlNames.IsScope(_open[i].Name) && name is not ("td" or "tr")))
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
            var closed = Top;
            if (--_count[closed.Name] == 0)
            {
                _count.Remove(closed.Name);
            }

            _open.RemoveAt(_open.Count - 1);
            switch (closed.Name)
            {
                case "td" or "th":
                    writer.EndCell();
                    break;
                case "tr" or "table":
                    writer.EndRow();
                    break;
                case "li":
                    _text.EndItem();
                    break;
                case "select":
                    _text.EndSelect();
                    break;
                case var list when HtmlNames.IsList(list):
                    _lists.End();
                    break;
            }

            if (closed.IsSign && !Top.IsSign)
            {
                _text.EndSign();
            }
        }
    }

    /// <summary>Inline elements interrupt no paragraph.</summary>
    private void EndParagraph()
    {
        if (_open.Count == 0 || Top.IsBlock)
        {
            _text.EndParagraph(Top.Kind);
        }
    }
}
