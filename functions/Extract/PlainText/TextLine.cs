namespace Intake.Extract.PlainText;

/// <summary>One line of a text without the white space around it; empty when there is nothing else.</summary>
internal readonly record struct TextLine(int Start, int End, bool IsRule)
{
    public int Length => End - Start;

    public bool IsBlank => Start == End;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start..End);

    public static List<TextLine> Of(string text)
    {
        var lines = new List<TextLine>();
        for (var at = 0; at <= text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            var line = text.AsSpan(at..end);
            var trimmed = line.Trim();
            var start = at + line.Length - line.TrimStart().Length;
            lines.Add(trimmed.IsEmpty ? new(at, at, false) : new(start, start + trimmed.Length, IsRuleOf(trimmed)));
            at = end + 1;
        }

        return lines;
    }

    /// <summary>A line drawn with characters: no text, but it may underline a heading.</summary>
    private static bool IsRuleOf(ReadOnlySpan<char> line) =>
        line.Length >= 3 && line[0] is '-' or '=' or '_' or '*' or '~' or '#' or '—' or '–' && !line.ContainsAnyExcept(line[0], ' ');
}
