namespace Intake.Extract.PlainText;

/// <summary>Rows of a table whose cells are divided by tabs, as spreadsheets are pasted.</summary>
internal static class TextTable
{
    /// <summary>A line like the one above or below it: as many tabs between its cells.</summary>
    public static bool IsRow(string text, List<TextLine> lines, int at)
    {
        var tabs = Tabs(text, lines[at]);
        return tabs > 0 && ((at > 0 && Tabs(text, lines[at - 1]) == tabs) || (at + 1 < lines.Count && Tabs(text, lines[at + 1]) == tabs));
    }

    /// <summary>The tab after an item's sign divides no cells.</summary>
    private static int Tabs(string text, TextLine line)
    {
        var content = line.In(text);
        return content.Count('\t') - (ListMarker.Of(content) != ListMarker.Kind.None && content.IndexOfAny(' ', '\t') is var blank and >= 0 && content[blank] == '\t' ? 1 : 0);
    }
}
