using System.Text;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract;

/// <summary>What single elements of HTML are to the text.</summary>
public class HtmlElementTests
{
    private static async Task<IEnumerable<string>> Html(string body) => (await Read($"<!doctype html><title>no</title>{body}")).Blocks();

    [Theory]
    [InlineData("<ol><li>a<li><p>b</p><li value=7>c<li>d</ol>", "1. a", "2. b", "7. c", "8. d")]
    [InlineData("<ol start=0><li>a<ul><li>x</ul><li>b</ol>", "0. a", "x", "1. b")]
    [InlineData("<ol type=a start=26><li>a<li>b<li type=I>c</ol>", "z. a", "aa. b", "XXVIII. c")]
    [InlineData("<ol style='list-style-type: lower-roman'><li>a<ol type=A><li>b</ol><li>c</ol>", "i. a", "A. b", "ii. c")]
    [InlineData("<ol reversed start=3><li>a<li>b</ol>", "3. a", "2. b")]
    [InlineData("<ol reversed><li>a</ol><ol style='list-style:none'><li>b</ol><li>c", "a", "b", "c")]
    [InlineData("<ol><li hidden>no<li>a</ol>", "1. a")]
    public async Task List_items_have_the_numbers_that_a_browser_shows(string list, params string[] items) =>
        Assert.Equal(items.Select(item => $"ListItem: {item}"), await Html(list));

    [Fact]
    public async Task Lists_that_word_wrote_as_paragraphs_are_lists() =>
        Assert.Equal(
            ["ListItem: 1. First", "ListItem: second", "Paragraph: no item"],
            await Html("<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7pt'>&nbsp; </span></span><![endif]>First"
                + "<p style='text-indent:0;mso-list:\nl1 level2 lfo1'><span style=\"font-family:Symbol\"><span style='mso-list: Ignore'>·<span>&nbsp;&nbsp;</span></span></span>second<p>no item"
                + "<!--[if gte mso 9]><xml>no</xml><![endif]--><xml><w:WordDocument>no</w:WordDocument></xml>"));

    [Fact]
    public async Task Fields_of_a_form_keep_their_values() =>
        Assert.Equal(
            ["Paragraph: Name: Amina Country: Kenya Colours: red / blue ☒ yes ☐ no Why?", "Paragraph: Because\nof it"],
            await Html("Name: <input value='Amina'><input type=hidden value=no><input type=submit value=no><input type=password value=no> Country: <select><option>Ghana<option selected>Kenya</select>"
                + " Colours: <select><optgroup label=x><option>red</option><option>blue</optgroup></select> <input type=checkbox checked> yes <input type=radio> no Why? <textarea>Because\nof it</textarea>"));

    [Fact]
    public async Task A_list_of_choices_without_an_end_hides_nothing() => Assert.Equal(["Paragraph: a", "Paragraph: after"], await Html("<select><option>a<p>after"));

    [Fact]
    public async Task Deletions_are_dropped_and_changes_counted()
    {
        var read = await Read("<html><p>We <ins>gladly</ins> <del>never <b>ever</b></del>support <s>it</s>.</p><del><p>no</p></del>");

        Assert.Equal(["Paragraph: We gladly support it."], read.Blocks());
        Assert.Equal(3, read.TrackedChanges);
    }

    [Fact]
    public async Task Elements_within_a_hidden_one_of_their_name_do_not_end_it() =>
        Assert.Equal(["Paragraph: seen after"], await Html("seen <span style='display:\n none'>no <span>no</span> no</span>after"));

    [Theory]
    [InlineData("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</ruby>x", "漢(かん)字(じ)x")]
    [InlineData("<q>So</q> it is.<sup>12</sup> 10<sup>6</sup> m<sup>2</sup>, the 1<sup>st</sup>; H<sub>2</sub>O", "“So” it is.¹² 10⁶ m², the 1st; H2O")]
    [InlineData("auto&shy;ma<wbr>tic &#150; caf&eacute; &amp;amp; &notanentity; &copy", "automatic – café &amp; ¬anentity; ©")]
    [InlineData("<a href=x>Link</a> <bdo dir=rtl>abc</bdo> <img alt=no> <svg><title>no</title><text>t</text></svg>", "Link abc t")]
    [InlineData("<noscript>shown</noscript><iframe srcdoc='<p>no'>no</iframe><object>instead</object>", "showninstead")]
    [InlineData("x<![CDATA[no]]>y<!-- no -- no -->z<!DOCTYPE no><?php no ?>", "xyz")]
    public async Task Inline_elements_and_entities_are_read_as_shown(string body, string text) => Assert.Equal([$"Paragraph: {text}"], await Html(body));

