using System.Buffers;
using System.Text;

namespace Intake.Extract;

/// <summary>
/// Collects what a reader meets into text and blocks, in reading order: paragraphs are divided by an empty line, list
/// items and table rows follow each other. Frames hold what interrupts a paragraph (a table cell, a text box) until its
/// place has come; they nest as deep as the reader allows.
/// </summary>
internal sealed class BlockWriter(ExtractLimits limits)
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\r\f\u00a0");

    /// <summary>UTF-16 units; "Recommendation 12.4.3:" has 22.</summary>
    private const int LongestMarker = 60;

    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];
    private readonly Stack<Frame> _outer = [];
    private Frame _frame = new(FrameKind.Body);
    private int _appended;
    private int _paragraphs;

    private enum FrameKind
    {
        Body,
        Cell,
        Aside,
    }

    /// <summary>A limit is reached: what is written from now on is dropped.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The question that the following blocks answer; 0 for none.</summary>
    public int AnswerTo { get; set; }

    /// <summary>What is to be known of the following blocks.</summary>
    public PassageFlags Flags { get; set; }

    /// <summary>Says which number or letter is shown before the paragraph in hand, if its author did not type it.</summary>
    public void Mark(string marker) => _frame.Marker = Characters.Clean(Characters.Beginning(marker, LongestMarker)).Trim();

    /// <summary>Adds to the paragraph in hand, as it is. Soft hyphens are no text.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && !IsFull)
        {
            var end = text.IndexOf('\u00ad');
            AppendWithin(end < 0 ? text : text[..end]);
            text = end < 0 ? [] : text[(end + 1)..];
        }
    }

    /// <summary>Adds to the paragraph in hand with every run of white space as one blank, as HTML does.</summary>
    public void AppendCollapsed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && !IsFull)
        {
            var end = text.IndexOfAny(Blanks);
            Append(end < 0 ? text : text[..end]);
            if (end < 0)
            {
                return;
            }

            var paragraph = _frame.Paragraph;
            if (paragraph.Length > 0 && paragraph[^1] is not (' ' or '\n'))
            {
                AppendWithin(" ");
            }

            text = text[end..];
            var next = text.IndexOfAnyExcept(Blanks);
            text = next < 0 ? [] : text[next..];
        }
    }

    /// <summary>A line break within the paragraph. An empty line ends it.</summary>
    public void Break(PassageKind kind)
    {
        var paragraph = _frame.Paragraph;
        while (paragraph.Length > 0 && paragraph[^1] == ' ')
        {
            paragraph.Length--;
        }

        if (paragraph.Length > 0 && paragraph[^1] == '\n')
        {
            End(kind);
        }
        else
        {
            AppendWithin("\n");
        }
    }

    /// <summary>Ends the paragraph in hand; does nothing when there is none. Asides opened within it follow.</summary>
    public void End(PassageKind kind)
    {
        if (_frame.Paragraph.Length > 0)
        {
            var text = Characters.Clean(_frame.Paragraph.ToString()).Trim();
            _frame.Paragraph.Clear();

            // Counted here too: paragraphs may gather in frames before any becomes a block.
            IsFull |= text.Length > 0 && ++_paragraphs >= limits.Blocks;
            Emit(kind, text, _frame.Marker);
            _frame.Marker = "";
        }

        if (_frame.Asides.Count > 0)
        {
            var asides = _frame.Asides.ToList();
            _frame.Asides.Clear();
            EmitAll(asides);
        }
    }

    /// <summary>Begins text that stands apart from the paragraph in hand and follows it: a text box.</summary>
    public void BeginAside() => Push(FrameKind.Aside);

    public void EndAside()
    {
        if (Pop(FrameKind.Aside) is { } done)
        {
            _frame.Asides.AddRange(done);
        }
    }

    public void BeginCell() => Push(FrameKind.Cell);

    public void EndCell()
    {
        if (Pop(FrameKind.Cell) is { Count: > 0 } done)
        {
            _frame.Cells.Add(done);
        }
    }

    /// <summary>
    /// Ends a table row. Its cells become one block, unless the table only lays out a page (one cell filled, or whole
    /// texts in its cells): then its paragraphs are blocks of their own.
    /// </summary>
    public void EndRow()
    {
        const int layout = 1_000;
        var cells = _frame.Cells.ToList();
        _frame.Cells.Clear();
        var isLayout = cells.Count == 1
            || (cells.Exists(cell => cell.Count > 1) && cells.Sum(cell => cell.Sum(p => (long)p.Text.Length)) > layout);
        if (isLayout)
        {
            cells.ForEach(EmitAll);
        }
        else if (cells.Count > 0)
        {
            var row = string.Join(" | ", cells.Select(cell => string.Join(' ', cell.Select(p => p.Marker.Length > 0 ? $"{p.Marker} {p.Text}" : p.Text))));
            Emit(PassageKind.TableRow, row.Replace('\n', ' '), "");
        }
    }

    /// <summary>Drops a table row: it was deleted.</summary>
    public void DropRow() => _frame.Cells.Clear();

    /// <summary>Everything written, frames left open included.</summary>
    public ReadText Finish(string kind, string? problem = null)
    {
        while (_outer.Count > 0)
        {
            if (_frame.Kind == FrameKind.Cell)
            {
                EndCell();
                EndRow();
            }
            else
            {
                EndAside();
            }
        }

        End(PassageKind.Paragraph);
        return new(kind, _text.ToString(), _blocks, problem ?? (IsFull ? Cut(_text.Length) : null));
    }

    public static string Cut(int characters) =>
        FormattableString.Invariant($"The document is very long; only the first {characters:N0} characters were read.");

    private void AppendWithin(ReadOnlySpan<char> text)
    {
        var room = limits.Characters - _appended;
        IsFull |= text.Length > room;
        text = text[..Math.Min(text.Length, room)];
        _appended += text.Length;
        _frame.Paragraph.Append(text);
    }

    private void EmitAll(List<Paragraph> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            Emit(paragraph.Kind, paragraph.Text, paragraph.Marker);
        }
    }

    private void Emit(PassageKind kind, string text, string marker)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_frame.Kind != FrameKind.Body)
        {
            _frame.Done.Add(new(kind, text, marker));
            return;
        }

        if (_blocks.Count >= limits.Blocks)
        {
            IsFull = true;
            return;
        }

        if (_blocks.Count > 0)
        {
            _text.Append(kind == _blocks[^1].Kind && kind is PassageKind.ListItem or PassageKind.TableRow ? "\n" : "\n\n");
        }

        var start = _text.Length;
        _text.Append(text);
        _blocks.Add(new(start, _text.Length, kind) { AnswerTo = AnswerTo, Flags = Flags, Marker = marker.Length > 0 ? marker : null });
    }

    private void Push(FrameKind kind)
    {
        _outer.Push(_frame);
        _frame = new(kind);
    }

    private List<Paragraph>? Pop(FrameKind kind)
    {
        if (_frame.Kind != kind)
        {
            return null;
        }

        EndRow();
        End(PassageKind.Paragraph);
        var done = _frame.Done;
        _frame = _outer.Pop();
        return done;
    }

    private sealed record Paragraph(PassageKind Kind, string Text, string Marker);

    private sealed class Frame(FrameKind kind)
    {
        public FrameKind Kind { get; } = kind;

        public StringBuilder Paragraph { get; } = new();

        public string Marker { get; set; } = "";

        public List<Paragraph> Done { get; } = [];

        public List<Paragraph> Asides { get; } = [];

        public List<List<Paragraph>> Cells { get; } = [];
    }
}
