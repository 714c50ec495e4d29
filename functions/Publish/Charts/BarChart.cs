namespace Intake.Publish;

/// <param name="Values">One for each series.</param>
internal sealed record BarRow(string Name, IReadOnlyList<int> Values);

/// <summary>Lengths of bars, also where they are drawn without SVG.</summary>
internal static class Bars
{
    public static double Length(int value, int most) => most == 0 ? 0 : (double)value / most;
}

/// <summary>Bars that lie, their series end to end or one below the other.</summary>
internal static class BarChart
{
    private const double Names = 200;
    private const double Room = 380;
    private const double Numbers = 60;
    private const double Top = 28;

    public static string Draw(string id, string title, IReadOnlyList<string> series, IReadOnlyList<BarRow> rows, bool isStacked = true)
    {
        var most = rows.Select(row => isStacked ? row.Values.Sum() : row.Values.Max()).DefaultIfEmpty().Max();
        double thick = isStacked ? 16 : 11, step = isStacked ? 26 : 34;
        var svg = new Svg(id, Names + Room + Numbers, Top + rows.Count * step + 4, title, Gist(series, rows)).Raw(Palette.Patterns(id));
        Legend(svg, series);
        svg.Line(Names, Top - 4, Names, Top + rows.Count * step);
        foreach (var (index, row) in rows.Index())
        {
            var y = Top + index * step;
            svg.Label(Names - 8, y + (isStacked ? 13 : 16), Svg.Fit(row.Name, Names - 12), "end");
            var x = Names;
            foreach (var (which, value) in row.Values.Index())
            {
                var width = Bars.Length(value, most) * Room;
                if (value > 0)
                    svg.Rectangle(x, y, width, thick, Palette.Style(id, isStacked || which == 0 ? which : 3), $"{row.Name}: {series[which]} {Wording.Number(value)}");
                if (!isStacked)
                {
                    svg.Label(x + width + 6, y + 10, Wording.Number(value));
                    y += thick + 3;
                }
                else
                {
                    x += width;
                }
            }

            if (isStacked)
                svg.Label(x + 6, y + 13, Wording.Number(row.Values.Sum()));
        }

        return svg.End();

        void Legend(Svg svg, IReadOnlyList<string> series)
        {
            var x = Names;
            foreach (var (which, name) in series.Index())
            {
                svg.Rectangle(x, 3, 12, 12, Palette.Style(id, isStacked || which == 0 ? which : 3)).Label(x + 18, 13, name);
                x += 18 + Svg.Width(name) + 18;
            }
        }
    }

    private static string Gist(IReadOnlyList<string> series, IReadOnlyList<BarRow> rows) => string.Join("; ", rows.Take(12).Select(row =>
        $"{row.Name}: {string.Join(", ", row.Values.Select((value, which) => $"{series[which]} {Wording.Number(value)}"))}"));
}
