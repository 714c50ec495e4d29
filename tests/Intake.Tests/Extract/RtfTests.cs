using System.Text;
using Intake.Extract;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract;

public class RtfTests
{
    /// <summary>A document with a header as programs write it, and this after it. One character is one byte.</summary>
    internal static Task<ReadText> Rtf(string body) => Read(Encoding.Latin1.GetBytes(
        """
        {\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset128 MS Mincho{\*\falt Gothic};}{\f2\fnil\fcharset2 Symbol;}{\f3\fcharset2 Wingdings;}{\f4\fcharset204 Arial CYR;}{\f5\fcharset129 Batang;}{\f6\fcharset134 SimSun;}{\f7\fcharset77 Geneva;}{\f8\fcharset178 Arabic;}{\f9\fnil\fcharset0 Courier New;}}
        {\colortbl;\red0\green0\blue255;}{\stylesheet{\fs20 Normal;}{\s1\sbasedon0 heading 1;}{\s2\outlinelevel1 \'dcberschrift;}{\*\cs10 Default Paragraph Font;}}
        {\info{\title no}{\author no}}{\*\generator no;}\pard\plain

        """.ReplaceLineEndings("\r\n") + body + "}"));

    private static async Task<IEnumerable<string>> Blocks(string body) => (await Rtf(body)).Blocks();

    [Fact]
    public async Task Paragraphs_are_read_in_order_and_what_describes_the_document_is_not() =>
        Assert.Equal(
            ["Paragraph: One bold word.", "Paragraph: Two\nlines", "Paragraph: Three"],
            await Blocks("""One {\b bold} word.\par Two\line lines\par{\*\unknown no {no}}{\pict\wmetafile8 00ff}{\*\themedata 5042}\pard Three"""));

    [Fact]
    public async Task Headings_are_told_by_style_and_by_outline_level() =>
        Assert.Equal(
            ["Heading: A", "Heading: B", "Heading: C", "Paragraph: D", "Paragraph: E"],
            await Blocks("""{\pard\s1 A}\par\pard\s2 B\par\pard\outlinelevel0 C\par\pard\s1\outlinelevel9 D\par\pard E"""));

    [Fact]
    public async Task List_items_keep_their_numbers_and_lose_their_bullets() =>
        Assert.Equal(
            ["ListItem: 1. First", "ListItem: goes on", "ListItem: (iv) Fourth", "ListItem: Dot", "ListItem: Circle", "ListItem: Square", "ListItem: Typed"],
            await Blocks("""
                \pard\ls1{\listtext\pard\plain 1.\tab}First\par goes on\par\pard{\pntext\f0 (iv)\tab}{\*\pn\pnlvlbody{\pntxtb (}}Fourth\par
                {\listtext\f2\'b7\tab}Dot\par{\listtext\f9 o\tab}Circle\par{\listtext\f3\'a7\tab}Square\par \bullet\tab Typed\par
                """));

    [Fact]
    public async Task A_numbered_heading_is_a_heading_with_its_number() =>
        Assert.Equal(["Heading: 2.1 Scope"], await Blocks("""\s1\ls1{\listtext 2.1\tab}Scope\par"""));

    [Fact]
    public async Task Tables_are_read_row_by_row() =>
        Assert.Equal(
            ["Paragraph: Before", "TableRow: a | b", "TableRow: c d | e", "Paragraph: After"],
            await Blocks("""Before\par\trowd\cellx1\cellx2\pard\intbl a\cell b\cell\row\trowd\pard\intbl c\par d\cell e\cell{\trowd\row}\pard After"""));

    [Fact]
    public async Task Rows_whose_paragraphs_do_not_say_that_they_are_in_a_table_are_rows() =>
        Assert.Equal(["TableRow: a | b", "Paragraph: After"], await Blocks("""\trowd\cellx1 a\cell b\cell\row After"""));

    [Fact]
    public async Task A_table_within_a_cell_is_read_within_it() =>
        Assert.Equal(
            ["TableRow: out x | y in | b", "Paragraph: After"],
            await Blocks("""\trowd\pard\intbl out\par\pard\itap2 x\nestcell{\nonesttables\par}y\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl in\cell b\cell\row\pard After"""));

    [Fact]
    public async Task A_row_that_is_not_ended_is_still_read() =>
        Assert.Equal(["TableRow: a | b", "Paragraph: After"], await Blocks("""\pard\intbl a\cell b\cell\pard After"""));

    [Fact]
    public async Task Notes_come_after_the_text_and_both_have_the_number() =>
        Assert.Equal(
            ["Paragraph: First¹, second² and third[i].", "Note: ¹ One", "Note: ² Two", "Note: more", "Note: [i] End"],
            await Blocks("""
                \ftnnar\aftnnrlc First{\super\chftn}{\footnote\pard\plain{\super\chftn} One}, second{\super\chftn{\footnote\pard{\chftn}Two\par more}}
                 and third{\chftn}{\footnote\ftnalt{\chftn}End}.
                """));

