using System.Globalization;
using System.Text;

namespace Intake.Publish;

/// <summary>Writes tables, and charts with theirs.</summary>
internal sealed class HtmlTables(bool isNumbered)
{
    /// <summary>Tables with more columns scroll within the page rather than widen it.</summary>
    private const int MostColumns = 6;

    private int _table;
    private int _figure;

    public void Write(StringBuilder html, Chart chart, Func<Line, string> inline)
    {
        var caption = HtmlWriter.Encode(chart.Table.Caption);
        var number = isNumbered ? $"<b>Figure {Wording.Number(++_figure)}.</b> " : "";
        html.Append(CultureInfo.InvariantCulture, $"<figure class=\"chart\">\n<figcaption>{number}{caption}</figcaption>\n<div class=\"draw\" tabindex=\"0\" role=\"group\" aria-label=\"{caption}\">\n{chart.Draw()}\n</div>\n</figure>\n");
        if (chart.IsFolded)
            html.Append("<details>\n<summary>The same as a table</summary>\n");
        Write(html, chart.Table, inline);
        if (chart.IsFolded)
            html.Append("</details>\n");
    }

    public void Write(StringBuilder html, Table table, Func<Line, string> inline)
    {
        var id = HtmlWriter.Encode(table.Id);
        var number = isNumbered ? $"<b>Table {Wording.Number(++_table)}.</b> " : "";
        var isWide = table.IsWide || table.Columns.Count > MostColumns;
        if (isWide)
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"{(table.IsWide ? "wide across" : "wide")}\" tabindex=\"0\" role=\"group\" aria-labelledby=\"{id}\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<table{(table.IsWide ? " class=\"ledger\"" : "")}>\n<caption id=\"{id}\">{number}{HtmlWriter.Encode(table.Caption)}</caption>\n<thead><tr>");
        foreach (var column in table.Columns)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{(column.IsNumber ? " class=\"n\"" : "")}>{HtmlWriter.Encode(column.Head)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var (index, cell) in row.Index())
            {
                html.Append(index == 0 ? "<th scope=\"row\">" : table.Columns[index].IsNumber ? "<td class=\"n\">" : "<td>")
                    .Append(inline(cell.Line))
                    .Append(index == 0 ? "</th>" : "</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
        if (isWide)
            html.Append("</div>\n");
    }
}
