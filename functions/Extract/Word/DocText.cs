using System.Text.RegularExpressions;
using Intake.Extract.Converters;
using Intake.Extract.PlainText;

namespace Intake.Extract.Word;

/// <summary>Makes paragraphs of what antiword and catdoc write: a line each.</summary>
internal static partial class DocText
{
    private const char Cell = '|';

    /// <summary>Rows of tables are "one|two|", footnotes and endnotes stand at the end as "[1] text".</summary>
    public static IReadOnlyList<ConvertedParagraph> OfAntiword(string output) => [.. Lines(output).Select(line =>
        line[^1] == Cell ? Row(line, Cell) : Note().IsMatch(line) ? new(PassageKind.Note, line, MayHead: false) : Paragraph(line))];

    /// <summary>Cells are divided by tabs; the codes of fields are left in the text.</summary>
    public static IReadOnlyList<ConvertedParagraph> OfCatdoc(string output) => [.. Lines(output).Select(line => Blanks().Replace(Field().Replace(line, " "), " ").Trim())
        .Where(line => line.Length > 0)
        .Select(line => line.Contains('\t', StringComparison.Ordinal) && ListMarker.Of(line) == ListMarker.Kind.None ? Row(line, '\t') : Paragraph(line))];

    private static IEnumerable<string> Lines(string output) =>
        Characters.Clean(output).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line.AsSpan().ContainsAnyExcept(Cell, ' '));

    private static ConvertedParagraph Row(string line, char end) =>
        new(PassageKind.TableRow, string.Join(ConvertedText.CellEnd, line.Split(end, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), MayHead: false);

    private static ConvertedParagraph Paragraph(string line) =>
        new(ListMarker.Of(line) == ListMarker.Kind.None ? PassageKind.Paragraph : PassageKind.ListItem, line, MayHead: true);

    [GeneratedRegex("^\\[[0-9]{1,4}\\] ", RegexOptions.NonBacktracking)]
    private static partial Regex Note();

    [GeneratedRegex("  +", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    /// <summary>A field's name in capitals, its quoted arguments and its switches: HYPERLINK \l "a", PAGEREF _Toc1 \h, TOC \o "1-3".</summary>
    [GeneratedRegex("(^|[ \\t])(HYPERLINK|INCLUDEPICTURE|INCLUDETEXT|PAGEREF|NOTEREF|STYLEREF|TOC|TC|REF|SEQ|PAGE|NUMPAGES|DATE|TIME|FILENAME|EMBED|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN)( +(\"[^\"]*\"|_[A-Za-z0-9_]+|\\\\\\*? ?(MERGEFORMAT|[a-z@*#])( +\"[^\"]*\")?))+", RegexOptions.NonBacktracking)]
    private static partial Regex Field();
}
