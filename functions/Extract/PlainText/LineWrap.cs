namespace Intake.Extract.PlainText;

/// <summary>Whether a text's lines were wrapped at a column, and so which line breaks end a paragraph.</summary>
internal sealed class LineWrap
{
    /// <summary>Columns; longer lines are not wrapped by mail programs and typewriters' heirs.</summary>
    private const int Widest = 100;

    private readonly bool _isWrapped;
    private readonly int _width;

    private LineWrap(bool isWrapped, int width) => (_isWrapped, _width) = (isWrapped, width);

    /// <summary>Wrapped, when at least half of the text stands in lines of ordinary width.</summary>
    public static LineWrap Of(List<TextLine> lines)
    {
        long all = 0, within = 0;
        var width = 0;
        foreach (var line in lines)
        {
            all += line.Length;
            if (line.Length <= Widest)
            {
                within += line.Length;
                width = Math.Max(width, line.Length);
            }
        }

        return new(within * 2 >= all, width);
    }

    /// <summary>Whether the paragraph goes on after the line break.</summary>
    public bool Continues(string text, TextLine line, TextLine next)
    {
        if (line.Length > Widest || next.Length > 2 * Widest)
        {
            return false;
        }

        if (IsFull(text, line, next))
        {
            return true;
        }

        // There was room for the next word: the break was meant, unless the sentence plainly goes on.
        var roomy = (line.Length + 1 + FirstWord(text, next)) * 4 < _width * 3 && _width >= 60;
        return _isWrapped && (!roomy || (!EndsSentence(text, line) && char.IsLower(text[next.Start])));
    }

    /// <summary>"…as was agreed in\n2004. The group…": a number after a full line is not a list's unless a sentence ended.</summary>
    public bool IsMiddleOfSentence(string text, TextLine line, ListMarker.Kind marker) =>
        marker == ListMarker.Kind.Number && line.Length <= Widest && line.Length * 10 >= _width * 7 && !EndsSentence(text, line);

    /// <summary>Whether the next word did not fit on the line.</summary>
    private bool IsFull(string text, TextLine line, TextLine next) =>
        _isWrapped && line.Length + 1 + FirstWord(text, next) > _width;

    private static int FirstWord(string text, TextLine line)
    {
        var end = line.In(text).IndexOfAny(' ', '\t');
        return end < 0 ? line.Length : end;
    }

    private static bool EndsSentence(string text, TextLine line) =>
        text[line.End - 1] is '.' or '!' or '?' or ':' or ';' or '"' or '”' or '»' or ')' or '。' or '،' or '؟' or ',';
}
