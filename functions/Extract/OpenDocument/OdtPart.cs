using System.Xml;

namespace Intake.Extract.OpenDocument;

/// <summary>
/// Reads one of the XML files of an OpenDocument text (ODF 1.3, part 3): styles, the margins of the pages, the text.
/// What was deleted is kept in the file apart from the text and is left out, and so are annotations; both are counted.
/// Elements are told by their local names where these do not clash.
/// </summary>
internal sealed class OdtPart(XmlReader xml, BlockWriter body, OdtDocument document) : XmlWalker(xml, document.Limits.Depth)
{
    private const string Drawing = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";

    private readonly XmlReader _xml = xml;
    private readonly Stack<OdtParagraph> _paragraphs = [];
    private readonly BlockWriter _body = body;
    private BlockWriter _writer = body;
    private bool _inBody;
    private bool _inForms;
    private int _notes;

    protected override bool IsDone => _body.IsFull;

    protected override bool TakesText => _paragraphs.Count > 0;

    private bool InMargin => _writer != _body;

    protected override void Text(ReadOnlySpan<char> text)
    {
        if (!_paragraphs.TryPeek(out var paragraph))
        {
            return;
        }

        if (paragraph.IsNumberDue && !text.IsWhiteSpace())
        {
            paragraph.IsNumberDue = false;
            _writer.Mark(paragraph.Number);
        }

        if (paragraph.IsAfterNote && char.IsLetterOrDigit(paragraph.Last) && char.IsLetterOrDigit(text[0]))
        {
            // On paper the raised number of the note stands between them.
            _writer.Append(" ");
        }

        (paragraph.IsAfterNote, paragraph.Last) = (false, text[^1]);
        _writer.AppendCollapsed(text);
    }

    protected override void Start(string name, bool isEmpty)
    {
        if (_inForms)
        {
            document.Forms.Take(_xml);
        }
        else if (IsLeftOut(name))
        {
            Skip();
        }
        else if (_inBody || InMargin)
        {
            StartText(name);
        }
        else
        {
            StartOutside(name);
        }
    }

    protected override void End(string name)
    {
        switch (name)
        {
            case "forms":
                _inForms = false;
                break;
            case "body":
                _inBody = false;
                break;
            case "header" or "footer" or "header-left" or "footer-left" or "header-first" or "footer-first" when InMargin:
                document.AddMargin(_writer.Finish(DocumentKind.Odt));
                _writer = _body;
                break;
            case "p" or "h" when _paragraphs.TryPop(out var paragraph):
                _writer.End(_notes > 0 ? PassageKind.Note : paragraph.Kind);
                break;
            case "list":
                document.Lists.EndList();
                break;
            case "list-item" or "list-header":
                document.Lists.EndItem();
                break;
            case "table-cell":
                _writer.EndCell();
                break;
            case "table-row":
                _writer.EndRow();
                break;
            case "note":
                _writer.EndAside();
                _notes = Math.Max(0, _notes - 1);
                if (_paragraphs.TryPeek(out var noted))
                {
                    noted.IsAfterNote = true;
                }

                break;
            default:
                if (IsShape(name))
                {
                    _writer.EndAside();
                }

                break;
        }
    }

    private string Value(string name) => OdtStyles.Attribute(_xml, name);

    private void StartOutside(string name)
    {
        switch (name)
        {
            case "body":
                _inBody = true;
                break;
            case "header" or "footer" or "header-left" or "footer-left" or "header-first" or "footer-first":
                // Header and footer properties lie elsewhere: these names are used for the text only.
                _writer = new(PageMargins.Of(document.Limits));
                break;
            default:
                document.Styles.Take(_xml);
                break;
        }
    }

    private void StartText(string name)
    {
        switch (name)
        {
            case "forms":
                _inForms = !_xml.IsEmptyElement;
                break;
            case "p" or "h":
                BeginParagraph(isHeading: name == "h");
                break;
            case "s":
                Text(" ");
                break;
            case "tab":
                _writer.Append("\t");
                break;
            case "line-break":
                _writer.Append("\n");
                break;
            case "list":
                document.Lists.BeginList(Value("id"), Value("style-name"), Value("continue-numbering") == "true", Value("continue-list"));
                break;
            case "list-item" or "list-header":
                document.Lists.BeginItem(Value("start-value"), name == "list-header");
                break;
            case "table-cell":
                _writer.BeginCell();
                break;
            case "note":
                _writer.BeginAside();
                _notes++;
                break;
            case "control" when document.Forms[Value("control")] is { Length: > 0 } value:
                Control(value);
                break;
            default:
                if (IsShape(name))
                {
                    _writer.BeginAside();
                }

                break;
        }
    }

    private void BeginParagraph(bool isHeading)
    {
        var isItem = document.Lists.InItem;
        var number = isItem ? document.Lists.TakeNumber()
            : isHeading && Value("is-list-header") != "true" ? document.Lists.Heading(OdtStyles.Level(Value("outline-level")), Value("start-value"), Value("restart-numbering") == "true")
            : "";
        _paragraphs.Push(new(
            isHeading || document.Styles.IsHeading(Value("style-name")) ? PassageKind.Heading : isItem ? PassageKind.ListItem : PassageKind.Paragraph,
            number));
    }

    private void Control(string value)
    {
        if (_paragraphs.Count > 0)
        {
            Text(value);
            return;
        }

        _writer.BeginAside();
        _writer.Append(value);
        _writer.EndAside();
    }

    private bool IsShape(string name) =>
        name is "text-box" or "custom-shape" or "rect" or "ellipse" or "circle" or "line" or "connector" or "polygon" or "polyline" or "path" or "caption" or "regular-polygon"
        && _xml.NamespaceURI == Drawing;

    private bool IsLeftOut(string name)
    {
        switch (name)
        {
            case "annotation":
                document.Comments++;
                return true;
            case "tracked-changes":
                return false;
            case "changed-region":
                document.TrackedChanges++;
                return true;
            case "page-number" or "page-count" when InMargin:
                _writer.Append(PageMargins.PageNumber);
                return true;
            case "header" or "footer" or "header-left" or "footer-left" or "header-first" or "footer-first":
                return Value("display") == "false";
            case "title" or "desc":
                // A picture's title is a property of it, the title field is text.
                return _xml.NamespaceURI != "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
            case "note-citation" or "ruby-text" or "placeholder" or "covered-table-cell" or "object" or "binary-data" or "event-listeners" or "sequence-decls" or "variable-decls" or "user-field-decls":
                return true;
            default:
                // What an index is made from, which is not the index.
                return name.EndsWith("-source", StringComparison.Ordinal);
        }
    }

    /// <summary>What is known of an open paragraph.</summary>
    private sealed class OdtParagraph(PassageKind kind, string number)
    {
        public PassageKind Kind { get; } = kind;

        public string Number { get; } = number;

        public bool IsNumberDue { get; set; } = true;

        /// <summary>A note was the last thing read.</summary>
        public bool IsAfterNote { get; set; }

        /// <summary>The last character read.</summary>
        public char Last { get; set; }
    }
}
