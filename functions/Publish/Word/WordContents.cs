using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Intake.Publish;

/// <summary>
/// The table of contents: a field that a program can update, filled with its entries already. Page numbers are fields too;
/// which page is which only the program knows that lays the pages out.
/// </summary>
internal static class WordContents
{
    public static IEnumerable<OpenXmlElement> Of(Report report, WordLinks links)
    {
        yield return new Word.Paragraph(Style("ContentsHeading"), new Run(new Text("Contents")));
        var entries = report.Contents().ToList();
        foreach (var (index, (level, section)) in entries.Index())
        {
            var paragraph = new Word.Paragraph(Style(level == 1 ? "TOC1" : "TOC2"));
            if (index == 0)
                paragraph.Append(Field(FieldCharValues.Begin), Code(" TOC \\o \"1-2\" \\h \\z \\u "), Field(FieldCharValues.Separate));
            var link = links.To("#" + section.Id);
            foreach (var span in section.Title)
                link.Append(WordText.Runs(span.Text, span.Language));
            link.Append(
                new Run(new TabChar()), Field(FieldCharValues.Begin), Code($" PAGEREF {links.Bookmark(section.Id)} \\h "),
                Field(FieldCharValues.Separate), Field(FieldCharValues.End));
            paragraph.Append(link);
            if (index == entries.Count - 1)
                paragraph.Append(Field(FieldCharValues.End));
            yield return paragraph;
        }
    }

    private static ParagraphProperties Style(string id) => new(new ParagraphStyleId { Val = id });

    private static Run Field(FieldCharValues type) => new(new FieldChar { FieldCharType = type });

    private static Run Code(string code) => new(new FieldCode(code) { Space = SpaceProcessingModeValues.Preserve });
}
