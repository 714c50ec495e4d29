namespace Intake.Extract.PlainText;

/// <summary>Which lines of a plain text are headings. In doubt it is a paragraph: a heading is never quoted.</summary>
internal static class TextHeading
{
    private const int Longest = 130;
    private const string Bookmark = "[bookmark: ";

    private static readonly string[] Salutations = ["dear ", "sehr geehrte", "madame", "monsieur", "estimad", "prezad", "sincerely", "yours ", "best regards", "уважаем"];

    /// <summary>Whether the line says by itself that it is one: Markdown's sign, or the bookmark a word processor left.</summary>
    public static bool IsMarked(ReadOnlySpan<char> line)
    {
        if (line.Length > Longest + 40)
        {
            return false;
        }

        var signs = line.IndexOfAnyExcept('#');
        return signs is >= 1 and <= 6 && line[signs] == ' '
            || (line.StartsWith(Bookmark, StringComparison.Ordinal) && line.IndexOf(']') is var end and > 0 && end < line.Length - 1);
    }

    /// <summary>Whether the block that is this one line is a heading.</summary>
    public static bool Is(string text, List<TextLine> lines, int at)
    {
        var line = lines[at].In(text);
        if (IsMarked(line))
        {
            return true;
        }

        if (line.Length > Longest || lines[at].IsBlank)
        {
            return false;
        }

        var below = at + 1 < lines.Count ? lines[at + 1] : default;
        if (below.IsRule && below.Length * 2 >= line.Length && text[below.Start] is '=' or '-' or '~')
        {
            return true;
        }

        return StandsAlone(lines, at) && Looks(line) && (IsTitle(text, lines, at) || IsFollowedByText(text, lines, at, line.Length));
    }

    private static bool StandsAlone(List<TextLine> lines, int at) =>
        (at == 0 || lines[at - 1].IsBlank || lines[at - 1].IsRule) && (at + 1 == lines.Count || lines[at + 1].IsBlank);

    private static bool Looks(ReadOnlySpan<char> line)
    {
        if (line[^1] is '.' or '!' or ',' or ';' or '。' or '…' || line.Count(' ') > 20 || line.Contains('@') || line.Contains("://", StringComparison.Ordinal))
        {
            return false;
        }

        // A bullet is an item; a number may count headings; a small raised number counts footnotes.
        var words = line.TrimStart("\"'“«([");
        return words.Length > 2 && words[0] is not ('¹' or '²' or '³' or (>= '⁰' and <= '⁹')) && !IsSalutation(line) && !char.IsLower(words[0]) && ListMarker.Of(line) != ListMarker.Kind.Bullet
            && (line[^1] != ':' || line.Count(' ') < 4) && line.ContainsAnyExceptInRange('\0', '@');
    }

    private static bool IsSalutation(ReadOnlySpan<char> line)
    {
        foreach (var salutation in Salutations)
        {
            if (line.StartsWith(salutation, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first line of all, when it is more than a name.</summary>
    private static bool IsTitle(string text, List<TextLine> lines, int at) =>
        at < 20 && lines[at].In(text).Count(' ') >= 4 && lines.FindIndex(line => !line.IsBlank) == at;

    /// <summary>A heading has something under it that is longer than itself, or a list; a line of an address has not.</summary>
    private static bool IsFollowedByText(string text, List<TextLine> lines, int at, int length)
    {
        const int paragraph = 80;
        var isNumbered = ListMarker.Of(lines[at].In(text)) == ListMarker.Kind.Number;
        for (var i = at + 1; i < lines.Count; i++)
        {
            if (lines[i].IsBlank || lines[i].IsRule)
            {
                continue;
            }

            var marker = ListMarker.Of(lines[i].In(text));
            if (IsSalutation(lines[i].In(text)))
            {
                return false;
            }

            if (marker != ListMarker.Kind.None)
            {
                // The next item of the same list says that this is an item too.
                return !isNumbered || marker == ListMarker.Kind.Bullet;
            }

            var together = 0;
            for (var j = i; j < lines.Count && !lines[j].IsBlank && together < paragraph * 2; j++)
            {
                together += lines[j].Length;
            }

            return together >= paragraph && together > length;
        }

        return false;
    }
}
