using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract;

public class MarkdownTests
{
    private static async Task<IEnumerable<string>> Markdown(string text) => (await Read(text, "letter.md")).Blocks();

    [Fact]
    public async Task Signs_go_and_structure_stays() =>
        Assert.Equal(
            [
                "Heading: Our view", "Paragraph: We support the plan & more,\nsee here.", "ListItem: one", "ListItem: nested", "Paragraph: quoted",
                "TableRow: Question | Answer", "TableRow: 1 | Yes", "Paragraph: x = 1",
            ],
            await Markdown("# Our *view*\n\nWe **support** the plan &amp; more,\nsee [here](http://example.org).\n\n- one\n  - nested\n\n> quoted\n\n| Question | Answer |\n|---|---|\n| 1 | Yes |\n\n```\nx = 1\n```\n"));

    [Fact]
    public async Task Footnotes_are_notes() =>
        Assert.Equal(["Paragraph: As agreed.", "Note: Tunis Agenda, paragraph 72."], await Markdown("As agreed.[^1]\n\n[^1]: Tunis Agenda, paragraph 72.\n"));

    [Fact]
    public async Task Html_in_it_is_read_as_html() => Assert.Equal(["Paragraph: in a box", "Paragraph: after"], await Markdown("<div>in a <b>box</b></div>\n\nafter"));

    [Theory]
    [InlineData(">", 100_000)]
    [InlineData("[a](", 100_000)]
    [InlineData("[", 200_000)]
    [InlineData("- ", 100_000)]
    [InlineData("*a _b ", 50_000)]
    [InlineData("[a]: b\n", 60_000)]
    public async Task Costly_markdown_is_read_all_the_same(string unit, int count) => await Read("start\n\n" + Repeat(unit, count), "letter.md");
}
