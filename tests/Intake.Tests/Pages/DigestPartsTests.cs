using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Parser;
using Intake.Pages;
using Intake.Pages.Components;
using Intake.Pages.Digests;
using Intake.Publish;
using Intake.Synthesis;
using Intake.Tests.Publish;
using Microsoft.AspNetCore.Http;

namespace Intake.Tests.Pages;

/// <summary>A digest of any length as pages that load over a thin line.</summary>
public sealed class DigestPartsTests
{
    private const int MostBytes = 30_000;

    private static readonly Intake.Calls.Call Call = new()
    {
        Id = "forum-2026",
        Title = "Improving the forum",
        Stage = Intake.Calls.Stage.Consultation,
        Opens = FullDigest.Of().Call.Opens,
        Closes = FullDigest.Of().Call.Closes,
        TimeZone = "Europe/Zurich",
    };

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Every_page_of_a_digest_with_thousands_of_single_views_is_light(string language)
    {
        var style = Compressed(Encoding.UTF8.GetBytes(Repository.RepositoryFiles.Read("functions/Pages/page.css")));
        var parts = Parts(Large(), language);
        var page = PageOf(language);

        Assert.InRange(Compressed(await FirstAsync(parts, page)) + style, 1, MostBytes);
        foreach (var part in parts.All)
        {
            foreach (var (index, section) in part.Pages.Index())
                Assert.InRange(Compressed(await PartAsync(parts, section, index + 1, part.Pages.Count, page)) + style, 1, MostBytes);
        }

        var rows = Enumerable.Repeat(parts.Digest.Ledger.Rows[0], DigestShelf.LedgerRows);
        Assert.InRange(Compressed(await PartAsync(parts, new Section("ledger", "Ledger", [LedgerTable.Of(rows, parts.Context)]), 1, 1, page)) + style, 1, MostBytes);
    }

    [Fact]
    public void Every_message_is_on_a_page_and_is_found_by_its_anchor()
    {
        var parts = Parts(Large(), "en");
        foreach (var message in parts.Digest.AllMessages())
        {
            var anchor = DigestLinks.MessageAnchor(message.Id);
            var (key, page) = parts.Find(anchor)!.Value;
            Assert.Contains(anchor, ReportPages.Anchors(parts.All.Single(part => part.Key == key).Pages[page - 1]));
        }
    }

    [Fact]
    public async Task Links_within_the_digest_lead_to_what_is_on_the_page_or_to_the_page_that_has_it()
    {
        var parts = Parts(FullDigest.Of(), "fr");
        var document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(await FirstAsync(parts, PageOf("fr"))));
        var links = document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.All(links.Where(link => link.StartsWith('#')), link => Assert.NotNull(document.GetElementById(link[1..])));
        Assert.Contains("/calls/forum-2026/contributions/c02#p3", links);
        Assert.Contains(links, link => link == "/calls/forum-2026/digests/3/correct?message=financing-11aa22bb");
        Assert.Contains(document.QuerySelectorAll("a[href*=correct] bdi"), text => text.GetAttribute("lang") == "fr" && text.TextContent.StartsWith("Votre point de vue", StringComparison.Ordinal));
        Assert.All(document.QuerySelectorAll(".digest"), part => Assert.Equal("en", part.GetAttribute("lang")));
        Assert.Empty(document.QuerySelectorAll("script, [style], style"));
        Assert.Equal(document.QuerySelectorAll("[id]").Length, document.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }

    [Fact]
    public void A_section_divided_into_pages_loses_nothing_and_says_nothing_twice()
    {
        var report = DigestReport.Of(Large(), null);
        foreach (var section in report.Sections)
        {
            var whole = Cards(section).ToList();
            Assert.Equal(whole, ReportPages.Split(section, 3_000).SelectMany(Cards));
        }
    }

    private static IEnumerable<string?> Cards(Block block) => block switch
    {
        Section section => section.Blocks.SelectMany(Cards),
        Fold fold => fold.Blocks.SelectMany(Cards),
        Card card => [card.Id],
        _ => [],
    };

    private static Digest Large()
    {
        var full = FullDigest.Of();
        var words = string.Join(' ', Enumerable.Range(0, 60).Select(word => $"w{word * 7919 % 1009:x}"));
        var singles = Enumerable.Range(0, 3_000).Select(index => FullDigest.Single(
            $"financing-{index:x8}", FullDigest.Quote($"c{index:D6}", index, $"View {index}: {words} {FullDigest.Arabic}", "ar", "civil-society", $"Society {index}"), 1_500));
        return full with { Themes = [full.Themes[0] with { Messages = [.. full.Themes[0].Messages, .. singles] }, .. full.Themes.Skip(1)] };
    }

    private static DigestParts Parts(Digest digest, string language) =>
        new(digest, new Span(PageTexts.Of(PageLanguage.Find(language)!)["digest.correct"], SpanKind.Foreign, language));

    private static Page PageOf(string language)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptLanguage = language;
        request.Path = "/calls/forum-2026/digests/3";
        return new Page(request, FullDigest.Of().Generated);
    }

    private static Task<byte[]> FirstAsync(DigestParts parts, Page page) => RazorHtml.RenderAsync<DigestPage>(
        (nameof(DigestPage.Page), page), (nameof(DigestPage.Call), Call), (nameof(DigestPage.Digest), parts));

    private static Task<byte[]> PartAsync(DigestParts parts, Section section, int number, int pages, Page page) => RazorHtml.RenderAsync<DigestPartPage>(
        (nameof(DigestPartPage.Page), page), (nameof(DigestPartPage.Call), Call), (nameof(DigestPartPage.Digest), parts),
        (nameof(DigestPartPage.Part), section), (nameof(DigestPartPage.Number), number), (nameof(DigestPartPage.Pages), pages));

    private static int Compressed(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return (int)compressed.ToArray().Length;
    }
}
