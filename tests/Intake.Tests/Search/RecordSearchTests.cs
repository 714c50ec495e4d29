using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Intake.Search;
using Intake.Tests.Pipeline;

namespace Intake.Tests.Search;

[Collection(AzuriteCollection.Name)]
public sealed class RecordSearchTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Contributions_are_found_by_what_they_are_about_and_by_who_sent_them()
    {
        var call = await intake.OpenCallAsync();
        var kenya = await SendAsync(call, new { text = "Question 1: Donors should pay into a trust fund.", stakeholderGroup = "civil-society", country = "KE" });
        var france = await SendAsync(call, new { text = "Le soutien aux voyages aide les pays en développement à participer à distance.", stakeholderGroup = "government", country = "FR", language = "fr-FR" });
        var withheld = await SendAsync(call, new { text = "Donors should pay for our zebra.", stakeholderGroup = "government", country = "KE", publish = "none" });

        Assert.Equal([kenya], await FindAsync(call, "theme=financing"));
        Assert.Equal([kenya], await FindAsync(call, "question=1"));
        Assert.Equal([france, withheld], await FindAsync(call, "group=government"));
        Assert.Equal([kenya, withheld], await FindAsync(call, "country=ke"));
        Assert.Equal([france], await FindAsync(call, "language=fr"));
        Assert.Equal([withheld], await FindAsync(call, "group=Government&country=KE"));
        Assert.Empty(await FindAsync(call, "theme=financing&country=FR"));
        Assert.Equal([kenya, france, withheld], await FindAsync(call, "theme=&q="));
    }

    [Fact]
    public async Task Words_are_found_in_text_title_and_published_names_with_the_place_where_they_stand()
    {
        var call = await intake.OpenCallAsync();
        var one = await SendAsync(call, new { text = "A first line.\n\nAll donors should pay into the trust fund.", organisation = "Open Net", title = "On funding" });
        var two = await SendAsync(call, new { text = "The fund needs trust. Donors agree.", organisation = "Secret Circle", publish = "anonymous" });
        var chinese = await SendAsync(call, new { text = "我们建议支持发展中国家参与论坛。" });

        Assert.Equal([one, two], await FindAsync(call, "q=DONOR"));
        Assert.Equal([one, two], await FindAsync(call, "q=fund+trust"));
        Assert.Equal([one], await FindAsync(call, "q=%22trust+fund%22"));
        Assert.Equal([one], await FindAsync(call, "q=open+net+donors"));
        Assert.Equal([one], await FindAsync(call, "q=funding"));
        Assert.Empty(await FindAsync(call, "q=secret"));
        Assert.Equal([chinese], await FindAsync(call, "q=" + Uri.EscapeDataString("发展中国家")));
        Assert.Empty(await FindAsync(call, "q=" + Uri.EscapeDataString("发国")));

        var hit = (await SearchAsync(call, "q=%22trust+fund%22")).GetProperty("contributions")[0].GetProperty("snippet");
        Assert.Equal(2, hit.GetProperty("passage").GetInt32());
        var (text, at) = (hit.GetProperty("text").GetString()!, hit.GetProperty("hits")[0]);
        Assert.Equal("trust fund", text[at.GetProperty("start").GetInt32()..at.GetProperty("end").GetInt32()]);
        Assert.Equal(2, (await SearchAsync(call, "q=donor")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task What_is_withheld_folded_or_covered_is_not_found()
    {
        var call = await intake.OpenCallAsync();
        await SendAsync(call, new { text = "Our zebra is nobody's business.", publish = "none" });
        var open = await SendAsync(call, new { text = "A zebra for all. Write to giraffe@example.org." });
        await intake.Http.PostMailAsync($"""
            From: Amina <amina@example.org>
            To: call+{call}@example.org
            Subject: Our view
            Message-ID: <{call}@example.org>
            Date: Mon, 5 Jan 2026 10:00:00 +0000
            Content-Type: text/plain; charset=utf-8

            Donors should pay for travel.

            On Mon, 4 Jan 2026 at 09:00, Somebody Else <else@example.org> wrote:
            > The elephant wrote this.
            """.ReplaceLineEndings("\r\n"));
        await Eventually.TrueAsync(async () => (await FindAsync(call, "q=travel")).Count == 1, "the mail is found by its own words");

        Assert.Equal([open], await FindAsync(call, "q=zebra"));
        Assert.Empty(await FindAsync(call, "q=giraffe"));
        Assert.Empty(await FindAsync(call, "q=elephant"));
        Assert.DoesNotContain("giraffe", (await SearchAsync(call, "q=zebra")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_follows_revisions_corrections_and_withdrawals()
    {
        var call = await intake.OpenCallAsync();
        var posted = await intake.PostAsync(call, new { text = "Donors should finance the forum." });
        var (id, receipt) = (posted.GetProperty("id").GetString()!, posted.GetProperty("receipt").GetString());
        await intake.AnalysedAsync(call, id);
        Assert.Equal([id], await FindAsync(call, "q=donors"));

        var path = $"api/calls/{call}/contributions/{id}";
        await (await intake.Anonymous.PostAsJsonAsync($"{path}/revisions?receipt={receipt}", new { text = "Members should finance the forum." })).AcceptedAsync();
        await Eventually.TrueAsync(async () => (await FindAsync(call, "q=members")).Count == 1, "the revision is found");
        Assert.Empty(await FindAsync(call, "q=donors"));

        await intake.AnalysedAsync(call, id);
        await intake.Http.PutAsJsonAsync($"{path}/passages/1/themes", new { themes = new[] { "participation" } });
        Assert.Equal([id], await FindAsync(call, "theme=participation"));
        Assert.Empty(await FindAsync(call, "theme=financing"));

        await intake.Anonymous.DeleteAsync($"{path}?receipt={receipt}");
        Assert.Empty(await FindAsync(call, "q=members"));
        Assert.Empty(await FindAsync(call, "theme=participation"));
    }

    [Fact]
    public async Task Pages_stay_where_they_are_while_others_send()
    {
        var call = await intake.OpenCallAsync();
        var sent = new List<string>();
        for (var i = 0; i < 5; i++)
            sent.Add(await SendAsync(call, new { text = $"Donors, number {i}." }));
        var first = await SearchAsync(call, "q=donors&limit=2");
        await SendAsync(call, new { text = "Donors, the last." });
        var second = await SearchAsync(call, $"q=donors&limit=2&after={first.GetProperty("next").GetString()}");
        var third = await SearchAsync(call, $"q=donors&limit=2&after={second.GetProperty("next").GetString()}");

        Assert.Equal(sent[..2], Ids(first));
        Assert.Equal(sent[2..4], Ids(second));
        Assert.Equal(sent[4], Ids(third)[0]);
        Assert.Equal(2, Ids(third).Count);
        Assert.False(third.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task Two_runs_at_once_leave_one_index_with_everything_in_it()
    {
        var call = await intake.OpenCallAsync();
        for (var i = 0; i < 6; i++)
            await SendAsync(call, new { text = $"Donors, number {i}." });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => FindAsync(call, "q=donors")));
        await intake.Get<RecordIndexing>().RunAsync(CancellationToken.None);
        Assert.Equal(6, (await FindAsync(call, "q=donors")).Count);
        var (manifest, _) = await intake.Get<IndexStore>().ManifestAsync(call, CancellationToken.None);
        Assert.Equal(6, Assert.Single(manifest.Shards).Entries);
    }

    [Theory]
    [InlineData("q=%21%21", "q")]
    [InlineData("group=martians", "group")]
    [InlineData("country=Kenya", "country")]
    [InlineData("question=one", "question")]
    [InlineData("theme=a%2Fb", "theme")]
    [InlineData("language=1", "language")]
    public async Task What_cannot_be_looked_for_is_said(string search, string field)
    {
        var call = await intake.OpenCallAsync();
        using var answer = await intake.Anonymous.GetAsync($"api/calls/{call}/contributions?{search}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("path").GetString());
    }

    private async Task<string> SendAsync(string call, object contribution)
    {
        var id = (await intake.PostAsync(call, contribution)).GetProperty("id").GetString()!;
        await intake.AnalysedAsync(call, id);
        return id;
    }

    private Task<JsonElement> SearchAsync(string call, string search) => intake.GetAsync($"api/calls/{call}/contributions?{search}");

    private async Task<List<string>> FindAsync(string call, string search) => Ids(await SearchAsync(call, search));

    private static List<string> Ids(JsonElement page) =>
        [.. page.GetProperty("contributions").EnumerateArray().Select(each => each.GetProperty("id").GetString()!)];
}
