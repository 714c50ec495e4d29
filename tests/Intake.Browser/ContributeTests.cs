using Intake.Pages;
using Intake.Tests;
using Microsoft.Playwright;

namespace Intake.Browser;

/// <summary>What a contributor does, from the home page to the withdrawal.</summary>
[Collection(SiteCollection.Name)]
public sealed class ContributeTests(SiteFixture site)
{
    private static readonly FilePayload Letter = new()
    {
        Name = "رسالة letter.txt",
        MimeType = "text/plain",
        Buffer = "We think that donors should finance the forum."u8.ToArray(),
    };

    [BrowserTheory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("ar", true)]
    [InlineData("ar", false)]
    public async Task One_contributes_with_a_file_corrects_a_mistake_revises_and_withdraws(string language, bool javaScript)
    {
        var texts = PageTexts.Of(PageLanguage.Find(language)!);
        var call = await site.CallAsync();
        var page = await site.OpenAsync(language, javaScript);
        await page.GotoAsync("/");
        Assert.Equal(texts.Language.Direction, await page.Locator("html").GetAttributeAsync("dir"));
        await page.Locator($"a[href='/calls/{call}']").ClickAsync();
        await page.Locator("a.button").ClickAsync();

        // A mistake: nothing is lost, and the field is named.
        await page.Locator("#f-text").FillAsync("Governments should pay.\n\nAnd nobody else.");
        await page.Locator("#f-answers-1").FillAsync("From the regular budget.");
        await page.Locator("#f-email").FillAsync("not an address");
        await page.Locator("#f-country").SelectOptionAsync("KE");
        await page.Locator("#publish-anonymous").CheckAsync();
        await page.Locator("#f-file").SetInputFilesAsync(Letter);
        await SendAsync(page);
        Assert.Equal(texts["form.summary"], await page.Locator("#mistakes").InnerTextAsync());
        await page.Locator(".summary a").ClickAsync();
        Assert.Equal("true", await page.Locator("#f-email:focus").GetAttributeAsync("aria-invalid"));
        Assert.Equal("Governments should pay.\n\nAnd nobody else.", await page.Locator("#f-text").InputValueAsync());
        Assert.Equal("From the regular budget.", await page.Locator("#f-answers-1").InputValueAsync());
        Assert.Equal("KE", await page.Locator("#f-country").InputValueAsync());
        Assert.True(await page.Locator("#publish-anonymous").IsCheckedAsync());
        Assert.Contains(Letter.Name, await page.Locator("label[for='kept-0']").InnerTextAsync(), StringComparison.Ordinal);

        // Put right, it is taken; the secret is in no address.
        await page.Locator("#f-email").FillAsync("someone@example.org");
        await SendAsync(page);
        Assert.Equal(texts["receipt.heading"], await page.Locator("h1").InnerTextAsync());
        Assert.DoesNotContain("receipt=", page.Url, StringComparison.Ordinal);
        var own = await page.Locator("a.copy").InnerTextAsync();
        await StateAsync(page, texts["receipt.states.analysed.label"]);
        Assert.Contains(Letter.Name, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // The private link opens it in another browser, from where it is revised.
        var elsewhere = await site.OpenAsync(language, javaScript);
        await elsewhere.GotoAsync(own);
        await elsewhere.Locator("a[href*='/revise']").ClickAsync();
        Assert.Equal("Governments should pay.\n\nAnd nobody else.", await elsewhere.Locator("#f-text").InputValueAsync());
        Assert.Equal("From the regular budget.", await elsewhere.Locator("#f-answers-1").InputValueAsync());
        await elsewhere.Locator("#f-text").FillAsync("Everybody should pay.");
        await elsewhere.Locator("#kept-0").UncheckAsync();
        await SendAsync(elsewhere);
        await StateAsync(elsewhere, texts["receipt.states.analysed.label"]);
        var revised = await elsewhere.Locator("main").InnerTextAsync();
        Assert.DoesNotContain(Letter.Name, revised, StringComparison.Ordinal);
        Assert.Equal("2", await elsewhere.Locator("dd").Nth(1).InnerTextAsync());

        // Withdrawn only once it is confirmed.
        await elsewhere.Locator("a[href*='/withdraw']").ClickAsync();
        await elsewhere.Locator("button.danger").ClickAsync();
        Assert.Equal(texts["receipt.withdrawnHeading"], await elsewhere.Locator("h1").InnerTextAsync());
        await page.ReloadAsync();
        Assert.Equal(texts["receipt.withdrawnHeading"], await page.Locator("h1").InnerTextAsync());
    }

    [BrowserFact]
    public async Task A_choice_of_language_in_the_middle_of_a_form_loses_nothing()
    {
        var call = await site.CallAsync();
        var page = await site.OpenAsync();
        await page.GotoAsync($"/calls/{call}/contribute");
        await page.Locator("#f-text").FillAsync("نص");
        await page.Locator("#f-file").SetInputFilesAsync(Letter);
        await page.GetByRole(AriaRole.Button, new() { Name = "Français" }).ClickAsync();

        Assert.Equal("fr", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("نص", await page.Locator("#f-text").InputValueAsync());
        Assert.Equal(1, await page.Locator("#kept-0").CountAsync());
        Assert.Equal(0, await page.Locator(".summary").CountAsync());
        await page.GotoAsync("/");
        Assert.Equal("fr", await page.Locator("html").GetAttributeAsync("lang"));
    }

    [BrowserFact]
    public async Task Everything_is_reached_with_the_keyboard_beginning_with_the_way_past_the_menu()
    {
        var call = await site.CallAsync();
        var page = await site.OpenAsync();
        await page.GotoAsync($"/calls/{call}/contribute");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.Locator(":focus").GetAttributeAsync("href"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("f-title", await page.Locator(":focus").GetAttributeAsync("id"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Typed without a mouse.");
        site.TakeTime();
        await page.Locator("#f-title").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("Thank you. Your contribution is here.", await page.Locator(".summary, .done h1").First.InnerTextAsync());
    }

    private async Task SendAsync(IPage page)
    {
        site.TakeTime();
        await page.Locator("button.main").ClickAsync();
    }

    private static Task StateAsync(IPage page, string state) => Eventually.TrueAsync(
        async () =>
        {
            await page.ReloadAsync();
            return await page.Locator("main .tag").First.InnerTextAsync() == state;
        },
        $"the receipt says {state}");
}
