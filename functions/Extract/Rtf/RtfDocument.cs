using System.Text;
using Intake.Extract.Word;

namespace Intake.Extract.Rtf;

/// <summary>
/// Reads RTF as its readers see it: the body in its order, then notes, headers and footers. Inserted text is kept, deleted
/// text and comments are counted and dropped; what a field shows is read, not its code.
/// </summary>
internal sealed class RtfDocument : RtfWalker
{
    /// <summary>Stories within stories: text boxes in notes in text boxes.</summary>
    private const int DeepestStory = 8;

    private const int LongestMarker = 64;

    /// <summary>How much of a field's code is looked at: its name.</summary>
    private const int LongestCode = 32;

    private readonly ExtractLimits _limits;
    private readonly RtfStory _body;
    private readonly Stack<RtfStory> _stories = [];
    private readonly RtfStyles _styles = new();
    private readonly RtfNotes _notes = new();
    private readonly RtfChanges _changes = new();
    private readonly List<ReadText> _margins = [];
    private readonly StringBuilder _marker = new();
    private readonly StringBuilder _fieldCode = new();
    private RtfForm? _form;
    private bool _fieldHasText;
    private bool _isInNote;
    private bool _isInMargin;
    private int _comments;

    public RtfDocument(ExtractLimits limits)
        : base(limits.Depth)
    {
        _limits = limits;
        _body = new(new(limits));
        _stories.Push(_body);
    }

    protected override bool IsFull => _body.IsFull;

    private RtfStory Story => _stories.Peek();

    private int TableLevel => Group.TableLevel ?? (Group.IsInTable ? 1 : 0);

    private PassageKind Kind => _styles.IsHeading(Group) ? PassageKind.Heading : Group.IsListItem ? PassageKind.ListItem : PassageKind.Paragraph;

    public ReadText Read(ReadOnlyMemory<byte> rtf, CancellationToken ct)
    {
        Walk(rtf, ct);
        _body.EndParagraph();
        _notes.AddTo(_body);
        return PageMargins.After(_body.Finish(), _margins, _limits) with { Comments = _comments, TrackedChanges = _changes.Count };
    }

    protected override void Text(ReadOnlySpan<char> text)
    {
        switch (Group.Destination)
        {
            case RtfDestination.Document when !Group.IsHidden && _changes.Keeps(Group):
                _fieldHasText |= !text.IsWhiteSpace();
                Story.Append(text, Kind, TableLevel);
                break;
            case RtfDestination.ListMarker when _marker.Length + text.Length <= LongestMarker:
                _marker.Append(text);
                break;
            case RtfDestination.FieldCode when _fieldCode.Length + text.Length <= LongestCode:
                _fieldCode.Append(text);
                break;
            case RtfDestination.StyleSheet:
                _styles.Text(text, Group);
                break;
            case RtfDestination.FormChoice:
                _form?.ChoiceText(text);
                break;
        }
    }

    protected override void Word(string word, int parameter)
    {
        ref var group = ref Group;
        if (group.Paragraph(word, parameter))
        {
            return;
        }

        switch (group.Destination)
        {
            case RtfDestination.Document:
                DocumentWord(word);
                break;
            case RtfDestination.FieldCode when word == "formfield":
                group.Destination = RtfDestination.FormField;
                (_form, _fieldHasText) = (new(), false);
                break;
            case RtfDestination.FormField when word == "ffl":
                (group.Destination, group.Scope) = (RtfDestination.FormChoice, RtfScope.FormChoice);
                break;
            case RtfDestination.FormField:
                _form?.Word(word, parameter);
                break;
        }
    }

    protected override void Closed(RtfScope scope)
    {
        switch (scope)
        {
            case RtfScope.ListMarker:
                Story.BeginItem(ListSign.Number(_marker.ToString()));
                _marker.Clear();
                break;
            case RtfScope.FormChoice:
                _form?.EndChoice();
                break;
            case RtfScope.Field when _form is { } form:
                if (!_fieldHasText)
                {
                    Text(form.Value());
                }

                _form = null;
                break;
            case RtfScope.Margin or RtfScope.Note or RtfScope.TextBox:
                EndStory(scope, _stories.Pop().Finish());
                break;
        }
    }

    private void DocumentWord(string word)
    {
        ref var group = ref Group;
        switch (word)
        {
            case "par" when !_changes.Keeps(group):
                // The paragraph's end was deleted: the next one goes on with it.
                break;
            case "par" or "sect" or "page" or "column":
                Story.EndParagraph();
                break;
            case "line" or "lbr":
                Story.Break(TableLevel);
                break;
            case "trowd":
                Story.BeginRow();
                break;
            case "cell":
                Story.EndCell(1);
                break;
            case "nestcell":
                Story.EndCell(Math.Max(2, TableLevel));
                break;
            case "row":
                Story.EndRow(1);
                break;
            case "nestrow":
                Story.EndRow(Math.Max(2, TableLevel));
                break;
            case "chftn":
                _notes.Number(_isInNote);
                break;
            case "footnote" when !_isInNote:
                BeginStory(RtfScope.Note);
                break;
            case "annotation":
                _comments++;
                group.Destination = RtfDestination.Skipped;
                break;
            case "header" or "headerl" or "headerr" or "headerf" or "footer" or "footerl" or "footerr" or "footerf":
                BeginStory(RtfScope.Margin);
                break;
            case "chpgn" when _isInMargin:
                Text(PageMargins.PageNumber);
                break;
            case "fldrslt" when _isInMargin && WordFields.IsPageNumber(_fieldCode.ToString()):
                Text(PageMargins.PageNumber);
                group.Destination = RtfDestination.Skipped;
                break;
            case "shptxt" or "dptxbxtext":
                BeginStory(RtfScope.TextBox);
                break;
            case "listtext" or "pntext":
                (group.Destination, group.Scope) = (RtfDestination.ListMarker, RtfScope.ListMarker);
                break;
            case "field":
                group.Scope = group.Scope == RtfScope.None ? RtfScope.Field : group.Scope;
                break;
            case "fldinst":
                group.Destination = RtfDestination.FieldCode;
                _fieldCode.Clear();
                break;
            case "stylesheet":
                group.Destination = RtfDestination.StyleSheet;
                break;
            case "htmltag":
                group.Destination = RtfDestination.Skipped;
                break;
            default:
                _notes.Word(word);
                break;
        }
    }

    private void BeginStory(RtfScope scope)
    {
        if (Group.Scope != RtfScope.None || _stories.Count > DeepestStory)
        {
            return;
        }

        Group.Scope = scope;
        Group.PlainParagraph();
        _stories.Push(new(new(scope == RtfScope.Margin ? PageMargins.Of(_limits) : _limits)));
        if (scope == RtfScope.Note)
        {
            _isInNote = true;
            _notes.Begin();
        }

        _isInMargin |= scope == RtfScope.Margin;
    }

    private void EndStory(RtfScope scope, ReadText story)
    {
        var isGone = Group.IsHidden || Group.IsDeleted;
        switch (scope)
        {
            case RtfScope.Note:
                _isInNote = false;
                Text(_notes.End(isGone ? null : story));
                break;
            case RtfScope.TextBox when !isGone:
                Story.Insert(story, TableLevel);
                break;
            case RtfScope.Margin:
                _isInMargin = false;
                if (_margins.Count < PageMargins.Most)
                {
                    _margins.Add(story);
                }

                break;
        }
    }
}
