using System.Xml;

namespace Intake.Extract.Word;

/// <summary>
/// Reads one part of a Word document (ECMA-376, part 1, chapter 17), element by element. Inserted text is kept and deleted
/// text dropped; of two renderings of one drawing the first is read; field codes are dropped, their results kept, and so
/// are the prompts of content controls that nobody filled in. Elements are told by their local names, which do not clash
/// where text may stand and are the same in the strict and the transitional format.
/// </summary>
internal sealed class WordPart(XmlReader xml, BlockWriter writer, WordDocument document, WordPartKind kind) : XmlWalker(xml, document.MaxDepth)
{
    private readonly XmlReader _xml = xml;
    private readonly WordText _text = new(writer, document.Lists, kind == WordPartKind.Margin);

    /// <summary>For each open mc:AlternateContent, whether a rendering was read.</summary>
    private readonly Stack<bool> _alternatives = [];

    private bool _inText;
    private bool _inCode;
    private bool _inFormData;
    private bool _inParagraphProperties;
    private bool _inRowProperties;
    private bool _inControlProperties;
    private bool _isPrompt;
    private bool _rowDeleted;

    protected override bool IsDone => writer.IsFull;

    protected override bool TakesText => _inText || _inCode;

    protected override void Text(ReadOnlySpan<char> text)
    {
        if (_inText)
        {
            _text.Append(text);
        }
        else
        {
            _text.Paragraph?.Fields.Code(text);
        }
    }

    private string Value(string name) => _xml.GetAttribute(name, _xml.NamespaceURI) ?? "";

    protected override void Start(string name, bool isEmpty)
    {
        if (_inControlProperties)
        {
            _isPrompt |= name == "showingPlcHdr" && Value("val") is not ("0" or "false" or "off");
            return;
        }

        if (_inFormData)
        {
            _text.Paragraph?.Fields.FormData(name, Value("val"));
            return;
        }

        switch (name)
        {
            case "t":
                _inText = true;
                break;
            case "instrText":
                _inCode = true;
                break;
            case "tab" or "ptab" when !_inParagraphProperties:
                _text.Append("\t");
                break;
            case "br" or "cr":
                _text.Append("\n");
                break;
            case "noBreakHyphen":
                _text.Append("-");
                break;
            case "sym":
                _text.Symbol(Value("char"), Value("font"));
                break;
            case "footnoteReference" or "endnoteReference":
                _text.NoteReference();
                break;
            case "fldChar":
                _text.Field(Value("fldCharType"));
                break;
            case "fldSimple":
                _text.BeginField(Value("instr"));
                break;
            case "ffData":
                _inFormData = !isEmpty;
                break;
            case "p":
                _text.BeginParagraph();
                break;
            case "pPr":
                _inParagraphProperties = true;
                break;
            case "trPr":
                _inRowProperties = true;
                break;
            case "sdtPr":
                _inControlProperties = !isEmpty;
                _isPrompt = false;
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
            case "altChunk":
                document.Chunk(WordPackage.RelationshipId(_xml));
                break;
            case "headerReference" or "footerReference":
                document.Margin(Value("type"), WordPackage.RelationshipId(_xml));
                break;
            case "titlePg":
                document.HasTitlePage |= Value("val") is not ("0" or "false" or "off");
                break;
            case "ins" or "moveTo" or "del" or "moveFrom":
                Changed(isDeleted: name[0] is 'd' || name == "moveFrom", isEmpty);
                break;
            case "pStyle" or "numId" or "ilvl" or "outlineLvl" when _inParagraphProperties && _text.Paragraph is { } paragraph:
                paragraph.Set(name, Value("val"));
                break;
            default:
                if (IsLeftOut(name))
                {
                    Skip();
                }

                break;
        }
    }

    private bool IsLeftOut(string name)
    {
        switch (name)
        {
            case "Choice" or "Fallback" when _alternatives.TryPop(out var taken):
                _alternatives.Push(true);
                return taken;
            case "sdtContent" when _isPrompt:
                _isPrompt = false;
                return true;
            case "footnote" or "endnote":
                return Value("type") is "separator" or "continuationSeparator" or "continuationNotice";

            // A ruby's gloss says how its base is read.
            case "rt" or "delText" or "delInstrText":
                return true;
            default:
                // The properties before a tracked change.
                return name.EndsWith("Change", StringComparison.Ordinal);
        }
    }

    protected override void End(string name)
    {
        switch (name)
        {
            case "t":
                _inText = false;
                break;
            case "instrText":
                _inCode = false;
                break;
            case "fldSimple":
                _text.Field("end");
                break;
            case "ffData":
                _inFormData = false;
                break;
            case "pPr":
                _inParagraphProperties = false;
                break;
            case "trPr":
                _inRowProperties = false;
                break;
            case "sdtPr":
                _inControlProperties = false;
                break;
            case "p" when _text.EndParagraph() is { } paragraph:
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

    private void Changed(bool isDeleted, bool isEmpty)
    {
        if (_inRowProperties)
        {
            _rowDeleted |= isDeleted;
            document.TrackedChanges++;
        }
        else if (_inParagraphProperties && _text.Paragraph is { } ended)
        {
            // The next paragraph goes on with one whose end was deleted.
            ended.IsEndChanged = true;
            ended.RunsOn |= isDeleted;
        }
        else if (!_inParagraphProperties && !isEmpty)
        {
            document.TrackedChanges++;
            if (_text.Paragraph is { } changed)
            {
                changed.IsChanged = true;
            }

            if (isDeleted)
            {
                Skip();
            }
        }
    }

    private void EndParagraph(WordParagraph paragraph)
    {
        // A whole paragraph that was inserted or deleted is one change, not two.
        document.TrackedChanges += paragraph.IsEndChanged && !paragraph.IsChanged ? 1 : 0;
        if (!paragraph.RunsOn)
        {
            writer.End(kind == WordPartKind.Notes ? PassageKind.Note : paragraph.Kind(document.Styles));
        }
    }
}
