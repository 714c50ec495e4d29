using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Intake.Publish;
using Intake.Synthesis;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Intake.Tests.Publish;

public sealed class WordTests
{
    [Fact]
    public async Task The_document_is_valid_for_word()
    {
        using var document = await OpenAsync(FullDigest.Of());

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public async Task Signs_that_xml_cannot_hold_do_not_break_it()
    {
        var quote = FullDigest.Quote("c01", 1, "A\u0001B\uFFFF C \uD83D\uDE00\uD83D", "x-hostile\u0002", "civil-society", "N\u0000N");
        var digest = FullDigest.Of();
        using var document = await OpenAsync(digest with { Themes = [digest.Themes[0] with { Messages = [FullDigest.Single("a-1", quote, 2)] }] });

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => error.Description));
        Assert.Contains("A\uFFFDB\uFFFD C 😀\uFFFD", document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headings_contents_captions_and_heads_of_tables_are_real()
    {
        using var document = await OpenAsync(FullDigest.Of());
        var body = document.MainDocumentPart!.Document.Body!;
        var headings = body.Elements<Paragraph>().Where(paragraph => Style(paragraph).StartsWith("Heading", StringComparison.Ordinal)).ToList();
        var entries = body.Elements<Paragraph>().Where(paragraph => Style(paragraph).StartsWith("TOC", StringComparison.Ordinal)).ToList();
        var bookmarks = body.Descendants<BookmarkStart>().Select(mark => mark.Name!.Value!).ToList();

        Assert.Contains(headings, heading => Style(heading) == "Heading1" && heading.InnerText == "I. In brief");
        Assert.Equal(
            headings.Where(heading => Style(heading) is "Heading1" or "Heading2").Select(heading => heading.InnerText),
            entries.Select(entry => string.Concat(entry.Descendants<Text>().Select(text => text.Text))));
        Assert.Contains(body.Descendants<FieldCode>(), code => code.Text.Contains("TOC \\o", StringComparison.Ordinal));
        Assert.All(body.Descendants<Hyperlink>().Where(link => link.Anchor is not null), link => Assert.Contains(link.Anchor!.Value!, bookmarks));
        Assert.Equal(bookmarks.Count, bookmarks.Distinct().Count());
        var tables = body.Descendants<Table>().Where(table => table.GetFirstChild<TableProperties>()!.TableStyle!.Val == "Digest").ToList();
        Assert.All(tables, table => Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
        Assert.Equal(tables.Count, body.Descendants<SimpleField>().Count(field => field.Instruction!.Value!.Contains("SEQ Table", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Quotes_bear_their_language_and_direction_and_lead_to_their_passage()
    {
        using var document = await OpenAsync(FullDigest.Of());
        var main = document.MainDocumentPart!;
        Paragraph Quoted(string text) => main.Document.Body!.Descendants<Paragraph>().First(paragraph => Style(paragraph) == "Quote" && paragraph.InnerText == text);

        var arabic = Quoted(FullDigest.Arabic);
        Assert.NotNull(arabic.ParagraphProperties!.BiDi);
        Assert.Equal("ar", arabic.Descendants<RunProperties>().First().Languages!.Bidi!.Value);
        Assert.NotNull(arabic.Descendants<RunProperties>().First().RightToLeftText);
        Assert.Equal("zh", Quoted(FullDigest.Chinese).Descendants<RunProperties>().First().Languages!.EastAsia!.Value);
        Assert.Equal("fr", Quoted(FullDigest.French).Descendants<RunProperties>().First().Languages!.Val!.Value);
        var link = main.HyperlinkRelationships.Single(relation => relation.Id == arabic.Descendants<Hyperlink>().Single().Id);
        Assert.Equal("https://intake.example/calls/forum-2026/contributions/c02#p3", link.Uri.OriginalString);
    }

    [Fact]
    public async Task No_part_bears_a_time_but_the_digests_own()
    {
        var docx = await new DigestWord().RenderAsync(FullDigest.Of(), FullDigest.Site, CancellationToken.None);
        using var archive = new ZipArchive(new MemoryStream(docx));

        Assert.All(archive.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        Assert.Equal("[Content_Types].xml", archive.Entries[0].FullName);
        Assert.Equal(
            ["2026-05-11T06:00:00Z"],
            System.Text.RegularExpressions.Regex.Matches(DocxText.Everything(docx).Split("== docProps/core.xml")[1].Split("== ")[0], @"\d{4}-\d\d-\d\dT[\d:]+Z").Select(match => match.Value).Distinct());
    }

    private static string Style(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";

    private static async Task<WordprocessingDocument> OpenAsync(Digest digest) => WordprocessingDocument.Open(
        new MemoryStream(await new DigestWord().RenderAsync(digest, FullDigest.Site, CancellationToken.None)), isEditable: false);
}