    [Fact]
    public async Task Preformatted_text_is_divided_at_its_empty_lines() =>
        Assert.Equal(
            ["Paragraph: Dear all,", "Paragraph: we write\nto you.", "Paragraph: a\nb", "Paragraph: End"],
            await Html("<pre>\nDear all,\r\n\r\nwe write\nto you.\n\n\n</pre><div style='white-space: pre-wrap'>a\nb</div><p>End"));

    [Fact]
    public async Task Captions_terms_and_details_are_paragraphs_of_their_own() =>
        Assert.Equal(
            ["Paragraph: Table 1", "TableRow: a | b", "ListItem: Term", "ListItem: Meaning", "Paragraph: More", "Paragraph: here", "Paragraph: Figure"],
            await Html("<table><caption>Table 1</caption><tr><td>a<td>b</table><dl><dt>Term<dd>Meaning</dl><details><summary>More</summary>here</details><figure><img><figcaption>Figure</figcaption></figure>"));

    [Fact]
    public async Task A_table_within_a_cell_is_read_within_it() =>
        Assert.Equal(["TableRow: a | b c | d", "Paragraph: e"], await Html("<table><tr><td>a<td><table><tr><td>b<td>c</table><td>d</table>e".Replace("<td>b<td>c", "<td>b c", StringComparison.Ordinal)));

    [Fact]
    public async Task In_xhtml_elements_may_end_where_they_begin_and_hold_character_data() =>
        Assert.Equal(
            ["Paragraph: seen a < b", "Paragraph: after"],
            (await Read("<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><head><title/><script src='x'/></head><body><p>seen <![CDATA[a < b]]></p><textarea/><p>after</p></body></html>")).Blocks());

    [Theory]
    [InlineData("<meta charset=utf-16>", "utf-8")]
    [InlineData("<meta http-equiv=Content-Type content='text/html; charset=UTF-ELEVEN'><meta charset=windows-1251>", "windows-1251")]
    [InlineData("<?xml version='1.0' encoding='koi8-r'?>", "koi8-r")]
    public async Task The_character_set_is_found_among_wrong_declarations(string head, string charset)
    {
        byte[] html = [.. Encoding.ASCII.GetBytes($"{head}<html><style>{new string(' ', 20_000)}</style><p>"), .. Intake.Extract.Charsets.Charset.Named(charset)!.GetBytes("Участие")];

        Assert.Equal("Участие", (await Read(html, "a.html")).Text);
    }

    [Fact]
    public async Task The_character_set_may_be_declared_after_a_long_style_sheet()
    {
        byte[] html = [.. Encoding.ASCII.GetBytes($"<html><style>{new string(' ', 20_000)}</style><meta charset='windows-1251'><p>"), .. Intake.Extract.Charsets.Charset.Named("windows-1251")!.GetBytes("Участие")];

        Assert.Equal("Участие", (await Read(html)).Text);
    }

    [Theory]
    [InlineData("<p ", " a='x'", 300_000)]
    [InlineData("<p ", " style='x'", 300_000)]
    [InlineData("<p style='", "display:none ", 500_000)]
    [InlineData("", "<ol><li>x", 300_000)]
    [InlineData("<ol start=2147483647>", "<li>x", 300_000)]
    [InlineData("<select>", "<option>x", 500_000)]
    [InlineData("", "<span hidden>", 500_000)]
    [InlineData("", "<del>x</del>", 500_000)]
    [InlineData("", "<sup><q><rt>1", 300_000)]
    [InlineData("<pre>", "x\n\n", 1_000_000)]
    [InlineData("", "<span style='mso-list:ignore'>x", 200_000)]
    [InlineData("", "<![CDATA[", 500_000)]
    [InlineData("<textarea>", "</textare", 500_000)]
    public async Task Endless_elements_and_attributes_take_linear_time(string before, string unit, int count) =>
        await Read("<html><body><p>start</p>" + before + Repeat(unit, count));
}
