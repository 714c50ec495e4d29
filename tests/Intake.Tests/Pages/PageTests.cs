using System.Net;
using System.Net.Http.Json;
using Intake.Tests.Pipeline;

namespace Intake.Tests.Pages;

/// <summary>What every page has: a language, headers that keep others out, and little weight.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class PageTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    /// <summary>Of a page and all that it needs, compressed.</summary>
    private const int MaxBytes = 30_000;

    [Theory]
    [InlineData("", "fr-CH, fr;q=0.9, en;q=0.8", "fr")]
    [InlineData("", "de, pt;q=0.9, ru;q=0.2, es;q=0.4", "es")]
    [InlineData("", "zh-Hant-TW", "zh-Hans")]
    [InlineData("", "ar;q=0, ru", "ru")]
    [InlineData("", "de", "en")]
    [InlineData("", "=;;,", "en")]
    [InlineData("?lang=ar", "fr", "ar")]
    [InlineData("?lang=xx", "fr", "fr")]
    public async Task The_language_is_the_chosen_one_else_the_browsers_else_English(string query, string accepted, string language)
    {
        using var visitor = new Visitor(intake);
        var page = await visitor.GetAsync($"/{query}", ("Accept-Language", accepted));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"<html lang=\"{language}\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_is_remembered_and_without_cookies_every_link_carries_it()
    {
        var call = await intake.OpenCallAsync();
        using var with = new Visitor(intake);
        await with.GetAsync("/?lang=ru");
        Assert.Contains("<html lang=\"ru\"", (await with.GetAsync($"calls/{call}")).Html, StringComparison.Ordinal);

        using var without = new Visitor(intake, cookies: false);
        Assert.Contains($"href=\"/calls/{call}/contribute?lang=ru\"", (await without.GetAsync($"calls/{call}?lang=ru")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_lets_others_in_and_none_that_is_private_is_kept()
    {
        var call = await intake.OpenCallAsync();
        using var visitor = new Visitor(intake);
        foreach (var path in (string[])["/", $"calls/{call}", $"calls/{call}/contribute", "calls/none-such", $"calls/{call}/contributions/1m87jehrj4etf7rvxn0t/receipt"])
        {
            var (_, html, answer) = await visitor.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none'; style-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("form-action 'self'; base-uri 'none'; frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(path is not "/" && path != $"calls/{call}", answer.Headers.CacheControl!.NoStore);
            Assert.True(answer.Headers.CacheControl.NoStore || answer.Headers.CacheControl is { Private: true, NoCache: true });
        }
    }

    [Fact]
    public async Task Every_page_weighs_little_in_every_language()
    {
        var call = await intake.OpenCallAsync();
        using var visitor = new Visitor(intake, cookies: false);
        var style = 0L;
        foreach (var language in (string[])["en", "fr", "es", "ru", "ar", "zh"])
        {
            foreach (var path in (string[])["/", $"/calls/{call}", $"/calls/{call}/contribute", $"/calls/{call}/contributions", "/docs"])
            {
                var page = await visitor.GetAsync($"{path}?lang={language}", ("Accept-Encoding", "gzip"));
                Assert.Equal("gzip", page.Answer.Content.Headers.ContentEncoding.Single());
                if (style == 0)
                    style = (await visitor.GetAsync(await StyleAsync(visitor), ("Accept-Encoding", "gzip"))).Answer.Content.Headers.ContentLength!.Value;
                Assert.InRange(page.Answer.Content.Headers.ContentLength!.Value + style, 1_000, MaxBytes);
            }
        }
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again_and_the_style_never_is()
    {
        var call = await intake.OpenCallAsync();
        using var visitor = new Visitor(intake);
        var first = await visitor.GetAsync($"calls/{call}");
        var second = await visitor.GetAsync($"calls/{call}", ("If-None-Match", first.Answer.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, second.Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"calls/{call}?lang=fr", ("If-None-Match", first.Answer.Headers.ETag.ToString()))).Status);

        var style = await visitor.GetAsync(await StyleAsync(visitor));
        Assert.Contains("immutable", style.Answer.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        Assert.Equal("text/css", style.Answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task What_a_call_says_is_text_in_its_own_language_whatever_it_says()
    {
        var id = UniqueName.Of("xss");
        using var put = await intake.Http.PutAsJsonAsync($"api/calls/{id}", new
        {
            title = "<script>alert(1)</script> \"'>",
            description = "</p><img src=x onerror=alert(1)>",
            opens = "2026-01-01",
            closes = "2036-01-01",
            languages = new[] { "ar" },
        });
        Assert.True(put.IsSuccessStatusCode);
        using var visitor = new Visitor(intake);
        foreach (var path in (string[])["/", $"calls/{id}", $"calls/{id}/contribute"])
        {
            var page = await visitor.GetAsync(path);
            Assert.DoesNotContain("<script", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page.Html, StringComparison.Ordinal);
            Assert.Contains("lang=\"ar\"", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_call_that_is_not_there_or_not_open_has_a_page_that_says_so()
    {
        using var visitor = new Visitor(intake);
        var missing = await visitor.GetAsync("calls/none-such?lang=es");
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        Assert.Contains("Esta convocatoria no existe", missing.Html, StringComparison.Ordinal);

        var closed = await visitor.GetAsync($"calls/{await intake.OpenCallAsync(closes: "2026-02-01T00:00:00Z")}?lang=en");
        Assert.Contains("takes no more contributions", closed.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/contribute", closed.Html, StringComparison.Ordinal);
        var coming = await visitor.GetAsync($"calls/{await intake.OpenCallAsync(opens: "2035-01-01T00:00:00Z")}");
        Assert.Contains("is not open yet", coming.Html, StringComparison.Ordinal);
    }

    private static async Task<string> StyleAsync(Visitor visitor) =>
        (await visitor.GetAsync("/")).Html.Split("stylesheet\" href=\"")[1].Split('"')[0];
}
