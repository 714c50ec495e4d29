using System.Text;
using Intake.Extract;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract;

public class WordTests
{
    private static async Task<IEnumerable<string>> Word(string body, params (string, string)[] parts) => (await Read(Docx(body, parts), "letter.txt", "text/plain")).Blocks();

    [Fact]
    public async Task Paragraphs_come_whole_over_their_runs()
    {
        var read = await Read(Docx("<w:p><w:r><w:t xml:space='preserve'>Open </w:t></w:r><w:hyperlink><w:r><w:t>and</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>inclu</w:t><w:softHyphen/><w:t>sive</w:t><w:noBreakHyphen/><w:t>ness</w:t><w:br/><w:t>now</w:t></w:r></w:p>" + Paragraph("Second &amp; last")));

        Assert.Equal(DocumentKind.Docx, read.Kind);
        Assert.Equal(["Paragraph: Open and\tinclusive-ness\nnow", "Paragraph: Second & last"], read.Blocks());
        Assert.Null(read.Problem);
    }

    [Fact]
    public async Task Headings_and_list_items_are_told_by_style_or_numbering() =>
        Assert.Equal(
            ["Heading: Title", "Heading: Derived", "ListItem: Bullet", "ListItem: Numbered", "Paragraph: Not any more"],
            await Word(
                "<w:p><w:pPr><w:pStyle w:val='berschrift1'/></w:pPr><w:r><w:t>Title</w:t></w:r></w:p>" +
                "<w:p><w:pPr><w:pStyle w:val='Mine'/></w:pPr><w:r><w:t>Derived</w:t></w:r></w:p>" +
                "<w:p><w:pPr><w:pStyle w:val='ListBullet'/></w:pPr><w:r><w:t>Bullet</w:t></w:r></w:p>" +
                "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>Numbered</w:t></w:r></w:p>" +
                "<w:p><w:pPr><w:pStyle w:val='ListBullet'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr><w:r><w:t>Not any more</w:t></w:r></w:p>",
                ("styles", "<w:root><w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style><w:style w:styleId='Mine'><w:name w:val='mine'/><w:basedOn w:val='berschrift1'/></w:style><w:style w:styleId='ListBullet'><w:name w:val='List Bullet'/><w:basedOn w:val='ListBullet'/></w:style></w:root>")));

    [Fact]
    public async Task Insertions_are_kept_and_deletions_dropped() =>
        Assert.Equal(
            ["Paragraph: We support the plan.", "Paragraph: one two"],
            await Word(
                "<w:p><w:r><w:t xml:space='preserve'>We </w:t></w:r><w:del><w:r><w:delText>reject</w:delText><w:t>no</w:t></w:r></w:del><w:ins><w:r><w:t>support</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>no</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t xml:space='preserve'> the plan.</w:t></w:r></w:moveTo></w:p>" +
                "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>one </w:t></w:r></w:p>" + Paragraph("two") +
                "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>no</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));

    [Fact]
    public async Task Field_codes_are_dropped_and_their_results_kept() =>
        Assert.Equal(
            ["Paragraph: See page 12.", "Paragraph: after"],
            await Word("<w:p><w:r><w:t xml:space='preserve'>See page </w:t><w:fldChar w:fldCharType='begin'/><w:instrText>PAGEREF x</w:instrText><w:t>no</w:t><w:fldChar w:fldCharType='separate'/><w:t>12</w:t><w:fldChar w:fldCharType='end'/><w:t>.</w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>" + Paragraph("after")));

    [Fact]
    public async Task A_text_box_is_read_once_after_its_paragraph() =>
        Assert.Equal(
            ["Paragraph: before and after", "Paragraph: in the box", "Paragraph: next"],
            await Word(
                "<w:p><w:r><w:t xml:space='preserve'>before </w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>" + Paragraph("in the box") +
                "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>" + Paragraph("in the box") + "</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>and after</w:t></w:r></w:p>" + Paragraph("next")));

    [Fact]
    public async Task Tables_are_read_row_by_row() =>
        Assert.Equal(
            ["TableRow: Question | Answer", "TableRow: 1 | Yes. Fully."],
            await Word($"<w:tbl><w:tr><w:tc>{Paragraph("Question")}</w:tc><w:tc>{Paragraph("Answer")}</w:tc></w:tr><w:tr><w:tc>{Paragraph("1")}</w:tc><w:tc>{Paragraph("Yes.")}{Paragraph("Fully.")}</w:tc></w:tr></w:tbl>"));

    [Fact]
    public async Task Footnotes_follow_the_text_as_notes() =>
        Assert.Equal(
            ["Paragraph: Text", "Note: Tunis Agenda, 72."],
            await Word(Paragraph("Text"), ("footnotes", $"<w:root><w:footnote w:type='separator'>{Paragraph("no")}</w:footnote><w:footnote>{Paragraph("Tunis Agenda, 72.")}</w:footnote></w:root>")));

    [Fact]
    public async Task What_stands_before_damage_is_read_and_the_damage_said()
    {
        var read = await Read(Docx(Paragraph("Whole") + "<w:p><w:r></w:t>"));

        Assert.Equal(["Paragraph: Whole"], read.Blocks());
        Assert.Contains("damaged", read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_an_archive_is_a_recorded_outcome()
    {
        var whole = Docx(Paragraph("Whole"));

        Assert.NotNull((await Read(whole[..(whole.Length / 2)])).Problem);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><w:document xmlns:w='w'><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>")]
    [InlineData("<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'><w:document xmlns:w='w'/>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><w:document xmlns:w='w'><w:t>&b;</w:t></w:document>")]
    public async Task Entities_are_refused(string xml)
    {
        var read = await Read(Zip([("word/document.xml", Encoding.UTF8.GetBytes(xml))]));

        Assert.Equal(("", true), (read.Text, read.Problem is not null));
    }

    [Fact]
    public async Task A_bomb_is_stopped_by_what_really_comes_out()
    {
        var bomb = Docx(Repeat("<w:p/>", 2_000_000));

        Assert.Contains("too large", (await Read(bomb, limits: new() { InflationRatio = 20 })).Problem, StringComparison.Ordinal);
        Assert.Contains("too large", (await Read(bomb, limits: new() { InflationRatio = 10_000, InflatedBytes = 1_000_000 })).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_entries_are_not_listed()
    {
        var zip = Zip(Enumerable.Range(0, 200).Select(i => ($"word/{i}.xml", Array.Empty<byte>())).Prepend(("word/document.xml", "<a/>"u8.ToArray())));

        Assert.Contains("too many files", (await Read(zip, limits: new() { ZipEntries = 100 })).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deep_nesting_is_a_recorded_outcome()
    {
        var deep = Docx(Paragraph("start") + Repeat("<w:sdt>", 200_000) + Repeat("</w:sdt>", 200_000));

        var read = await Read(deep);

        Assert.Equal("start", read.Text);
        Assert.NotNull(read.Problem);
    }

    [Fact]
    public async Task A_document_without_text_says_so() =>
        Assert.Contains("No text", (await Read(Docx("<w:p/>"))).Problem, StringComparison.Ordinal);
}
