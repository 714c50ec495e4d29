using Intake.Synthesis;

namespace Intake.Publish;

/// <param name="Link">Where the row's section is.</param>
/// <param name="Total">Contributions of all groups.</param>
internal sealed record GridRow(string Name, string Link, IReadOnlyList<GroupCount> Groups, int Total);

/// <summary>Rows by stakeholder group: the numbers behind a map and its table.</summary>
/// <param name="Groups">Columns: every group that any row has, in the order of digests.</param>
/// <param name="Counts">A number for each row and group.</param>
internal sealed record Grid(
    string Id, string Caption, string What, IReadOnlyList<string> Groups, IReadOnlyList<GridRow> Rows, IReadOnlyList<IReadOnlyList<int>> Counts, int Most)
{
    public static Grid Of(string id, string caption, string what, IReadOnlyList<GridRow> rows)
    {
        List<string> groups = [.. rows.SelectMany(row => row.Groups).Select(group => group.Group).Distinct(StringComparer.Ordinal).OrderBy(GroupKey.Order)];
        List<IReadOnlyList<int>> counts =
        [
            .. rows.Select(row => (IReadOnlyList<int>)[.. groups.Select(group => row.Groups.FirstOrDefault(count => count.Group == group)?.Contributions ?? 0)]),
        ];
        return new Grid(id, caption, what, groups, rows, counts, counts.SelectMany(row => row).DefaultIfEmpty().Max());
    }

    public Table Table() => new(
        Id, Caption,
        [new(What, Weight: 4), .. Groups.Select(group => new Column(Wording.Heading(group), IsNumber: true)), new("All", IsNumber: true)],
        Rows.Select((row, index) => (IReadOnlyList<Cell>)
        [
            new Line([new Span(row.Name, SpanKind.Foreign, "und", row.Link)]),
            .. Counts[index].Select(count => new Cell((Line)Wording.Number(count), Shade: Bars.Length(count, Most))),
            row.Total,
        ]));
}
