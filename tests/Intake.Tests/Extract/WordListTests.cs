using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract;

/// <summary>The numbers of a Word document's list items, which are not in its text but in its list definitions.</summary>
public class WordListTests
{
    private const string Three =
        "<w:abstractNum w:abstractNumId='0'>" +
        "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>" +
        "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%2)'/></w:lvl>" +
        "<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerRoman'/><w:lvlText w:val='%1.%2.%3'/></w:lvl></w:abstractNum>";

    private static string Item(string text, int level = 0, int list = 1) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Level(string inside) => $"<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'>{inside}</w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";

    private static async Task<IEnumerable<string>> Lines(string body, string numbering, string styles = "") =>
        (await Read(Docx(body, ("numbering", $"<w:root>{numbering}</w:root>"), ("styles", $"<w:root>{styles}</w:root>")))).Blocks();

    [Fact]
    public async Task Items_have_their_numbers_on_every_level() =>
        Assert.Equal(
            ["ListItem: 1. a", "ListItem: (a) b", "ListItem: (b) c", "ListItem: 1.b.i d", "ListItem: 2. e", "ListItem: (a) f"],
            await Lines(Item("a") + Item("b", 1) + Item("c", 1) + Item("d", 2) + Item("e") + Item("f", 1), Three + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"));

    [Fact]
    public async Task A_list_goes_on_after_other_text_and_in_another_instance_unless_it_starts_anew() =>
        Assert.Equal(
            ["ListItem: 1. a", "Paragraph: between", "ListItem: 2. b", "ListItem: 3. c", "ListItem: 5. d", "ListItem: 6. e"],
            await Lines(
                Item("a") + Paragraph("between") + Item("b") + Item("c", list: 2) + Item("d", list: 3) + Item("e", list: 3),
                Three + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='0'/></w:num>" +
                "<w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>"));

    [Fact]
    public async Task An_instance_may_define_a_level_itself() =>
        Assert.Equal(
            ["ListItem: Art. IV: a"],
            await Lines(Item("a"), Three + "<w:num w:numId='1'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:lvl w:ilvl='0'><w:start w:val='4'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='Art. %1:'/></w:lvl></w:lvlOverride></w:num>"));

    [Theory]
    [InlineData("<w:start w:val='3'/><w:numFmt w:val='upperLetter'/><w:lvlText w:val='%1)'/>", "C) x")]
    [InlineData("<w:start w:val='28'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1.'/>", "bb. x")]
    [InlineData("<w:numFmt w:val='decimalZero'/><w:lvlText w:val='%1'/>", "01 x")]
    [InlineData("<w:start w:val='2'/><w:numFmt w:val='ordinal'/><w:lvlText w:val='%1'/>", "2nd x")]
    [InlineData("<w:start w:val='12'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/>", "十二、 x")]
    [InlineData("<w:numFmt w:val='russianLower'/><w:lvlText w:val='%1)'/>", "а) x")]
    [InlineData("<w:numFmt w:val='neverHeardOf'/><w:lvlText w:val='%1.'/>", "1. x")]
    [InlineData("<w:numFmt w:val='bullet'/><w:lvlText w:val='•'/>", "x")]
    [InlineData("<w:numFmt w:val='none'/><w:lvlText w:val=''/>", "x")]
    [InlineData("<w:start w:val='2147483647'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1.'/>", "32767. x")]
    public async Task Every_format_is_written_as_Word_shows_it(string level, string shown) =>
        Assert.Equal(["ListItem: " + shown], await Lines(Item("x"), Level(level)));

    [Fact]
    public async Task A_style_gives_its_paragraphs_the_list_and_the_level() =>
        Assert.Equal(
            ["Heading: 1. Access", "Heading: (a) Cost", "Heading: 2. Trust", "Heading: Annex"],
            await Lines(
                "<w:p><w:pPr><w:pStyle w:val='H1'/></w:pPr><w:r><w:t>Access</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val='H2'/></w:pPr><w:r><w:t>Cost</w:t></w:r></w:p>" +
                "<w:p><w:pPr><w:pStyle w:val='H1'/></w:pPr><w:r><w:t>Trust</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val='H1'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr><w:r><w:t>Annex</w:t></w:r></w:p>",
                Three + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
                "<w:style w:type='paragraph' w:styleId='H1'><w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>" +
                "<w:style w:type='paragraph' w:styleId='H2'><w:name w:val='heading 2'/><w:basedOn w:val='H1'/><w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr></w:style>"));

    [Fact]
    public async Task A_deeper_level_may_count_on() =>
        Assert.Equal(
            ["ListItem: 1. a", "ListItem: (1) b", "ListItem: 2. c", "ListItem: (2) d"],
            await Lines(Item("a") + Item("b", 1) + Item("c") + Item("d", 1),
                "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:lvlText w:val='%1.'/></w:lvl><w:lvl w:ilvl='1'><w:lvlRestart w:val='0'/><w:lvlText w:val='(%2)'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"));

    [Fact]
    public async Task A_legal_number_has_only_digits() =>
        Assert.Equal(
            ["ListItem: II. a", "ListItem: 2.1 b"],
            await Lines(Item("a") + Item("b", 1),
                "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='2'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl><w:lvl w:ilvl='1'><w:isLgl/><w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"));

    [Fact]
    public async Task A_list_style_is_followed_to_its_list() =>
        Assert.Equal(
            ["ListItem: 1. a"],
            await Lines(Item("a", list: 2),
                Three + "<w:abstractNum w:abstractNumId='7'><w:numStyleLink w:val='Mine'/></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='7'/></w:num>",
                "<w:style w:type='numbering' w:styleId='Mine'><w:name w:val='Mine'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"));

    [Fact]
    public async Task Deleted_items_are_not_counted_and_empty_ones_are() =>
        Assert.Equal(
            ["ListItem: 1. a", "ListItem: 3. c"],
            await Lines(
                Item("a") + "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:p>" +
                "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:p>" + Item("c"),
                Three + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"));

    [Fact]
    public async Task Damage_in_the_list_definitions_leaves_the_text()
    {
        var read = await Read(Docx(Item("a"), ("numbering", "<w:root><w:abstractNum>")));

        Assert.Equal(["ListItem: a"], read.Blocks());
        Assert.Contains("damaged", read.Problem, StringComparison.Ordinal);
    }
}
