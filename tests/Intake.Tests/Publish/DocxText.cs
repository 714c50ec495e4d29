using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Intake.Tests.Publish;

/// <summary>What a Word document says, for comparing.</summary>
internal static class DocxText
{
    /// <summary>Each paragraph on a line with its style, rows of tables with bars between their cells.</summary>
    public static string Of(byte[] docx)
    {
        using var stream = new MemoryStream(docx);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        var text = new StringBuilder();
        foreach (var element in document.MainDocumentPart!.Document.Body!.ChildElements)
        {
            if (element is Paragraph paragraph)
                text.Append(CultureInfo.InvariantCulture, $"[{paragraph.ParagraphProperties?.ParagraphStyleId?.Val}] {Said(paragraph)}\n");
            foreach (var row in element is Table table ? table.Elements<TableRow>() : [])
                text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row.Elements<TableCell>().Select(cell => Said(cell).TrimEnd('\u00a0')))} |\n");
        }

        return text.ToString();
    }

    /// <summary>Every part's text, for what must stand nowhere.</summary>
    public static string Everything(byte[] docx)
    {
        using var archive = new ZipArchive(new MemoryStream(docx));
        return string.Join("\n", archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return $"== {entry.FullName}\n{reader.ReadToEnd()}";
        }));
    }

    private static string Said(DocumentFormat.OpenXml.OpenXmlElement element) => string.Concat(element.Descendants().Select(inner => inner switch
    {
        Text text => text.Text,
        Break => "⏎",
        TabChar => "\t",
        _ => "",
    }));
}
