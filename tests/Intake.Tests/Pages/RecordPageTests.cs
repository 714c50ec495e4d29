using System.Net;
using System.Text.RegularExpressions;
using Intake.Tests.Pipeline;

namespace Intake.Tests.Pages;

/// <summary>The public record as people read it.</summary>
[Collection(AzuriteCollection.Name)]
public sealed partial class RecordPageTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task A_search_shows_where_its_words_stand_and_leads_to_the_passage()
    {
        var call = await intake.OpenCallAsync();
        var id = await SendAsync(call, new { text = "First <b>line</b>.\n\nDonors should pay into a trust fund.", title = "Our view", organisation = "Open Net", country = "KE", language = "en" });
        await SendAsync(call, new { text = "Nothing of it." });

        var found = await GetAsync($"calls/{call}/contributions?q=donor&country=KE&lang=en");
        Assert.Contains("<mark>Donors</mark>", found, StringComparison.Ordinal);
        Assert.Contains($"href=\"/calls/{call}/contributions/{id}?lang=en#p2\"", found, StringComparison.Ordinal);
        Assert.Contains("Found: <bdi>1</bdi>", found, StringComparison.Ordinal);
        Assert.Contains("value=\"donor\"", found, StringComparison.Ordinal);
        Assert.Contains("value=\"KE\" selected", found, StringComparison.Ordinal);
        Assert.Contains("Open Net", found, StringComparison.Ordinal);

        var page = await GetAsync($"calls/{call}/contributions/{id}?lang=en");
        Assert.Contains("id=\"p2\"", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\" dir=\"auto\">Donors should pay", page, StringComparison.Ordinal);
        Assert.Contains("First &lt;b&gt;line&lt;/b&gt;.", page, StringComparison.Ordinal);
        Assert.Contains($"/calls/{call}/contributions?theme=financing", page, StringComparison.Ordinal);
        Assert.Contains($"/api/calls/{call}/contributions/{id}/documents/1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_public_is_said_to_be_there_and_not_shown()
    {
        var call = await intake.OpenCallAsync();
        var anonymous = await SendAsync(call, new { text = "Donors should pay. Ask jane@example.org.", name = "Nobody Knows", publish = "anonymous" });
        var withheld = await SendAsync(call, new { text = "A zebra fund.", title = "On zebras", name = "Hidden Person", publish = "none" });
        var posted = await intake.PostAsync(call, new { text = "Giraffes should pay.", title = "On giraffes" });
        var taken = posted.GetProperty("id").GetString()!;
        await intake.Anonymous.DeleteAsync($"api/calls/{call}/contributions/{taken}?receipt={posted.GetProperty("receipt").GetString()}");

        var record = await GetAsync($"calls/{call}/contributions");
        var pages = record + await GetAsync($"calls/{call}/contributions/{anonymous}") + await GetAsync($"calls/{call}/contributions/{withheld}") + await GetAsync($"calls/{call}/contributions/{taken}");
        foreach (var secret in (string[])["Nobody Knows", "Hidden", "zebra", "iraffe", "jane"])
            Assert.DoesNotContain(secret, pages, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("/documents/1", pages, StringComparison.Ordinal);
        Assert.Contains("Withdrawn by its contributor.", record, StringComparison.Ordinal);
        Assert.Contains("Counted, but not published, as its contributor wished.", record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_is_paged_and_what_cannot_be_looked_for_is_named()
    {
        var call = await intake.OpenCallAsync();
        Assert.Contains("Nothing has come in yet.", await GetAsync($"calls/{call}/contributions"), StringComparison.Ordinal);
        for (var i = 0; i < 21; i++)
            await intake.PostAsync(call, new { text = $"Number {i}.", title = $"Letter {i} of many" });

        var first = await GetAsync($"calls/{call}/contributions");
        var next = WebUtility.HtmlDecode(NextPage().Match(first).Groups[1].Value);
        var second = await GetAsync(next);
        Assert.Equal(20, Letter().Count(first));
        Assert.Contains("Letter 20 of many", second, StringComparison.Ordinal);
        Assert.Equal(1, Letter().Count(second));
        Assert.Contains("First page", second, StringComparison.Ordinal);
        Assert.DoesNotMatch(NextPage(), second);

        Assert.Contains("This cannot be used to filter: <bdi>Country or area</bdi>", await GetAsync($"calls/{call}/contributions?country=Kenya"), StringComparison.Ordinal);
        Assert.Contains("No contribution has all of this.", await GetAsync($"calls/{call}/contributions?q=unheard"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contribution_says_where_the_digest_quotes_it_and_when_it_was_revised()
    {
        var call = await intake.OpenCallAsync();
        var posted = await intake.PostAsync(call, new { text = "Donors should finance the forum with voluntary funding every year.", organisation = "Open Net", stakeholderGroup = "civil-society" });
        var id = posted.GetProperty("id").GetString()!;
        await intake.AnalysedAsync(call, id);
        await intake.DigestAsync(call);

        var page = await GetAsync($"calls/{call}/contributions/{id}");
        Assert.Contains("In digest <bdi>1</bdi>", page, StringComparison.Ordinal);
        Assert.Matches($"/calls/{call}/digests/1#m-financing-[0-9a-f]{{8}}\"", page);
        Assert.Contains($"/calls/{call}/digests/1/correct", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Revisions", page, StringComparison.Ordinal);

        using var revised = await intake.Anonymous.PostAsync(
            $"api/calls/{call}/contributions/{id}/revisions?receipt={posted.GetProperty("receipt").GetString()}",
            new FormUrlEncodedContent([new("text", "Members should finance it."), new("title", "Again")]));
        await revised.AcceptedAsync();
        await intake.AnalysedAsync(call, id);
        Assert.Contains("<ol reversed start=\"2\">", await GetAsync($"calls/{call}/contributions/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mails_history_is_folded_and_each_passage_has_its_own_language()
    {
        var call = await intake.OpenCallAsync();
        await intake.Http.PostMailAsync($"""
            From: Amina <amina@example.org>
            To: call+{call}@example.org
            Subject: Our view
            Message-ID: <{call}@example.org>
            Date: Mon, 5 Jan 2026 10:00:00 +0000
            Content-Type: text/plain; charset=utf-8

            Donors should pay for travel, since many cannot come without such support.

            ينبغي للجهات المانحة أن تدفع تكاليف السفر لأن كثيرين لا يستطيعون الحضور من دون دعم.

            On Mon, 4 Jan 2026 at 09:00, Somebody Else <else@example.org> wrote:
            > The elephant wrote this.
            """.ReplaceLineEndings("\r\n"));
        var id = await Eventually.Async(async () =>
        {
            var list = (await intake.GetAsync($"api/calls/{call}/contributions")).GetProperty("contributions").EnumerateArray().ToList();
            return (list.Count == 1 && list[0].GetProperty("status").GetString() == "analysed", list.Count == 0 ? "" : list[0].GetProperty("id").GetString()!);
        });
        var page = await GetAsync($"calls/{call}/contributions/{id}");
        Assert.Contains("lang=\"en\" dir=\"auto\">Donors", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"ar\" dir=\"auto\">ينبغي", page, StringComparison.Ordinal);
        Assert.Matches("(?s)<details>.*The elephant wrote this.*</details>", page);
    }

    [Fact]
    public async Task A_long_text_comes_in_pages_and_every_passage_is_found_by_its_number()
    {
        var call = await intake.OpenCallAsync();
        var words = (string[])["governments", "donors", "members", "forums", "budgets", "regions", "academics", "travel", "capacity", "consensus", "reports", "councils", "mandates"];
        var text = string.Join("\n\n", Enumerable.Range(0, 700).Select(i => string.Join(' ', Enumerable.Range(0, 25).Select(j => $"{words[(i * 7 + j * (i % 11 + 1)) % 13]}{(i * j) % 97}")) + "."));
        var id = await SendAsync(call, new { text });

        using var visitor = new Visitor(intake);
        var first = await visitor.GetAsync($"calls/{call}/contributions/{id}", ("Accept-Encoding", "gzip"));
        Assert.InRange(first.Answer.Content.Headers.ContentLength!.Value, 5_000, 26_000);
        var html = await GetAsync($"calls/{call}/contributions/{id}");
        var last = await GetAsync($"calls/{call}/contributions/{id}?page=99");
        Assert.Contains("class=\"passage\" id=\"p1\"", html, StringComparison.Ordinal);
        Assert.Matches("<a id=\"p400\" href=\"[^\"]*page=[0-9]+#p400\"", html);
        Assert.Contains("class=\"passage\" id=\"p700\"", last, StringComparison.Ordinal);
    }

    private async Task<string> SendAsync(string call, object contribution)
    {
        var id = (await intake.PostAsync(call, contribution)).GetProperty("id").GetString()!;
        await intake.AnalysedAsync(call, id);
        return id;
    }

    private Task<string> GetAsync(string path) => intake.Anonymous.GetStringAsync(path);

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex NextPage();

    [GeneratedRegex("Letter [0-9]+ of many", RegexOptions.NonBacktracking)]
    private static partial Regex Letter();
}
