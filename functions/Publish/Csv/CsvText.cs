namespace Intake.Publish;

/// <summary>
/// Rows of RFC 4180. A cell that a spreadsheet would run as a formula begins with an apostrophe instead, as OWASP advises:
/// others wrote it.
/// </summary>
internal static class CsvText
{
    public static void Row(TextWriter writer, IEnumerable<string?> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
                writer.Write(',');
            isFirst = false;
            writer.Write(Cell(cell ?? ""));
        }

        writer.Write("\r\n");
    }

    /// <summary>Negative numbers of our own are no formulas: none of the digest's numbers is negative.</summary>
    internal static string Cell(string text)
    {
        var harmless = text.Length > 0 && IsFormula(text) ? "'" + text : text;
        return harmless.AsSpan().IndexOfAny(",\"\r\n") < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Also behind spaces, and by the wide forms that some spreadsheets take for the same.</summary>
    private static bool IsFormula(string text) =>
        text[0] is '\t' or '\r' or '\n' || text.AsSpan().TrimStart() is [var first, ..] && first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';
}
