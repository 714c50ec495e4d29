using System.Text;
using Intake.Extract;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract;

/// <summary>What a Word document holds besides running text: margins, forms, comments, inserted documents, odd packages.</summary>
public class WordPartsTests
{
    private const string Section = "<w:sectPr><w:headerReference w:type='default' r:id='header1'/><w:headerReference w:type='first' r:id='header2'/><w:footerReference w:type='default' r:id='footer1'/></w:sectPr>";

    private static string Field(string code, string data = "", string result = "") =>
        $"<w:r><w:fldChar w:fldCharType='begin'>{data}</w:fldChar></w:r><w:r><w:instrText> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>";

    private static async Task<IEnumerable<string>> Word(string body, params (string, string)[] parts) => (await Read(Docx(body, parts))).Blocks();

    [Fact]
    public async Task Headers_and_footers_come_once_after_the_text_and_folded()
    {
        var read = await Read(Docx(
            Paragraph("Text") + $"<w:p><w:pPr>{Section}</w:pPr></w:p>" + Section,
            ("header1", $"<w:root>{Paragraph("Ministry of Example")}</w:root>"), ("header2", $"<w:root>{Paragraph("never shown")}</w:root>"),
            ("footer1", $"<w:root>{Paragraph("Ministry of Example")}{Paragraph("12 Long Street")}<w:p>{Field("PAGE", result: "1")}</w:p><w:p><w:r><w:t xml:space='preserve'>Page </w:t></w:r><w:fldSimple w:instr=' PAGE '><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:root>")));

        Assert.Equal(["Paragraph: Text", "Paragraph: Ministry of Example", "Paragraph: 12 Long Street"], read.Blocks());
        Assert.Equal([PassageFlags.None, PassageFlags.Folded, PassageFlags.Folded], read.Blocks.Select(block => block.Flags));
    }

    [Fact]
    public async Task The_first_pages_header_counts_where_it_is_shown() =>
        Assert.Contains("Paragraph: Letterhead", await Word(
            Paragraph("Text") + Section.Replace("</w:sectPr>", "<w:titlePg/></w:sectPr>", StringComparison.Ordinal), ("header2", $"<w:root>{Paragraph("Letterhead")}</w:root>")));

    [Fact]
    public async Task Comments_are_counted_and_not_read()
    {
        var read = await Read(Docx(Paragraph("Text"), ("comments", $"<w:root><w:comment w:id='1'>{Paragraph("no")}</w:comment><w:comment w:id='2'>{Paragraph("no")}</w:comment></w:root>")));

        Assert.Equal(("Text", 2), (read.Text, read.Comments));
    }

