using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Intake.Publish;

/// <summary>
/// Tables, their head repeated on each page, with numbered captions. They stand for the charts as well: maps by shaded
/// cells, bars by shaded room below a row's name.
/// </summary>
internal sealed class WordTables(WordInline inline)
{
    /// <summary>Room of the longest bar, in no-break spaces: a reader aloud does not hear them.</summary>
    private const int BarRoom = 60;

    private const string Blue = "2F7EBF";
    private static readonly int[] BlueParts = [0x2f, 0x7e, 0xbf];

    private int _tables;

    /// <summary>Labels and what they say, without lines.</summary>
    public IEnumerable<OpenXmlElement> Of(Facts facts)
    {
        var table = Start("Facts", "", isHeaded: false, [1900, WordSections.TextWidth - 1900]);
        foreach (var (label, value) in facts.Items)
        {
            table.Append(new TableRow(
                new TableCell(new TableCellProperties(Width(1900)), inline.Paragraph(Line.Soft(label), "TableText")),
                new TableCell(new TableCellProperties(Width(WordSections.TextWidth - 1900)), inline.Paragraph(value, "TableText"))));
        }

        yield return table;
        yield return inline.Paragraph(Line.Empty, "Break");
    }

    public IEnumerable<OpenXmlElement> Of(Table source, bool isWide)
    {
        yield return Caption(source);
        var room = isWide ? WordSections.WideTextWidth : WordSections.TextWidth;
        var widths = Widths(source, room, isWide ? 85 : 110);
        var table = Start("Digest", source.Caption, isHeaded: true, widths);
        var (text, head) = isWide ? ("TableSmall", "TableSmallHead") : ("TableText", "TableHead");
        table.Append(new TableRow(
        [
            new TableRowProperties(new CantSplit(), new TableHeader()),
            .. source.Columns.Select((column, index) => new TableCell(
                new TableCellProperties(Width(widths[index]), new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Bottom }),
                inline.Paragraph(column.Head, head, column.IsNumber))),
        ]));
        var isEmpty = true;
        foreach (var row in source.Rows)
        {
            isEmpty = false;
            table.Append(new TableRow(
            [
                new TableRowProperties(new CantSplit()),
                .. row.Select((cell, index) => Of(cell, source.Columns[index], widths[index], text)),
            ]));
        }

        if (isEmpty)
            table.Append(new TableRow(source.Columns.Select((_, index) => new TableCell(new TableCellProperties(Width(widths[index])), inline.Paragraph("–", text)))));
        yield return table;
        yield return inline.Paragraph(Line.Empty, "Break");
    }

    private TableCell Of(Cell cell, Column column, int width, string style)
    {
        var properties = new TableCellProperties(Width(width));
        if (cell.Shade is > 0 and { } shade)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Mixed(.1 + .45 * shade) });
        var filled = new TableCell(properties, inline.Paragraph(cell.Line, style, column.IsNumber));
        if (cell.Bar is > 0 and { } bar)
        {
            filled.Append(new Word.Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = "Bar" }),
                new Run(
                    new RunProperties(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Blue }),
                    new Text(new string('\u00a0', Math.Max(1, (int)Math.Round(bar * BarRoom)))) { Space = SpaceProcessingModeValues.Preserve })));
        }

        return filled;
    }

    /// <summary>Each column has room for the longest word of its head; what is left is shared out by weight.</summary>
    /// <param name="letter">Width of a letter, in twentieths of a point.</param>
    private static List<int> Widths(Table source, int room, int letter)
    {
        List<int> least = [.. source.Columns.Select(column => Math.Min(room / source.Columns.Count, column.Head.Split(' ').Max(word => word.Length) * letter + 190))];
        var weights = source.Columns.Sum(column => column.IsNumber ? 0 : column.Weight);
        var left = room - least.Sum();
        return [.. source.Columns.Select((column, index) => least[index] + (column.IsNumber ? 0 : left * column.Weight / weights))];
    }

    private Word.Paragraph Caption(Table source)
    {
        var number = (++_tables).ToString(CultureInfo.InvariantCulture);
        var caption = inline.Paragraph("Table ", "Caption");
        caption.Append(new SimpleField(new Run(new Text(number))) { Instruction = " SEQ Table \\* ARABIC " });
        inline.Fill(caption, $". {source.Caption}");
        return caption;
    }

    private static Word.Table Start(string style, string caption, bool isHeaded, IReadOnlyList<int> widths)
    {
        var properties = new TableProperties(
            new TableStyle { Val = style },
            new TableWidth { Width = widths.Sum().ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook { Val = isHeaded ? "0420" : "0400", FirstRow = isHeaded, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = false, NoVerticalBand = true });
        if (caption.Length > 0)
            properties.Append(new TableCaption { Val = WordText.Clean(caption) });
        return new Word.Table(properties, new TableGrid(widths.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })));
    }

    private static TableCellWidth Width(int width) => new() { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa };

    /// <summary>The charts' blue on white paper.</summary>
    private static string Mixed(double share) => string.Concat(BlueParts.Select(part =>
        ((int)Math.Round(255 - (255 - part) * share)).ToString("X2", CultureInfo.InvariantCulture)));
}
