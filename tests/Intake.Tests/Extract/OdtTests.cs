using System.Text;
using Intake.Extract;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract;

public class OdtTests
{
    private const string Numbers =
        "<text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>" +
        "<text:list-level-style-number text:level='2' style:num-format='a' style:num-suffix=')' text:display-levels='2'/><text:list-level-style-bullet text:level='3' text:bullet-char='•'/></text:list-style>";

    private static string P(string text) => $"<text:p>{text}</text:p>";

    private static string Item(string text, string attributes = "") => $"<text:list-item {attributes}>{(text.StartsWith('<') ? text : P(text))}</text:list-item>";

    private static string List(string items, string attributes = "text:style-name='L'") => $"<text:list {attributes}>{items}</text:list>";

    private static async Task<IEnumerable<string>> Text(string text, string automatic = "", string styles = "") => (await Read(Odt(text, automatic, styles))).Blocks();

    [Fact]
    public async Task Paragraphs_come_whole_with_their_blanks()
    {
        var read = await Read(Odt(P("Open\n   <text:span>and</text:span><text:tab/>inclu<text:s text:c='5'/>sive<text:line-break/>now <text:a>link</text:a> <text:date>1 May</text:date><draw:frame><svg:title>no</svg:title></draw:frame>")), "letter.txt", "text/plain");

        Assert.Equal(DocumentKind.Odt, read.Kind);
        Assert.Equal(["Paragraph: Open and\tinclu sive\nnow link 1 May"], read.Blocks());
        Assert.Null(read.Problem);
    }

    [Fact]
    public async Task Headings_are_told_by_element_or_style_and_numbered_by_the_outline() =>
        Assert.Equal(
            ["Heading: Contribution", "Heading: I Access", "Heading: I.1 Cost", "Heading: II Trust", "Heading: Annex"],
            await Text(
                "<text:p text:style-name='P1'>Contribution</text:p><text:h text:outline-level='1'>Access</text:h><text:h text:outline-level='2'>Cost</text:h><text:h text:outline-level='1'>Trust</text:h><text:h text:outline-level='1' text:is-list-header='true'>Annex</text:h>",
                "<style:style style:name='P1' style:parent-style-name='Title'/>",
                "<text:outline-style style:name='Outline'><text:outline-level-style text:level='1' style:num-format='I'/><text:outline-level-style text:level='2' style:num-format='1' text:display-levels='2'/></text:outline-style>"));

    [Fact]
    public async Task List_items_have_their_numbers_on_every_level() =>
        Assert.Equal(
            ["ListItem: 1. a", "ListItem: goes on", "ListItem: 1.a) b", "ListItem: 1.b) c", "ListItem: d", "ListItem: 2. e", "ListItem: 7. f"],
            await Text(List(Item(P("a") + P("goes on") + List(Item("b") + Item(P("c") + List(Item("d"), ""), ""), "")) + Item("e") + Item("f", "text:start-value='7'")), Numbers));

    [Fact]
    public async Task A_list_starts_anew_unless_it_continues_another() =>
        Assert.Equal(
            ["ListItem: 1. a", "Paragraph: between", "ListItem: 2. b", "ListItem: 1. c", "ListItem: 3. d"],
            await Text(
                List(Item("a"), "text:style-name='L' xml:id='first'") + P("between") + List(Item("b"), "text:style-name='L' text:continue-numbering='true'") +
                List(Item("c"), "text:style-name='L' xml:id='other'") + List(Item("d"), "text:style-name='L' text:continue-list='first'"), Numbers));

    [Fact]
    public async Task Notes_follow_their_paragraph() =>
        Assert.Equal(
            ["Paragraph: agenda 2030.", "Note: Tunis Agenda, 72.", "Paragraph: next"],
            await Text(P("agenda<text:note><text:note-citation>1</text:note-citation><text:note-body>" + P("Tunis Agenda, 72.") + "</text:note-body></text:note>2030.") + P("next")));

    [Fact]
    public async Task Tables_are_read_row_by_row() =>
        Assert.Equal(
            ["TableRow: Question | Answer", "TableRow: 1 | Yes. Fully."],
            await Text($"<table:table><table:table-header-rows><table:table-row><table:table-cell>{P("Question")}</table:table-cell><table:table-cell>{P("Answer")}</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell>{P("1")}</table:table-cell><table:table-cell>{P("Yes.")}{P("Fully.")}</table:table-cell><table:covered-table-cell/></table:table-row></table:table>"));

    [Fact]
    public async Task Changes_and_annotations_are_counted_and_only_what_was_inserted_is_read()
    {
        var read = await Read(Odt(
            "<text:tracked-changes><text:changed-region><text:insertion/></text:changed-region><text:changed-region><text:deletion>" + P("reject") + "</text:deletion></text:changed-region></text:tracked-changes>" +
            P("We <text:change text:change-id='2'/><text:change-start text:change-id='1'/>support<text:change-end text:change-id='1'/> it.<office:annotation>" + P("no") + "</office:annotation>")));

        Assert.Equal(("We support it.", 2, 1), (read.Text, read.TrackedChanges, read.Comments));
    }

