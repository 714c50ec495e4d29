using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>Contributions over time, with the deadline.</summary>
internal static class TimeChart
{
    private const int MostColumns = 62;
    private const double Width = 640;
    private const double Left = 36;
    private const double Top = 30;
    private const double Bottom = 190;

    public static Chart Of(Digest digest)
    {
        var columns = Columns(digest, out var step);
        var closes = Wording.LocalDay(digest.Call.Closes, digest);
        var filled = columns.Where(column => column.Count > 0).ToList();
        var most = columns.Max(column => column.Count);
        return new Chart(
            () => Draw(columns, step, closes),
            new Table(
                "time", $"Contributions received, by {Unit(step)}; the call closes on {Wording.Date(closes)}",
                [new(step == 1 ? "Day" : "From", Weight: 2), .. step == 1 ? Array.Empty<Column>() : [new("To", Weight: 2)], new("Contributions", IsNumber: true)],
                filled.Select(column => (IReadOnlyList<Cell>)
                [
                    new((Line)Wording.Date(column.From), Bar: Bars.Length(column.Count, most)),
                    .. step == 1 ? Array.Empty<Cell>() : [Wording.Date(End(column.From, step))],
                    column.Count,
                ])),
            IsFolded: true);
    }

    /// <summary>The last day of a column; the calendar ends too.</summary>
    private static DateOnly End(DateOnly from, int step) => DateOnly.FromDayNumber(Math.Min(from.DayNumber + step - 1, DateOnly.MaxValue.DayNumber));

    private static string Unit(int step) => step switch
    {
        1 => "day",
        7 => "week",
        _ => $"{step / 7} weeks",
    };

    /// <summary>From the opening, or what came before it, to the closing or what came after it.</summary>
    private static List<(DateOnly From, int Count)> Columns(Digest digest, out int step)
    {
        var days = digest.Process.Days;
        var (opens, closes) = (Wording.LocalDay(digest.Call.Opens, digest), Wording.LocalDay(digest.Call.Closes, digest));
        var first = days[0].Day < opens ? days[0].Day : opens;
        var last = days[^1].Day > closes ? days[^1].Day : closes;
        var span = last.DayNumber - first.DayNumber + 1;
        var wide = span <= MostColumns ? 1 : (span + 7 * MostColumns - 1) / (7 * MostColumns) * 7;
        step = wide;

        // Columns end with the closing's day, so that none holds what came before and what came after it.
        first = DateOnly.FromDayNumber(Math.Max(0, closes.DayNumber + 1 - (closes.DayNumber + wide - first.DayNumber) / wide * wide));
        span = last.DayNumber - first.DayNumber + 1;
        var counts = days.GroupBy(day => (day.Day.DayNumber - first.DayNumber) / wide).ToDictionary(same => same.Key, same => same.Sum(day => day.Contributions));
        return [.. Enumerable.Range(0, (span + wide - 1) / wide).Select(index => (first.AddDays(index * wide), counts.GetValueOrDefault(index)))];
    }

    private static string Draw(List<(DateOnly From, int Count)> columns, int step, DateOnly closes)
    {
        var most = columns.Max(column => column.Count);
        var late = columns.Where(column => column.From > closes).Sum(column => column.Count);
        var svg = new Svg(
            "chart-time", Width, Bottom + 28, $"Contributions received, by {Unit(step)}",
            $"{Wording.Contributions(columns.Sum(column => column.Count))} from {Wording.Date(columns[0].From)} to {Wording.Date(End(columns[^1].From, step))}; at most {Wording.Number(most)} in a {(step == 1 ? "day" : "period")}; {Wording.Number(late)} after the deadline of {Wording.Date(closes)}.")
            .Raw(Palette.Patterns("chart-time"));
        var width = (Width - Left - 8) / columns.Count;
        var height = Bottom - Top;
        foreach (var mark in Marks(most))
        {
            var y = Bottom - Bars.Length(mark, most) * height;
            svg.Line(Left, y, Width - 8, y, "stroke=\"currentColor\" stroke-opacity=\".2\"").Label(Left - 6, y + 4, Wording.Number(mark), "end");
        }

        foreach (var (index, column) in columns.Index())
        {
            var tall = Bars.Length(column.Count, most) * height;
            if (column.Count > 0)
            {
                svg.Rectangle(
                    Left + index * width + .5, Bottom - tall, Math.Max(width - 1.5, 1), tall, Palette.Style("chart-time", column.From > closes ? 1 : 0),
                    $"{Wording.Date(column.From)}{(step == 1 ? "" : $" to {Wording.Date(End(column.From, step))}")}: {Wording.Number(column.Count)}");
            }
        }

        // The end of the closing's day, within its column.
        var deadline = Left + (closes.DayNumber + 1 - columns[0].From.DayNumber) * width / step;
        svg.Line(deadline, Top - 8, deadline, Bottom, $"stroke=\"{Palette.Deadline}\" stroke-width=\"2\" stroke-dasharray=\"5 3\"");
        svg.Label(deadline > Width / 2 ? deadline - 6 : deadline + 6, Top - 10, $"closes {Wording.Date(closes)}", deadline > Width / 2 ? "end" : "start");
        svg.Line(Left, Bottom, Width - 8, Bottom);
        svg.Label(Left, Bottom + 18, Wording.Date(columns[0].From));
        svg.Label(Width - 8, Bottom + 18, Wording.Date(End(columns[^1].From, step)), "end");
        return svg.End();
    }

    /// <summary>Nothing, half and the most; whole numbers only.</summary>
    private static IEnumerable<int> Marks(int most) => most % 2 == 0 && most > 2 ? [0, most / 2, most] : [0, most];
}