    [Fact]
    public async Task Headers_and_footers_are_read_once_however_often_they_are_repeated() =>
        Assert.Equal(
            ["Paragraph: One", "Paragraph: Two", "Paragraph: Head", "Paragraph: First head", "Paragraph: Foot"],
            await Blocks("""
                \sectd{\header\pard Head\par}{\headerf First head}{\footer Foot\par Page {\field{\*\fldinst{ PAGE }}{\fldrslt 3}} of {\chpgn}\par}One\par\sect
                \sectd{\headerl Head}{\footerr\pard Foot}Two
                """));

    [Fact]
    public async Task A_text_box_is_read_once_after_the_paragraph_it_stands_in() =>
        Assert.Equal(
            ["Paragraph: Around it", "Paragraph: In the box", "Paragraph: Old box", "Paragraph: Next"],
            await Blocks("""
                Around{\shp{\*\shpinst\shpleft0{\sp{\sn no}{\sv no}}{\shptxt\pard In the box\par}}{\shprslt{\*\do{\dptxbxtext In the box}}}} it{\*\do\dptxbx{\dptxbxtext Old box}}\par Next
                """));

    [Fact]
    public async Task Deleted_text_and_comments_are_dropped_and_counted()
    {
        var read = await Rtf("""We {\revised\revauth1 gladly }{\deleted never }{\b\deleted ever }support{\*\atnid X}{\*\atnauthor Y}\chatn{\*\annotation\pard no {no}} it{\deleted\par}.\par Next""");

        Assert.Equal(["Paragraph: We gladly support it.", "Paragraph: Next"], read.Blocks());
        Assert.Equal((3, 1), (read.TrackedChanges, read.Comments));
    }

    [Fact]
    public async Task Hidden_text_is_not_read() => Assert.Equal(["Paragraph: seen after"], await Blocks("""seen {\v no {no}}\v no\v0 after{\xe no}{\tc no}"""));

    [Fact]
    public async Task Of_a_field_the_result_is_read_and_not_the_code() =>
        Assert.Equal(
            ["Paragraph: See our page and 3."],
            await Blocks("""See {\field{\*\fldinst{ HYPERLINK "http://127.0.0.1/" }}{\fldrslt{our page}}} and {\field{\fldinst IF {\field{\*\fldinst A}{\fldrslt no}} = B}{\fldrslt 3}}{\field{\*\fldinst INCLUDETEXT "/etc/hosts"}}."""));

    [Fact]
    public async Task Form_fields_keep_their_values() =>
        Assert.Equal(
            ["Paragraph: Name: Amina Country: Kenya Agree: ☒ Refuse: ☐"],
            await Blocks("""
                Name: {\field{\*\fldinst FORMTEXT{\*\formfield{\fftype0{\*\ffname no}{\*\ffdeftext no}}}}{\fldrslt Amina}} Country: {\field{\*\fldinst FORMDROPDOWN {\*\formfield{\fftype2\ffres25\ffdefres1{\*\ffl Ghana}{\*\ffl Kenya}}}}{\fldrslt}}
                 Agree: {\field{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres1}}}{\fldrslt}} Refuse: {\field{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres25\ffdefres0}}}{\fldrslt}}
                """));

    [Fact]
    public async Task The_text_of_a_formula_is_read() =>
        Assert.Equal(["Paragraph: So x=2 holds"], await Blocks("""So {\mmath{\*\moMath{\mr\mscr0{\mdPr{\mbegChr no}}x=2}}{\mmathPict no}} holds"""));

    [Fact]
    public async Task Html_within_rtf_is_read_as_html()
    {
        var read = await Read("""
            {\rtf1\ansi\ansicpg1251\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}{\*\htmltag19 <html>}{\*\htmltag34 <style>p \{no\}</style>}{\*\htmltag64 <h1>}\htmlrtf \par no \htmlrtf0 Title{\*\htmltag72 </h1>}
            {\*\htmltag64 <ul><li>}{\pntext no\tab}\'d3\'f7\'e0\'f1\'f2\'e8\'e5 a{\*\htmltag84 &lt;}\htmlrtf <\htmlrtf0 b <i>{\*\htmltag84 &#233;}\htmlrtf e\htmlrtf0{\*\mhtmltag no}{\*\htmltag64 </ul>}\htmlrtf{\htmlrtf0 End\htmlrtf}\par}\htmlrtf0}
            """);

        Assert.Equal(DocumentKind.Rtf, read.Kind);
        Assert.Equal(["Heading: Title", "ListItem: Участие a<b <i>é", "Paragraph: End"], read.Blocks());
    }
}