    [Fact]
    public async Task Text_boxes_and_shapes_follow_their_paragraph() =>
        Assert.Equal(
            ["Paragraph: before after", "Paragraph: in the box", "Paragraph: in the shape"],
            await Text(P("before <draw:frame><draw:text-box>" + P("in the box") + "</draw:text-box></draw:frame>after<draw:custom-shape>" + P("in the shape") + "</draw:custom-shape>")));

    [Fact]
    public async Task Headers_and_footers_come_once_after_the_text_without_page_numbers()
    {
        var read = await Read(Odt(P("Text"), masters:
            $"<style:header>{P("Ministry")}</style:header><style:header-left>{P("Ministry")}</style:header-left><style:footer>{P("Page <text:page-number>1</text:page-number> of <text:page-count>3</text:page-count>")}</style:footer><style:footer-first style:display='false'>{P("hidden")}</style:footer-first>"));

        Assert.Equal(["Paragraph: Text", "Paragraph: Ministry"], read.Blocks());
        Assert.Equal(PassageFlags.Folded, read.Blocks[1].Flags);
    }

    [Fact]
    public async Task The_values_of_a_form_are_read_where_they_are_shown() =>
        Assert.Equal(
            ["Paragraph: Name: Amina ☒ agree Kenya"],
            await Text(
                "<office:forms><form:form><form:text form:id='c1' form:value='prompt' form:current-value='Amina'/><form:checkbox form:id='c2' form:label='agree' form:current-state='checked'/><form:listbox form:id='c3'><form:option form:label='Chile'/><form:option form:label='Kenya' form:current-selected='true'/></form:listbox></form:form></office:forms>" +
                P("Name: <draw:control draw:control='c1'/> <draw:control draw:control='c2'/> <draw:control draw:control='c3'/><text:placeholder>prompt</text:placeholder>")));

    [Fact]
    public async Task Sections_and_indexes_are_read_and_glosses_are_not() =>
        Assert.Equal(
            ["Paragraph: Contents", "Paragraph: Access\t1", "Paragraph: 東京"],
            await Text(
                "<text:table-of-content><text:table-of-content-source><text:index-title-template>no</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>" + P("Contents") + "</text:index-title>" + P("Access<text:tab/>1") + "</text:index-body></text:table-of-content>" +
                "<text:section>" + P("<text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>とうきょう</text:ruby-text></text:ruby>") + "</text:section>"));

    [Fact]
    public async Task One_flat_file_is_read_like_an_archive()
    {
        var read = await Read($"<?xml version='1.0'?><office:document {OdtNames} office:mimetype='application/vnd.oasis.opendocument.text'><office:automatic-styles>{Numbers}</office:automatic-styles><office:body><office:text>{List(Item("flat"))}</office:text></office:body></office:document>");

        Assert.Equal((DocumentKind.Odt, "flat"), (read.Kind, read.Text));
    }

    [Fact]
    public async Task A_protected_text_says_so() =>
        Assert.Contains("password", (await Read(Odt(P("x"), manifest: "<m:file-entry><m:encryption-data/></m:file-entry>"))).Problem, StringComparison.Ordinal);

    [Fact]
    public async Task What_stands_before_damage_is_read_and_the_damage_said()
    {
        var read = await Read(Odt(P("Whole") + "<text:p></text:q>"));

        Assert.Equal("Whole", read.Text);
        Assert.Contains("damaged", read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deep_nesting_and_bombs_are_recorded_outcomes()
    {
        Assert.Contains("deep", (await Read(Odt(P("start") + Repeat("<text:section>", 100_000) + Repeat("</text:section>", 100_000)))).Problem, StringComparison.Ordinal);
        Assert.Contains("too large", (await Read(Odt(Repeat("<text:p/>", 2_000_000)), limits: new() { InflationRatio = 20 })).Problem, StringComparison.Ordinal);
        Assert.Equal("", (await Read(Zip([("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), ("content.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>"u8.ToArray())]))).Text);
    }

    [Fact]
    public async Task Mutated_markup_and_archives_are_read_or_reported()
    {
        var random = new Random(20261124);
        var markup = Encoding.UTF8.GetBytes($"<office:document {OdtNames} office:mimetype='application/vnd.oasis.opendocument.text'>{Numbers}<style:header>{P("head")}</style:header><office:body><text:h text:outline-level='2'>h</text:h>{List(Item(P("a") + List(Item("b"), "")))}<table:table-row><table:table-cell>{P("c")}</table:table-cell></table:table-row>{P("x<text:note><text:note-body>" + P("n") + "</text:note-body></text:note><draw:text-box>" + P("b") + "</draw:text-box>")}</office:body></office:document>");
        var archive = Odt(P("text") + List(Item("a")), Numbers);
        for (var round = 0; round < 1_000; round++)
        {
            await Read(Zip([("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), ("content.xml", Mutation.Of(markup, random))]));
            await Read(Mutation.Of(archive, random));
        }
    }
}
