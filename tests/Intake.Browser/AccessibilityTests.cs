using System.Text.Json;
using Intake.Local.Processes;
using Microsoft.Playwright;

namespace Intake.Browser;

/// <summary>axe-core finds nothing on any page, and no page is wider than a small telephone.</summary>
[Collection(SiteCollection.Name)]
public sealed class AccessibilityTests(SiteFixture site)
{
    private static readonly NpmTool Axe = new("axe-core", "4.14.1", "axe.min.js");

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task No_page_has_a_violation_light_or_dark(string language)
    {
        var axe = await File.ReadAllTextAsync(await Axe.EnsureAsync(_ => { }, CancellationToken.None));
        var page = await site.OpenAsync(language);
        await VisitAllAsync(page, async where =>
        {
            await page.EvaluateAsync(axe);
            foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = colours });
                await CheckAsync($"{where} in {language}, {colours}");
            }
        });

        async Task CheckAsync(string what)
        {
            var found = await page.EvaluateAsync<JsonElement>(
                """
                async () => (await axe.run(document, { preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }))
                  .violations.map(violation => `${violation.id}: ${violation.help} ${violation.nodes.map(node => node.html).slice(0, 3).join(" ")}`)
                """);
            Assert.True(found.GetArrayLength() == 0, $"{what}: {found}");
        }
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task At_320_pixels_nothing_has_to_be_scrolled_sideways(string language)
    {
        var page = await site.OpenAsync(language);
        await page.SetViewportSizeAsync(320, 640);
        await VisitAllAsync(page, async where =>
        {
            var width = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            Assert.True(width <= 320, $"{where} is {width} pixels wide");
            if (Environment.GetEnvironmentVariable("INTAKE_SCREENSHOTS") is { Length: > 0 } folder)
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{where}-{language}.png"), FullPage = true });
        });
    }

    private async Task VisitAllAsync(IPage page, Func<string, Task> look)
    {
        var call = await site.CallAsync();
        await GoAsync("/", "home");
        await GoAsync($"/calls/{call}", "call");
        await GoAsync($"/calls/{await site.CallAsync(closes: "2026-02-01")}", "closed call");
        await GoAsync($"/calls/{await site.CallAsync(opens: "2035-01-01")}", "coming call");
        await GoAsync("/calls/no-such-call", "missing");
        await GoAsync($"/calls/{call}/contribute", "form");
        await page.Locator("summary").ClickAsync();
        await look("guide");
        await page.Locator("#f-email").FillAsync("wrong");
        await page.Locator("#f-text").FillAsync("Governments should pay.");
        await page.Locator("#f-file").SetInputFilesAsync(new FilePayload { Name = "a.bin", MimeType = "application/x-none", Buffer = [1, 2, 3, 0, 255] });
        site.TakeTime();
        await page.Locator("button.main").ClickAsync();
        await look("mistake");
        await page.Locator("#f-email").FillAsync("right@example.org");
        await page.Locator("button.main").ClickAsync();
        await look("receipt");
        await page.Locator("a[href*='/revise']").ClickAsync();
        await look("revision");
        await page.GoBackAsync();
        await page.Locator("a[href*='/withdraw']").ClickAsync();
        await look("withdrawal");
        var own = page.Url.Replace("/withdraw", "", StringComparison.Ordinal);
        await GoAsync(own, "own contribution in the record");
        await GoAsync($"/calls/{call}/contributions", "record");
        await GoAsync($"{own}/withdraw", "withdrawal again");
        await page.Locator("button.danger").ClickAsync();
        await look("withdrawn");
        using var digest = await site.Http.PostAsync($"api/calls/{call}/digests?send=false", null);
        Assert.True(digest.IsSuccessStatusCode, await digest.Content.ReadAsStringAsync());
        await GoAsync($"/calls/{call}/digests", "digests");
        await GoAsync($"/calls/{call}/digests/1", "digest");
        await GoAsync($"/calls/{call}/digests/1?section=participation", "section of a digest");
        await GoAsync($"/calls/{call}/digests/1/ledger", "ledger");

        var contribution = await site.ContributeAsync(call, new { text = "Donors should finance the forum every year.\n\nAnd members.", title = "Our view", country = "KE" });
        using (await site.Http.PostAsync($"api/calls/{call}/digests?send=false", null))
            await GoAsync($"/calls/{call}/contributions?q=donors&country=KE", "record");
        await GoAsync($"/calls/{call}/contributions?country=Kenya", "record with a mistake");
        await GoAsync($"/calls/{call}/contributions/{contribution}#p1", "contribution");
        await GoAsync($"/calls/{call}/digests/1/correct", "correction");
        await page.Locator("#f-own").FillAsync("wrong");
        site.TakeTime();
        await page.Locator("button.main").ClickAsync();
        await look("correction with a mistake");
        await page.Locator("#f-own").FillAsync("");
        await page.Locator("#f-text").FillAsync("We were forgotten.");
        await page.Locator("button.main").ClickAsync();
        await look("correction asked for");
        await GoAsync("/docs", "docs");

        async Task GoAsync(string address, string where)
        {
            await page.GotoAsync(address);
            await look(where);
        }
    }
}
