using System.Text;
using Intake.Extract;
using Intake.Tests.Extract;

namespace Intake.Tests.Hostile;

/// <summary>What makes a parser of Markdown look far ahead or back, or nest; as long as what is parsed as Markdown may be.</summary>
public sealed class MarkdownAttackTests
{
    [Theory]
    [InlineData("| ")]
    [InlineData("|a")]
    [InlineData("|-")]
    [InlineData("a|b\n")]
    [InlineData("|a|\n|-|\n")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("- a\n")]
    [InlineData("* * *\n")]
    [InlineData("# ")]
    [InlineData("=\n")]
    [InlineData("    a\n")]
    [InlineData("```\n")]
    [InlineData("~~~a\n")]
    [InlineData("`")]
    [InlineData("`a``b")]
    [InlineData("*a ")]
    [InlineData("**a")]
    [InlineData("a**b*c ")]
    [InlineData("_a ")]
    [InlineData("~~a ")]
    [InlineData("++a ")]
    [InlineData("==a ")]
    [InlineData("^a~")]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("![")]
    [InlineData("[a](")]
    [InlineData("[a](<")]
    [InlineData("[a][")]
    [InlineData("[a]: b\n")]
    [InlineData("[a]: <")]
    [InlineData("[^a]")]
    [InlineData("[^a]: x\n")]
    [InlineData("<")]
    [InlineData("<a ")]
    [InlineData("<a b='")]
    [InlineData("<!--")]
    [InlineData("<?")]
    [InlineData("<![CDATA[")]
    [InlineData("<http://a")]
    [InlineData("&")]
    [InlineData("&#")]
    [InlineData("\\")]
    [InlineData("a\n")]
    [InlineData("\n")]
    [InlineData("\t")]
    [InlineData("a\u00AD")]
    public void Endless_markdown_ends_and_costs_no_stack(string unit)
    {
        var most = new ExtractLimits().MarkdownCharacters - 100;
        Budget.Read(Encoding.UTF8.GetBytes("Start\n\n" + Reading.Repeat(unit, most / unit.Length) + "\n\nEnd"), "letter.md", inflated: most);

        // Behind the head of a table, where bars mean something.
        Budget.Read(Encoding.UTF8.GetBytes("| a | b |\n|---|---|\n| " + Reading.Repeat(unit, most / 10 / unit.Length) + "\n\nEnd"), "letter.md");
    }

    /// <summary>Here each opening sign finds its closing one, so what is built is as deep as there are signs.</summary>
    [Theory]
    [InlineData("*", "*")]
    [InlineData("*_", "_*")]
    [InlineData("**_", "_**")]
    [InlineData("~~*", "*~~")]
    [InlineData("++==", "==++")]
    [InlineData("^~", "~^")]
    [InlineData("![", "](b)")]
    [InlineData("![*", "*](b)")]
    [InlineData("| *", "* |")]
    [InlineData("|![", "](b)|")]
    public void Nested_markdown_costs_no_stack(string open, string close)
    {
        foreach (var start in new[] { "Start\n\n", "| a | b |\n|---|---|\n| " })
        {
            var read = Budget.Read(Encoding.UTF8.GetBytes(start + Reading.Repeat(open, 30_000) + "deep" + Reading.Repeat(close, 30_000) + "\n\nEnd"), "letter.md", inflated: 500_000);
            Assert.Contains("deep", read.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>A sign without its end kept the parser looking through all bars after it, at each of them: minutes for 80 kB.</summary>
    [Theory]
    [InlineData("**x")]
    [InlineData("[x")]
    [InlineData("~x")]
    [InlineData("x")]
    public void A_row_of_forty_thousand_cells_takes_no_minutes(string sign)
    {
        var read = Budget.Read(Encoding.UTF8.GetBytes($"| a | b |\n|---|---|\n| {sign}{Reading.Repeat("|y", 40_000)}\n\nEnd"), "letter.md", inflated: 500_000);

        Assert.EndsWith("End", read.Text, StringComparison.Ordinal);
        Budget.Read(Encoding.UTF8.GetBytes($"| a | b |\n|---|---|\n| {sign}{Reading.Repeat("|y", 2_500)}\n\nEnd"), "letter.md", inflated: 500_000);
    }
}
