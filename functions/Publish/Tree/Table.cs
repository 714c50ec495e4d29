namespace Intake.Publish;

/// <summary>A table; the first cell of each row is its heading.</summary>
/// <param name="Id">Anchor, unique in the report.</param>
/// <param name="Rows">Read once by each writer, so that long ones need not be held.</param>
/// <param name="IsWide">Too wide for an upright page.</param>
internal sealed record Table(string Id, string Caption, IReadOnlyList<Column> Columns, IEnumerable<IReadOnlyList<Cell>> Rows, bool IsWide = false)
    : Block;

/// <param name="Weight">Width beside the other columns'.</param>
internal sealed record Column(string Head, bool IsNumber = false, int Weight = 1);

/// <param name="Shade">0 to 1: how dark it stands in a map; null where it is none.</param>
/// <param name="Bar">0 to 1: the length of the bar that is drawn for it; null where there is none.</param>
internal sealed record Cell(Line Line, double? Shade = null, double? Bar = null)
{
    public static implicit operator Cell(Line line) => new(line);

    public static implicit operator Cell(string text) => new((Line)text);

    public static implicit operator Cell(int number) => new((Line)Wording.Number(number));
}
