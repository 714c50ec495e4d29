using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Intake.Publish;
using Intake.Synthesis;
using Markdig;

namespace Intake.Tests.Publish;

/// <summary>Each format is read back on its own, and says the same numbers.</summary>
public sealed class AgreementTests
{
    [Fact]
    public async Task No_number_disagrees_between_the_formats()
    {
        var digest = FullDigest.Of();
        var expected = OfModel(digest);
        var html = Encoding.UTF8.GetString(await RenderAsync("html", digest));
        var markdown = Encoding.UTF8.GetString(await RenderAsync("md", digest));

        Assert.Equal(expected, OfPage(new HtmlParser().ParseDocument(html)));
        Assert.Equal(expected, OfPage(new HtmlParser().ParseDocument(Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().UsePipeTables().Build()))));
        Assert.Equal(expected, OfText(DocxText.Of(await RenderAsync("docx", digest))));
        Assert.Equal(expected, OfTables(CsvReader.Read(await RenderAsync("zip", digest))));
        Assert.Equal(expected, OfJson(JsonNode.Parse(await RenderAsync("json", digest))!));
    }

    /// <summary>Of a campaign of three the letters are three who took part, and one that the digest rests on.</summary>
    [Fact]
    public async Task What_the_digest_rests_on_is_one_number_everywhere()
    {
        var digest = FullDigest.Of();
        Assert.NotEqual(digest.Participation.Included, digest.Reception.Included);
        foreach (var extension in new[] { "html", "md" })
            Assert.Contains("14 contributions of 19 received", Encoding.UTF8.GetString(await RenderAsync(extension, digest)), StringComparison.Ordinal);
        Assert.Contains("14 contributions of 19 received", DocxText.Of(await RenderAsync("docx", digest)), StringComparison.Ordinal);
        Assert.Equal("14", CsvReader.Read(await RenderAsync("zip", digest))["digest.csv"][0]["included"]);
    }

    [Fact]
    public async Task Every_contribution_and_every_message_is_in_every_format()
    {
        var digest = FullDigest.Of();
        foreach (var format in DigestFormats.All)
        {
            var bytes = await format.RenderAsync(digest, FullDigest.Site, CancellationToken.None);
            var text = format.Extension is "docx" ? DocxText.Of(bytes) : format.Extension is "zip" ? DocxText.Everything(bytes) : Encoding.UTF8.GetString(bytes);
            Assert.All(digest.Ledger.Rows, row => Assert.Contains(row.Contribution, text, StringComparison.Ordinal));
            Assert.All(digest.AllMessages(), message => Assert.Contains(message.Id, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_label_is_printed_only_when_every_check_passes()
    {
        const string Label = "open and inclusive";
        var failed = FullDigest.Of();
        var passed = failed with { Process = failed.Process with { Checks = [.. failed.Process.Checks.Select(check => check with { Passed = true })] } };
        foreach (var extension in new[] { "html", "md" })
        {
            Assert.DoesNotContain(Label, Encoding.UTF8.GetString(await RenderAsync(extension, failed)), StringComparison.OrdinalIgnoreCase);
            Assert.Contains(Label, Encoding.UTF8.GetString(await RenderAsync(extension, passed)), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Label, DocxText.Of(await RenderAsync("docx", failed)), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("None of the 2 meetings can be attended from afar", DocxText.Of(await RenderAsync("docx", failed)), StringComparison.Ordinal);
    }

    /// <summary>The numbers that are compared: a line each.</summary>
    private static string OfModel(Digest digest) => Lines(
        digest.Ledger.Rows.Count, digest.Reception.Received, digest.Reception.Included,
        digest.Themes.Select(theme => (theme.Contributions, theme.Messages.Count)),
        digest.AllMessages().Where(message => message.Kind != MessageKind.SingleView).Select(message => (message.Id, message.Supporting, message.Opposing, message.Of)));

    private static string OfPage(IDocument page)
    {
        IElement Table(string caption) => page.QuerySelectorAll("table").First(table =>
            ((table.QuerySelector("caption") ?? table.PreviousElementSibling)!).TextContent.Contains(caption, StringComparison.Ordinal));
        List<List<string>> Rows(string caption) => [.. Table(caption).QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList())];
        return OfRows(Rows, page.Body!.TextContent);
    }

    private static string OfText(string text)
    {
        var lines = text.Split('\n');
        List<List<string>> Rows(string caption) =>
        [
            .. lines.SkipWhile(line => !line.StartsWith("[Caption]", StringComparison.Ordinal) || !line.Contains(caption, StringComparison.Ordinal)).Skip(2)
                .TakeWhile(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line[2..^2].Split(" | ").ToList()),
        ];
        return OfRows(Rows, text);
    }

    /// <summary>Messages stand one after the other: the headline's numbers, then, at the message's end, its id.</summary>
    private static string OfRows(Func<string, List<List<string>>> rows, string text)
    {
        var account = rows("What became of what was received");
        var kinds = rows("Messages of each theme");
        var themes = rows("Contributions on each theme, by stakeholder group");
        var whole = text[text.LastIndexOf("Messages of each theme, by kind", StringComparison.Ordinal)..];
        var messages = Regex.Matches(whole, @"contributions on this theme \((\d+) of (\d+)\)(?: for it, (\d+) against)?.*?([a-z]+-[0-9a-f]{8}) · Is your view", RegexOptions.Singleline);
        return Lines(
            rows("Every contribution received").Count, Number(account[0][^1]), Number(account[^1][^1]),
            themes.Zip(kinds, (theme, kind) => (Number(theme[^1]), Number(kind[^1]))),
            messages.Select(match => (match.Groups[4].Value, Number(match.Groups[1].Value), match.Groups[3].Success ? Number(match.Groups[3].Value) : 0, Number(match.Groups[2].Value))));
    }

    private static string OfTables(Dictionary<string, List<Dictionary<string, string>>> files) => Lines(
        files["contributions.csv"].Count, Number(files["reception.csv"][0]["count"]), Number(files["reception.csv"][^1]["count"]),
        files["themes.csv"].Select(theme => (Number(theme["contributions"]), new[] { "convergence", "divergence", "options", "single_views" }.Sum(kind => Number(theme[kind])))),
        files["messages.csv"].Where(row => row["kind"] != "single-view").Select(row => (row["id"], Number(row["supporting"]), Number(row["opposing"]), Number(row["of"]))));

    private static string OfJson(JsonNode json) => Lines(
        json["ledger"]!["rows"]!.AsArray().Count, (int)json["reception"]!["received"]!, (int)json["reception"]!["included"]!,
        json["themes"]!.AsArray().Select(theme => ((int)theme!["contributions"]!, theme["messages"]!.AsArray().Count)),
        json["themes"]!.AsArray().SelectMany(theme => theme!["messages"]!.AsArray()).Where(message => (string)message!["kind"]! != "single-view")
            .Select(message => ((string)message!["id"]!, (int)message["supporting"]!, (int)message["opposing"]!, (int)message["of"]!)));

    private static string Lines(
        int ledger, int received, int included, IEnumerable<(int Contributions, int Messages)> themes, IEnumerable<(string Id, int For, int Against, int Of)> messages) => string.Join("\n",
        (string[])
        [
            $"ledger {ledger}, received {received}, included {included}",
            .. themes.Select((theme, index) => $"theme {index + 1}: {theme.Contributions} contributions, {theme.Messages} messages"),
            .. messages.Select(message => $"{message.Id}: {message.For} for, {message.Against} against, of {message.Of}"),
        ]);

    private static int Number(string text) => int.Parse(text.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static Task<byte[]> RenderAsync(string extension, Digest digest) =>
        DigestFormats.All.Single(format => format.Extension == extension).RenderAsync(digest, FullDigest.Site, CancellationToken.None);
}
