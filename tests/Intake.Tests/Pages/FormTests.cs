using System.Net;
using Intake.Pages;
using Intake.Storage;
using Intake.Tests.Pipeline;

namespace Intake.Tests.Pages;

/// <summary>Forms are taken once, from us and from people, and lose nothing when they are not taken.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class FormTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task The_same_form_sent_twice_is_one_contribution()
    {
        var call = await intake.OpenCallAsync();
        using var visitor = new Visitor(intake, cookies: false);
        (string, string)[] fields = [("form", await visitor.TokenAsync($"{call}|")), ("text", "Donors should pay."), ("file", "a.txt:Members too.")];
        var first = await visitor.PostAsync($"calls/{call}/contribute", fields);
        var second = await visitor.PostAsync($"calls/{call}/contribute", fields);

        Assert.Equal(HttpStatusCode.SeeOther, first.Status);
        Assert.Equal(first.Answer.Headers.Location, second.Answer.Headers.Location);
        Assert.Equal(1, (await intake.GetAsync($"api/calls/{call}/contributions")).GetProperty("contributions").GetArrayLength());

        // Other words are a second contribution, once the person says so.
        var changed = await visitor.PostAsync($"calls/{call}/contribute", [fields[0], ("text", "Nobody should pay.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.Status);
        Assert.Contains(English("form.notices.sentBefore"), changed.Html, StringComparison.Ordinal);
        var again = await visitor.PostAsync($"calls/{call}/contribute", [.. Visitor.Carried(changed.Html), ("text", "Nobody should pay.")]);
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.NotEqual(first.Answer.Headers.Location, again.Answer.Headers.Location);
    }

    [Fact]
    public async Task Without_cookies_the_receipts_address_leads_there_and_with_them_it_has_no_secret()
    {
        var call = await intake.OpenCallAsync();
        using var without = new Visitor(intake, cookies: false);
        var sent = await without.PostAsync($"calls/{call}/contribute", [("form", await without.TokenAsync($"{call}|")), ("text", "One.")]);
        var location = sent.Answer.Headers.Location!.ToString();
        Assert.Contains("receipt=", location, StringComparison.Ordinal);
        var receipt = await without.GetAsync(location);
        Assert.Equal(HttpStatusCode.OK, receipt.Status);
        Assert.Contains("/revise?receipt=", receipt.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await without.GetAsync(location.Split('?')[0])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await without.GetAsync($"{location.Split('?')[0]}?receipt=wrong")).Status);

        using var with = new Visitor(intake);
        await with.GetAsync($"calls/{call}/contribute");
        sent = await with.PostAsync($"calls/{call}/contribute", [("form", await with.TokenAsync($"{call}|")), ("text", "Two.")]);
        Assert.DoesNotContain("receipt=", sent.Answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await with.GetAsync(sent.Answer.Headers.Location.ToString())).Status);
    }

    [Theory]
    [InlineData("homepage", "http://spam.example", 60, "form.notices.robot")]
    [InlineData("name", "Quick", 0, "form.notices.fast")]
    [InlineData("name", "Slow", 100_000, "form.notices.expired")]
    public async Task What_a_program_would_do_is_asked_for_again_with_all_that_was_typed(string field, string value, int age, string notice)
    {
        var call = await intake.OpenCallAsync();
        using var visitor = new Visitor(intake);
        var refused = await visitor.PostAsync(
            $"calls/{call}/contribute",
            [("form", await visitor.TokenAsync($"{call}|", TimeSpan.FromSeconds(age))), ("text", "I am <b>somebody</b>."), (field, value), ("file", "a.txt:Hello.")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(English(notice), refused.Html, StringComparison.Ordinal);
        Assert.Contains("I am &lt;b&gt;somebody&lt;/b&gt;.", refused.Html, StringComparison.Ordinal);
        Assert.Contains(Visitor.Carried(refused.Html), carried => carried.Name == "kept");
        Assert.Empty((await intake.GetAsync($"api/calls/{call}/contributions")).GetProperty("contributions").EnumerateArray());
        if (age == 60)
            Assert.Equal(HttpStatusCode.SeeOther, (await visitor.PostAsync($"calls/{call}/contribute", [.. Visitor.Carried(refused.Html), ("text", "I am.")])).Status);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Another_sites_form_is_refused_whatever_token_it_has(string header, string value)
    {
        var call = await intake.OpenCallAsync();
        using var visitor = new Visitor(intake);
        var answer = await visitor.PostAsync(
            $"calls/{call}/contribute", [("form", await visitor.TokenAsync($"{call}|")), ("text", "Pay me.")], (header, value), ("Accept-Language", "fr"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains(PageTexts.Of(PageLanguage.Find("fr")!)["problem.other-site.title"], answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_too_many_or_too_large_are_named_and_the_others_kept()
    {
        var call = await intake.OpenCallAsync(new { maxFiles = 2, maxFileBytes = 100 });
        using var visitor = new Visitor(intake);
        var token = ("form", await visitor.TokenAsync($"{call}|"));
        var large = await visitor.PostAsync(
            $"calls/{call}/contribute", [token, ("text", "See files."), ("file", $"large.txt:{new string('x', 101)}"), ("file", "small.txt:Small.")]);
        Assert.Contains("<bdi>large.txt</bdi>", large.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"#f-file\"", large.Html, StringComparison.Ordinal);
        Assert.Contains("<bdi>small.txt</bdi>", large.Html, StringComparison.Ordinal);

        var kept = Visitor.Carried(large.Html).Where(carried => carried.Name == "kept").ToList();
        Assert.Single(kept);
        var many = await visitor.PostAsync($"calls/{call}/contribute", [token, .. kept, ("text", "See files."), ("file", "b.txt:B"), ("file", "c.txt:C")]);
        Assert.Contains("too many files", many.Html, StringComparison.Ordinal);
        kept = [.. Visitor.Carried(many.Html).Where(carried => carried.Name == "kept")];
        Assert.Equal(2, kept.Count);

        var taken = await visitor.PostAsync($"calls/{call}/contribute", [token, .. kept, ("text", "See files.")]);
        var id = taken.Answer.Headers.Location!.ToString().Split('/')[4];
        var documents = (await intake.AnalysedAsync(call, id)).GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("name").GetString());
        Assert.Equal(["small.txt", "b.txt", "text.txt"], documents);
    }

    [Fact]
    public async Task A_file_kept_for_one_form_is_none_of_anothers()
    {
        var (one, other) = (await intake.OpenCallAsync(), await intake.OpenCallAsync());
        using var visitor = new Visitor(intake);
        var refused = await visitor.PostAsync($"calls/{one}/contribute", [("form", "forged.token.x"), ("text", "Secret."), ("file", "a.txt:Secret.")]);
        var kept = Visitor.Carried(refused.Html).Single(carried => carried.Name == "kept");

        var stolen = await visitor.PostAsync($"calls/{other}/contribute", [("form", await visitor.TokenAsync($"{other}|")), ("text", "Mine."), kept]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stolen.Status);
        Assert.Contains(English("form.errors.gone"), stolen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("a.txt", stolen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_are_deleted_once_nobody_can_use_them()
    {
        var clock = new ManualTimeProvider(TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(3));
        var old = new Drafts(intake.Get<StorageClients>(), clock);
        var name = await old.AddAsync(new MemoryStream([1, 2, 3]), CancellationToken.None);
        clock.Advance(TimeSpan.FromHours(23));
        await old.SweepAsync(CancellationToken.None);
        Assert.NotNull(await old.OpenAsync(name, CancellationToken.None));
        clock.Advance(TimeSpan.FromHours(4));
        await old.SweepAsync(CancellationToken.None);
        Assert.Null(await old.OpenAsync(name, CancellationToken.None));
    }

    [Fact]
    public async Task An_empty_form_and_a_closed_call_are_said_to_be_that()
    {
        var call = await intake.OpenCallAsync();
        using var visitor = new Visitor(intake);
        var empty = await visitor.PostAsync($"calls/{call}/contribute", [("form", await visitor.TokenAsync($"{call}|")), ("name", "Nobody")]);
        Assert.Contains(English("form.notices.empty"), empty.Html, StringComparison.Ordinal);

        var closed = await intake.OpenCallAsync(closes: "2026-02-01T00:00:00Z");
        var late = await visitor.PostAsync($"calls/{closed}/contribute", [("form", await visitor.TokenAsync($"{closed}|")), ("text", "Typed before it closed.")]);
        Assert.Contains(English("form.notices.closed"), late.Html, StringComparison.Ordinal);
        Assert.Contains("Typed before it closed.", late.Html, StringComparison.Ordinal);
        Assert.Contains(English("problem.closed.title"), (await visitor.GetAsync($"calls/{closed}/contribute")).Html, StringComparison.Ordinal);
    }

    private static string English(string key) => PageTexts.Of(PageLanguage.Default)[key];
}
