namespace Intake.Publish;

/// <summary>A map of rows by stakeholder group: the more contributions, the darker; the number stands in each cell.</summary>
internal static class GridChart
{
    private const double Names = 190;
    private const double Column = 66;
    private const double RowHeight = 26;
    private const double Heads = 44;

    /// <summary>The darkest cell still lets the page's text be read on it, on light paper and dark.</summary>
    private const double Darkest = 0.55;

    public static string Draw(string id, Grid grid)
    {
        var svg = new Svg(id, Names + Math.Max(grid.Groups.Count, 3) * Column, Heads + grid.Rows.Count * RowHeight + 4, grid.Caption, Gist(grid));
        foreach (var (column, group) in grid.Groups.Index())
        {
            var lines = Wrapped(Wording.Heading(group));
            foreach (var (line, text) in lines.Index())
                svg.Label(Names + (column + .5) * Column, Heads - 8 - (lines.Count - 1 - line) * 14, text, "middle");
        }

        foreach (var (index, row) in grid.Rows.Index())
        {
            var y = Heads + index * RowHeight;
            svg.Label(Names - 8, y + 17, Svg.Fit(row.Name, Names - 12), "end");
            foreach (var (column, count) in grid.Counts[index].Index())
            {
                var x = Names + column * Column;
                var shade = count == 0 ? 0 : .1 + (Darkest - .1) * Bars.Length(count, grid.Most);
                svg.Rectangle(
                    x + 1, y + 1, Column - 2, RowHeight - 2,
                    $"fill=\"{Palette.Series[0]}\" fill-opacity=\"{shade.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)}\" stroke=\"{Palette.Series[0]}\"",
                    $"{row.Name}: {Wording.Group(grid.Groups[column])} {Wording.Number(count)}");
                svg.Label(x + Column / 2, y + 17, count == 0 ? "–" : Wording.Number(count), "middle", count == 0 ? "fill-opacity=\".7\"" : "");
            }
        }

        return svg.End();
    }

    /// <summary>On up to two lines; words that are too long are cut.</summary>
    private static List<string> Wrapped(string name)
    {
        var words = name.Split(' ');
        return words.Length == 1
            ? [Short(words[0])]
            : [Short(words[0]), Svg.Fit(string.Join(' ', words[1..]), Column - 2)];
        static string Short(string word) => word.Length > 12 ? word[..8] + "." : word;
    }

    private static string Gist(Grid grid) => string.Join("; ", grid.Rows.Take(12).Select((row, index) =>
        grid.Counts[index].All(count => count == 0)
            ? $"{row.Name}: none"
            : $"{row.Name}: {string.Join(", ", grid.Groups.Zip(grid.Counts[index]).Where(pair => pair.Second > 0).Select(pair => $"{Wording.Group(pair.First)} {Wording.Number(pair.Second)}"))}"));
}
