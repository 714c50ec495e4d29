namespace Intake.Extract.PlainText;

/// <summary>The sign a list item begins with: "· ", "- ", "1. ", "a) ", "(iv) ".</summary>
internal static class ListMarker
{
    public enum Kind
    {
        None,
        Bullet,
        Number,
    }

    public static Kind Of(ReadOnlySpan<char> line)
    {
        if (line.Length < 3)
        {
            return Kind.None;
        }

        if (line[0] is '·' or '•' or '-' or '*' or '–' or '—' or '‣' or '▪' or '■' or '◦' or '●' or '○' or '➢' or '►' or '□' or '✓' or '\uf0b7' or '\uf0a7' or '+'
            || (line[0] == 'o' && line[1] is '\t'))
        {
            return char.IsWhiteSpace(line[1]) ? Kind.Bullet : Kind.None;
        }

        var open = line[0] == '(' ? 1 : 0;
        var end = line[open..].IndexOfAny('.', ')') + open;
        if (end <= open || end + 2 > line.Length || !char.IsWhiteSpace(line[end + 1]) || (open == 1 && line[end] != ')'))
        {
            return Kind.None;
        }

        return IsNumber(line[open..end]) ? Kind.Number : Kind.None;
    }

    /// <summary>
    /// Where what an item says begins, after white space and its sign. A capital with a full stop may be a person's initial,
    /// and is left.
    /// </summary>
    public static int Skip(string text, int start, int end)
    {
        start = SkipSpace(text, start, end);
        var item = text.AsSpan(start..end);
        return Of(item) switch
        {
            Kind.Bullet => SkipSpace(text, start + 1, end),
            Kind.Number when !item[..2].ContainsAnyInRange('A', 'Z') => SkipSpace(text, start + item[1..].IndexOfAny('.', ')') + 2, end),
            _ => start,
        };
    }

    private static int SkipSpace(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Up to three digits, one letter, or a small Roman number.</summary>
    private static bool IsNumber(ReadOnlySpan<char> sign) =>
        (sign.Length <= 3 && !sign.ContainsAnyExceptInRange('0', '9'))
        || (sign.Length == 1 && char.IsAsciiLetter(sign[0]))
        || (sign.Length <= 6 && !sign.ContainsAnyExcept("ivx"));
}
