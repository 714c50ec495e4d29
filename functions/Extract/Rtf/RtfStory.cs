namespace Intake.Extract.Rtf;

/// <summary>
/// A run of paragraphs and tables that stands by itself: the body, a header, a note, a text box. RTF says of each paragraph
/// in how many tables it is, and where cells and rows end; where they begin follows from that.
/// </summary>
internal sealed class RtfStory(BlockWriter writer)
{
    /// <summary>Tables within tables; pages stop making sense at four.</summary>
    private const int DeepestTable = 16;

    /// <summary>For each table that the story stands in, and one deeper, whether its row has cells.</summary>
    private readonly bool[] _hasCells = new bool[DeepestTable + 2];

    private PassageKind _kind;
    private string _marker = "";
    private bool _isListItem;
    private int _cells;
    private bool _isInRow;

    public bool IsFull => writer.IsFull;

    /// <summary>Whether the paragraph in hand has text.</summary>
    public bool HasText { get; private set; }

    /// <summary>The number or sign in front of the paragraph in hand.</summary>
    public void BeginItem(string marker) => (_marker, _isListItem) = (marker, true);

    /// <summary>A row is described; what follows until its end is in it, whatever its paragraphs say.</summary>
    public void BeginRow() => _isInRow = true;

    public void Append(ReadOnlySpan<char> text, PassageKind kind, int level)
    {
        if (!HasText)
        {
            EnterCell(level);
            if (text is "•")
            {
                _isListItem = true;
                return;
            }

            // Other than in the formats that only say how to count, the number stands in the file.
            writer.Append(_marker.Length > 0 ? _marker + " " : "");
            _marker = "";
        }

        if (!text.IsWhiteSpace())
        {
            (HasText, _kind) = (true, kind);
        }

        writer.Append(text);
    }

    public void Break(int level)
    {
        EnterCell(level);
        writer.Break(Kind);
    }

    public void EndParagraph()
    {
        writer.End(Kind);
        (HasText, _isListItem, _marker, _kind) = (false, false, "", PassageKind.Paragraph);
    }

    public void EndCell(int level)
    {
        level = Math.Clamp(level, 1, DeepestTable);
        EnterCell(level);
        EndParagraph();
        LeaveCells(level - 1);
    }

    public void EndRow(int level)
    {
        EndParagraph();
        level = Math.Clamp(level, 1, DeepestTable);
        LeaveCells(level - 1);
        if (_cells == level - 1)
        {
            writer.EndRow();
            _hasCells[level] = false;
        }

        _isInRow &= level > 1;
    }

    /// <summary>Another story, in which this one's paragraph is interrupted: it follows the paragraph.</summary>
    public void Insert(ReadText story, int level)
    {
        if (!HasText)
        {
            EnterCell(level);
        }

        writer.BeginAside();
        Add(story, null);
        writer.EndAside();
    }

    /// <summary>Another story after this one; all its paragraphs are of a kind if one is given.</summary>
    public void Add(ReadText story, PassageKind? kind)
    {
        foreach (var block in story.Blocks)
        {
            writer.Append(story.Text.AsSpan(block.Start..block.End));
            writer.End(kind ?? block.Kind);
        }
    }

    /// <summary>A note after this story, with its mark in front.</summary>
    public void AddNote(string mark, ReadText note)
    {
        writer.Append(mark.Length > 0 ? mark + " " : "");
        Add(note, PassageKind.Note);
    }

    public ReadText Finish()
    {
        EndParagraph();
        return writer.Finish(DocumentKind.Rtf);
    }

    private PassageKind Kind => _kind == PassageKind.Paragraph && _isListItem ? PassageKind.ListItem : _kind;

    /// <summary>Goes to the cell that a paragraph within so many tables is in: in or out.</summary>
    private void EnterCell(int level)
    {
        level = Math.Clamp(level, _isInRow ? 1 : 0, DeepestTable);
        if (level == _cells && !_hasCells[level + 1])
        {
            return;
        }

        if (HasText)
        {
            EndParagraph();
        }

        LeaveCells(level);
        if (_hasCells[_cells + 1] && _cells == level)
        {
            // The row was not ended.
            writer.EndRow();
            _hasCells[_cells + 1] = false;
        }

        for (; _cells < level; _cells++)
        {
            writer.BeginCell();
        }
    }

    private void LeaveCells(int level)
    {
        for (; _cells > level; _cells--)
        {
            writer.EndCell();
            _hasCells[_cells] = true;
            _hasCells[_cells + 1] = false;
        }
    }
}
