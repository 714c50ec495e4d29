using System.Globalization;
using System.Xml;

namespace Intake.Extract.Word;

/// <summary>
/// Reads one part of a Word document (ECMA-376, part 1, chapter 17), element by element. Inserted text is kept and deleted
/// text dropped; of two renderings of one drawing the first is read; field codes are dropped, their results kept.
/// Elements are told by their local names, which do not clash where text may stand.
/// </summary>
internal sealed class WordPart(XmlReader xml, BlockWriter writer, WordStyles styles, PassageKind kind, int maxDepth)
{
    private readonly Stack<ParagraphState> _paragraphs = [];

    /// <summary>For each open mc:AlternateContent, whether a rendering was read.</summary>
    private readonly Stack<bool> _alternatives = [];

    /// <summary>For each open field, whether its code is being read.</summary>
    private readonly Stack<bool> _fields = [];

    private int _fieldCodes;
    private bool _inText;
    private bool _inParagraphProperties;
    private bool _inRowProperties;
    private bool _rowDeleted;
    private int _skipTo = -1;

    public void Read(CancellationToken ct)
    {
        var buffer = new char[4096];
        while (!writer.IsFull && xml.Read())
        {
            ct.ThrowIfCancellationRequested();
            if (xml.Depth > maxDepth)
            {
                throw new UnreadableException("This Word document is nested too deeply and could not be read; it is kept as received.");
            }

            if (_skipTo >= 0)
            {
                _skipTo = xml.NodeType == XmlNodeType.EndElement && xml.Depth == _skipTo ? -1 : _skipTo;
                continue;
            }

            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = xml.IsEmptyElement;
                    var name = xml.LocalName;
                    Start(name);
                    if (isEmpty && _skipTo < 0)
                    {
                        End(name);
                    }

                    _skipTo = isEmpty ? -1 : _skipTo;
                    break;
                case XmlNodeType.EndElement:
                    End(xml.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when _inText && _fieldCodes == 0:
                    for (var count = xml.ReadValueChunk(buffer, 0, buffer.Length); count > 0; count = xml.ReadValueChunk(buffer, 0, buffer.Length))
                    {
                        writer.Append(buffer.AsSpan(0, count));
                    }

                    break;
            }
        }
    }

    private string Value(string name) => xml.GetAttribute(name, xml.NamespaceURI) ?? "";

    private void Skip() => _skipTo = xml.Depth;

    private void Start(string name)
    {
        switch (name)
        {
            case "t":
                _inText = true;
                break;
            case "tab" or "ptab" when !_inParagraphProperties:
                writer.Append("\t");
                break;
            case "br" or "cr":
                writer.Append("\n");
                break;
            case "noBreakHyphen":
                writer.Append("-");
                break;
            case "sym" when int.TryParse(Value("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var symbol) && symbol is >= ' ' and < 0xD800:
                writer.Append([(char)symbol]);
                break;
            case "p":
                _paragraphs.Push(new());
                break;
            case "pPr":
                _inParagraphProperties = true;
                break;
            case "trPr":
                _inRowProperties = true;
                break;
            case "tc":
                writer.BeginCell();
                break;
            case "txbxContent":
                writer.BeginAside();
                break;
            case "AlternateContent":
                _alternatives.Push(false);
                break;
            case "Choice" or "Fallback" when _alternatives.TryPop(out var taken):
                _alternatives.Push(true);
                if (taken)
                {
                    Skip();
                }

                break;
            case "del" or "moveFrom":
                Deleted();
                break;
            case "delText" or "instrText" or "delInstrText" or "sdtPr":
                Skip();
                break;
            case "footnote" or "endnote" when Value("type") is "separator" or "continuationSeparator" or "continuationNotice":
                Skip();
                break;
            case "fldChar":
                Field(Value("fldCharType"));
                break;
            case "pStyle" or "numId" or "outlineLvl" when _inParagraphProperties && _paragraphs.Count > 0:
                Property(name, Value("val"));
                break;
            default:
                if (name.EndsWith("Change", StringComparison.Ordinal))
                {
                    // The properties before a tracked change.
                    Skip();
                }

                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "t":
                _inText = false;
                break;
            case "pPr":
                _inParagraphProperties = false;
                break;
            case "trPr":
                _inRowProperties = false;
                break;
            case "p" when _paragraphs.TryPop(out var paragraph):
                EndParagraph(paragraph);
                break;
            case "tc":
                writer.EndCell();
                break;
            case "tr":
                if (_rowDeleted)
                {
                    writer.DropRow();
                }

                _rowDeleted = false;
                writer.EndRow();
                break;
            case "txbxContent":
                writer.EndAside();
                break;
            case "AlternateContent":
                _alternatives.TryPop(out _);
                break;
        }
    }

    private void Deleted()
    {
        if (_inRowProperties)
        {
            _rowDeleted = true;
        }
        else if (!_inParagraphProperties)
        {
            Skip();
        }
        else if (_paragraphs.TryPeek(out var paragraph))
        {
            // The paragraph's end was deleted: the next one goes on with it.
            paragraph.RunsOn = true;
        }
    }

    private void Field(string type)
    {
        if (type == "begin")
        {
            _fields.Push(true);
            _fieldCodes++;
        }
        else if (_fields.TryPop(out var inCode))
        {
            _fieldCodes -= inCode ? 1 : 0;
            if (type == "separate")
            {
                _fields.Push(false);
            }
        }
    }

    private void Property(string name, string value)
    {
        var paragraph = _paragraphs.Peek();
        switch (name)
        {
            case "pStyle":
                paragraph.Style = value;
                break;
            case "numId":
                paragraph.IsListItem = value != "0";
                break;
            case "outlineLvl":
                paragraph.IsHeading = value is not "9";
                break;
        }
    }

    private void EndParagraph(ParagraphState paragraph)
    {
        // A field's code does not go over the paragraph's end, unless the field is broken: then its text is kept.
        _fields.Clear();
        _fieldCodes = 0;
        if (paragraph.RunsOn)
        {
            return;
        }

        writer.End(kind == PassageKind.Note ? kind
            : paragraph.IsHeading ?? styles.IsHeading(paragraph.Style) ? PassageKind.Heading
            : paragraph.IsListItem ?? styles.IsListItem(paragraph.Style) ? PassageKind.ListItem
            : PassageKind.Paragraph);
    }

    private sealed class ParagraphState
    {
        public string Style { get; set; } = "";

        public bool? IsHeading { get; set; }

        public bool? IsListItem { get; set; }

        public bool RunsOn { get; set; }
    }
}