    [Fact]
    public async Task Tracked_changes_are_counted_once_each()
    {
        var read = await Read(Docx(
            "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:ins><w:r><w:t>in</w:t></w:r></w:ins><w:del><w:r><w:delText>out</w:delText></w:r></w:del></w:p>" +
            "<w:p><w:pPr><w:rPr><w:ins/></w:rPr><w:pPrChange><w:pPr><w:pStyle w:val='x'/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>split</w:t></w:r></w:p>" +
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>"));

        Assert.Equal(("in\n\nsplit", 4), (read.Text, read.TrackedChanges));
    }

    [Fact]
    public async Task The_values_of_a_form_are_read() =>
        Assert.Equal(
            ["Paragraph: ☒ yes", "Paragraph: ☐ no", "Paragraph: Kenya", "Paragraph: typed"],
            await Word(
                "<w:p>" + Field("FORMCHECKBOX", "<w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData>") + "<w:r><w:t xml:space='preserve'> yes</w:t></w:r></w:p>" +
                "<w:p>" + Field("FORMCHECKBOX", "<w:ffData><w:checkBox><w:default w:val='0'/></w:checkBox></w:ffData>") + "<w:r><w:t xml:space='preserve'> no</w:t></w:r></w:p>" +
                "<w:p>" + Field("FORMDROPDOWN", "<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='Chile'/><w:listEntry w:val='Kenya'/></w:ddList></w:ffData>") + "</w:p>" +
                "<w:p>" + Field("FORMTEXT", "<w:ffData><w:textInput><w:default w:val='prompt'/></w:textInput></w:ffData>", "typed") + "</w:p>"));

    [Fact]
    public async Task Content_controls_are_read_but_not_their_prompts() =>
        Assert.Equal(
            ["Paragraph: Watermelon ☒"],
            await Word(
                "<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>" + Paragraph("Click here to enter text.") + "</w:sdtContent></w:sdt>" +
                "<w:p><w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText='Apple' w:value='1'/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t xml:space='preserve'>Watermelon </w:t></w:r></w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt></w:p>"));

    [Fact]
    public async Task Math_smart_tags_right_to_left_runs_and_symbols_are_text_and_glosses_are_not() =>
        Assert.Equal(
            ["Paragraph: Kenya x+1 مشاركة ☒ α 東京"],
            await Word(
                "<w:p><w:smartTag><w:r><w:t xml:space='preserve'>Kenya </w:t></w:r></w:smartTag><m:oMath><m:r><m:t xml:space='preserve'>x+1 </m:t></m:r></m:oMath><w:bdo w:val='rtl'><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space='preserve'>مشاركة </w:t></w:r></w:bdo>" +
                "<w:r><w:sym w:font='Wingdings' w:char='F0FD'/><w:t xml:space='preserve'> </w:t><w:sym w:font='Symbol' w:char='F061'/><w:t xml:space='preserve'> </w:t></w:r>" +
                "<w:r><w:ruby><w:rt><w:r><w:t>とうきょう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東京</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"));

    [Fact]
    public async Task A_note_does_not_join_the_words_around_its_sign() =>
        Assert.Equal(["Paragraph: agenda 2030, now."], await Word("<w:p><w:r><w:t>agenda</w:t><w:footnoteReference w:id='1'/><w:t>2030</w:t><w:endnoteReference w:id='1'/><w:t>, now.</w:t></w:r></w:p>"));

    [Fact]
    public async Task Old_text_boxes_are_read_too() =>
        Assert.Equal(["Paragraph: before", "Paragraph: in the box"], await Word("<w:p><w:r><w:t>before</w:t><w:pict><v:shape><v:textbox><w:txbxContent>" + Paragraph("in the box") + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"));

    [Theory]
    [InlineData("<html><body><p>inserted</p></body></html>", "Paragraph: inserted")]
    [InlineData("inserted", "Paragraph: inserted")]
    public async Task An_inserted_document_is_read_in_its_place(string chunk, string read) =>
        Assert.Equal(["Paragraph: before", read, "Paragraph: after"], await Word(Paragraph("before") + "<w:altChunk r:id='aFChunk1'/>" + Paragraph("after"), ("aFChunk1", chunk)));

    [Fact]
    public async Task An_inserted_document_that_is_missing_is_said() =>
        Assert.Contains("inserted", (await Read(Docx(Paragraph("before") + "<w:altChunk r:id='nowhere'/>"))).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("/word/document2.xml", "word/document2.xml")]
    [InlineData("..\\word\\My%20text.xml", "word/My text.xml")]
    [InlineData("nowhere.xml", "word/document.xml")]
    [InlineData("nowhere.xml", "other/main.xml")]
    public async Task The_text_is_found_by_every_way_to_it(string target, string path)
    {
        var read = await Read(Zip(new[]
        {
            ("[Content_Types].xml", "<Types><Override PartName='/other/main.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"),
            ("_rels/.rels", $"<Relationships><Relationship Id='r' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument' Target='{target}'/></Relationships>"),
            (path, $"<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:body>{Paragraph("strict")}</w:body></w:document>"),
        }.Select(part => (part.Item1, Encoding.UTF8.GetBytes(part.Item2)))));

        Assert.Equal((DocumentKind.Docx, "strict", null), (read.Kind, read.Text, read.Problem));
    }

    [Fact]
    public async Task Damaged_notes_leave_the_text_and_the_margins()
    {
        var read = await Read(Docx(Paragraph("Text") + Section, ("footnotes", "<w:root><w:footnote>"), ("header1", $"<w:root>{Paragraph("Head")}</w:root>")));

        Assert.Equal(["Paragraph: Text", "Paragraph: Head"], read.Blocks());
        Assert.Contains("damaged", read.Problem, StringComparison.Ordinal);
    }

    /// <summary>The archive stays whole, so that the mutation reaches the readers of its parts.</summary>
    [Fact]
    public async Task Mutated_parts_are_read_or_reported()
    {
        var random = new Random(11);
        string Mutated(string part) => Encoding.UTF8.GetString(Mutation.Of(Encoding.UTF8.GetBytes(part), random));
        var body = "<w:p><w:pPr><w:pStyle w:val='a'/><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr></w:pPr>" + Field("FORMDROPDOWN", "<w:ffData><w:ddList><w:result w:val='0'/><w:listEntry w:val='a'/></w:ddList></w:ffData>") + "<w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p><w:altChunk r:id='aFChunk1'/>" + Section;
        for (var round = 0; round < 1_000; round++)
        {
            await Read(Docx(
                random.Next(2) == 0 ? body : Mutated(body),
                ("styles", Mutated("<w:root><w:style w:type='paragraph' w:default='1' w:styleId='a'><w:name w:val='heading 1'/><w:basedOn w:val='a'/><w:numPr><w:numId w:val='1'/></w:numPr></w:style></w:root>")),
                ("numbering", Mutated("<w:root><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='1'><w:start w:val='3'/><w:numFmt w:val='lowerRoman'/><w:lvlText w:val='%1.%2'/><w:isLgl/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='1'><w:startOverride w:val='5'/></w:lvlOverride></w:num></w:root>")),
                ("header1", Mutated($"<w:root>{Paragraph("Head")}<w:p>{Field("PAGE", result: "1")}</w:p></w:root>")),
                ("aFChunk1", Mutated("<p>inserted</p>"))));
        }
    }
}
