using System.Globalization;

namespace Intake.Publish;

/// <summary>A table of the zip.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Rows">Cells in the order of the columns; null is an empty cell.</param>
internal sealed record CsvFile(string Name, IReadOnlyList<(string Name, string Means)> Columns, IEnumerable<IReadOnlyList<string?>> Rows)
{
    /// <summary>Each column with what it means and how it is read from an item.</summary>
    public static CsvFile Of<T>(string name, IEnumerable<T> items, params (string Name, string Means, Func<T, object?> Value)[] columns) => new(
        name,
        [.. columns.Select(column => (column.Name, column.Means))],
        items.Select(item => (IReadOnlyList<string?>)[.. columns.Select(column => Text(column.Value(item)))]));

    /// <summary>Numbers plain, times in UTC, names as in the JSON; several values of a cell are separated by spaces.</summary>
    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset at => Wording.Machine(at),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum kind => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()),
        IEnumerable<string> several => string.Join(' ', several),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
