using Intake.Extract.Charsets;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract;

public class HtmlTests
{
    private static async Task<IEnumerable<string>> Html(string body) => (await Read($"<!doctype html><title>no</title>{body}")).Blocks();

    [Fact]
    public async Task Visible_text_comes_in_reading_order_as_a_browser_shows_it() =>
        Assert.Equal(
            ["Heading: Our view", "Paragraph: We  support".Replace("  ", " ", StringComparison.Ordinal) + " the plan & more: 1 < 2.", "ListItem: one", "ListItem: two and a half", "Paragraph: End"],
            await Html("<style>p{}</style><script>if (a<b) document.write('<p>no')</script><h1>Our\n view</h1><p>We <b>sup</b>port\n  the&nbsp;plan &amp; more: 1 &lt; 2.<ul><li>one<li>two <i>and</i> a half</ul>End<!-- no -->"));

    [Fact]
    public async Task Hidden_text_is_not_read() =>
        Assert.Equal(["Paragraph: seen after"], await Html("<p>seen<span hidden> no</span><span style='color:red; display : none'> no <b>no</b></span> after<div style='DISPLAY:NONE'><p>no</div><template>no</template>"));

    [Fact]
    public async Task A_line_break_stays_in_the_paragraph_and_two_end_it() =>
        Assert.Equal(["Paragraph: one\ntwo", "Paragraph: three"], await Html("one<br>two<br>\n<br/>three"));

    [Fact]
    public async Task Preformatted_text_keeps_its_lines() => Assert.Equal(["Paragraph: a  b\n c"], await Html("<pre>a  b\n c</pre>"));

    [Fact]
    public async Task Tables_are_read_row_by_row() =>
        Assert.Equal(
            ["TableRow: Question | Answer", "TableRow: 1 | We agree. Fully."],
            await Html("<table><tr><th>Question<th>Answer<tr><td>1</td><td><p>We agree.</p><p>Fully.</p></td></tr></table>"));

    [Fact]
    public async Task A_table_that_only_lays_out_the_page_is_no_table() =>
        Assert.Equal(["Heading: Letter", "Paragraph: First.", "Paragraph: Second."], await Html("<table><tr><td><h2>Letter</h2><p>First.<p>Second.</td></tr></table>"));

    [Fact]
    public async Task The_declared_character_set_is_followed()
    {
        byte[] html = [.. "<html><meta charset=windows-1251><p>"u8, .. Charset.Named("windows-1251")!.GetBytes("Участие")];

        Assert.Equal("Участие", (await Read(html)).Text);
    }

    /// <summary>Each of these would take a tree builder minutes, or its stack.</summary>
    [Theory]
    [InlineData("<div>", 1_000_000)]
    [InlineData("<b>", 2_000_000)]
    [InlineData("<b></i>", 1_000_000)]
    [InlineData("<p><font size=1>", 500_000)]
    [InlineData("<table><tr><td>x", 300_000)]
    [InlineData("<ul><li>x", 300_000)]
    [InlineData("<!--", 1_000_000)]
    [InlineData("&", 2_000_000)]
    [InlineData("<", 2_000_000)]
    [InlineData("<p a=", 500_000)]
    public async Task Deep_or_endless_markup_takes_linear_time_and_loses_nothing_visible(string unit, int count) =>
        await Read("<html><body><p>start</p>" + Repeat(unit, count));

    [Fact]
    public async Task Text_deeper_than_the_limit_is_still_read() =>
        Assert.Equal("deep", (await Read("<html>" + Repeat("<div>", 10_000) + "deep" + Repeat("</div>", 10_000))).Text);
}
