using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Intake.Publish;

namespace Intake.Tests.Publish;

public sealed class ChartTests
{
    [Fact]
    public async Task Every_chart_of_the_issue_is_there_and_has_its_table()
    {
        var page = await new HtmlParser().ParseDocumentAsync(new MemoryStream(await new DigestHtml().RenderAsync(FullDigest.Of(), FullDigest.Site, CancellationToken.None)));
        string[] expected = ["chart-time", "chart-groups", "chart-regions", "chart-expected", "chart-coverage", "chart-theme-groups", "chart-messages"];

        Assert.Equal(expected, page.QuerySelectorAll("svg").Select(svg => svg.QuerySelector("title")!.Id!.Replace("-title", "", StringComparison.Ordinal)));
        foreach (var figure in page.QuerySelectorAll("figure.chart"))
        {
            var next = figure.NextElementSibling!;
            var table = next.LocalName == "table" ? next : next.QuerySelector("table");
            Assert.NotNull(table);
            Assert.Equal(figure.QuerySelector("figcaption")!.TextContent.Split(". ", 2)[1], table.QuerySelector("caption")!.TextContent.Split(". ", 2)[1]);
        }
    }

    [Fact]
    public async Task Every_chart_is_an_image_with_a_name_and_a_description_and_no_small_text()
    {
        var html = System.Text.Encoding.UTF8.GetString(await new DigestHtml().RenderAsync(FullDigest.Of(), FullDigest.Site, CancellationToken.None));
        foreach (var svg in Regex.Matches(html, "<svg.*?</svg>", RegexOptions.Singleline).Select(match => XElement.Parse(match.Value)))
        {
            Assert.Equal("img", svg.Attribute("role")!.Value);
            var ids = svg.Elements().Take(2).Select(element => element.Attribute("id")!.Value);
            Assert.Equal(svg.Attribute("aria-labelledby")!.Value, string.Join(' ', ids));
            Assert.All(svg.Elements().Take(2), element => Assert.NotEmpty(element.Value));
            Assert.All(svg.DescendantsAndSelf().Attributes("font-size"), size => Assert.True(double.Parse(size.Value, CultureInfo.InvariantCulture) >= 11));
            Assert.Empty(svg.DescendantsAndSelf().Attributes("style"));
        }
    }

    [Fact]
    public void Colours_stand_out_from_white_and_from_the_dark_page() => Assert.All([.. Palette.Series, Palette.Deadline], colour =>
    {
        Assert.True(Contrast(colour, "#ffffff") >= 3, $"{colour} on white: {Contrast(colour, "#ffffff")}");
        Assert.True(Contrast(colour, Palette.Dark) >= 3, $"{colour} on dark: {Contrast(colour, Palette.Dark)}");
    });

    /// <summary>WCAG 2.2, contrast ratio.</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(index => int.Parse(colour.AsSpan(1 + 2 * index, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= .04045 ? part / 12.92 : Math.Pow((part + .055) / 1.055, 2.4)).ToList();
        return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
    }
}
