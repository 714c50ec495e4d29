namespace Intake.Receive.Mail.Sections;

/// <summary>A text by its lines, each with the number of quote marks (<c>&gt;</c>) it begins with.</summary>
internal sealed class MailLines
{
    private readonly string _text;
    private readonly List<Line> _lines = [];

    public MailLines(string text)
    {
        _text = text;
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found : text.Length;
            _lines.Add(Line.Of(text, start, end));
            start = end + 1;
        }

        for (var i = 0; i < _lines.Count; i++)
        {
            // ">50 % of all members": a quote hardly ever begins with a number and stands alone.
            if (_lines[i] is { Depth: 1 } line && char.IsAsciiDigit(At(line.Content)) && text[line.Content - 1] == '>' && DepthAt(i - 1) + DepthAt(i + 1) == 0)
            {
                _lines[i] = line with { Depth = 0, Content = line.Start };
            }
        }
    }

    public int Count => _lines.Count;

    public int Start(int line) => _lines[line].Start;

    public int End(int line) => _lines[line].End;

    public int Depth(int line) => _lines[line].Depth;

    public bool IsBlank(int line) => Content(line).IsEmpty;

    /// <summary>The line without quote marks and without blanks at its ends.</summary>
    public ReadOnlySpan<char> Content(int line) => _text.AsSpan(_lines[line].Content.._lines[line].End).Trim();

    /// <summary>The line as it stands, without quote marks: the blank at the end of a signature's mark is telling.</summary>
    public ReadOnlySpan<char> Raw(int line) => _text.AsSpan(_lines[line].Content.._lines[line].End);

    /// <summary>The next line from here on that is not blank; the number of lines when there is none.</summary>
    public int NextFilled(int line)
    {
        while (line < Count && IsBlank(line))
        {
            line++;
        }

        return line;
    }

    /// <summary>The line before which <paramref name="most"/> filled lines are left until <paramref name="end"/>, or <paramref name="start"/>.</summary>
    public int Back(int start, int end, int most)
    {
        while (end > start && (IsBlank(end - 1) || most-- > 0))
        {
            end--;
        }

        return end;
    }

    private int DepthAt(int line) => line >= 0 && line < Count ? _lines[line].Depth : 0;

    private char At(int position) => position < _text.Length ? _text[position] : '\n';

    private readonly record struct Line(int Start, int End, int Depth, int Content)
    {
        public static Line Of(string text, int start, int end)
        {
            var (depth, content) = (0, start);
            for (var at = start; at < end && at - content <= 1; at++)
            {
                if (text[at] == '>')
                {
                    (depth, content) = (depth + 1, at + 1);
                }
                else if (text[at] != ' ')
                {
                    break;
                }
            }

            return new(start, end, depth, content);
        }
    }
}
