using System.Net.Http.Json;
using Intake.Pages;
using Intake.Tests;
using Microsoft.Playwright;

namespace Intake.Browser;

/// <summary>Contributors find themselves in the record and ask for a correction.</summary>
[Collection(SiteCollection.Name)]
public sealed class RecordTests(SiteFixture site)
{
    [BrowserTheory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("ar", false)]
    public async Task One_finds_oneself_in_the_record_and_asks_for_a_correction(string language, bool javaScript)
    {
        var texts = PageTexts.Of(PageLanguage.Find(language)!);
        var call = await site.CallAsync();
        var own = await site.ContributeAsync(call, new { text = "A first line.\n\nDonors should finance the forum with a trust fund every year.", title = "Our view", country = "KE", stakeholderGroup = "civil-society" });
        await site.ContributeAsync(call, new { text = "Members should finance the forum.", title = "Another view", country = "FR" });
        using var digest = await site.Http.PostAsync($"api/calls/{call}/digests?send=false", null);

        // By filter, then by words.
        var page = await site.OpenAsync(language, javaScript);
        await page.GotoAsync($"/calls/{call}");
        await page.Locator($"a[href='/calls/{call}/contributions']").First.ClickAsync();
        Assert.Equal(2, await page.Locator(".cards > li").CountAsync());
        await page.Locator("form summary").ClickAsync();
        await page.Locator("#f-country").SelectOptionAsync("FR");
        await page.Locator("button.main").ClickAsync();
        await Expect.CountAsync(page, ".cards > li", 1);
        Assert.Contains("Another view", await page.Locator(".cards h3").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator(".actions a").ClickAsync();
        await page.Locator("#f-q").FillAsync("\"trust fund\" donor");
        await page.Locator("#f-q").PressAsync("Enter");
        await Expect.CountAsync(page, "mark", 2);

        // To the passage.
        await page.Locator("q + a").ClickAsync();
        await page.WaitForURLAsync($"**/contributions/{own}#p2", new() { WaitUntil = WaitUntilState.Commit });
        Assert.Contains("trust fund", await page.Locator("#p2:target").InnerTextAsync(), StringComparison.Ordinal);

        // To the message that rests on it, and what is wrong with it.
        var message = await page.Locator("a[href*='#m-']").First.GetAttributeAsync("href");
        await page.GotoAsync($"/calls/{call}/digests/1/correct?message={message!.Split("#m-")[1]}");
        Assert.Contains("Donors should finance", await page.Locator("blockquote").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("#f-own").FillAsync("my letter");
        await SendAsync(page);
        Assert.Equal(texts["form.summary"], await page.Locator("#mistakes").InnerTextAsync());
        await page.Locator("#f-text").FillAsync("We said a trust fund, not a levy.");
        await page.Locator("#f-own").FillAsync(own);
        await SendAsync(page);
        Assert.Equal(texts["correct.request"], await page.Locator("h1").InnerTextAsync());
        Assert.Contains("We said a trust fund, not a levy.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var reference = page.Url.Split('/', '?')[6];
        using var answered = await site.Http.PutAsJsonAsync($"api/calls/{call}/correction-requests/{reference}/answer", new { answer = "Put right." });
        await page.ReloadAsync();
        Assert.Contains("Put right.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private async Task SendAsync(IPage page)
    {
        site.TakeTime();
        await page.Locator("button.main").ClickAsync();
    }
}

/// <summary>Waits for what a page shows.</summary>
internal static class Expect
{
    public static Task CountAsync(IPage page, string selector, int count) =>
        Eventually.TrueAsync(async () => await page.Locator(selector).CountAsync() == count, $"{count} of {selector}");
}
