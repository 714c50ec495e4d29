using System.Net;
using System.Net.Http.Json;
using Azure.Data.Tables;
using Intake.Calls;
using Intake.Outbox;
using Intake.Storage;
using Intake.Synthesis;
using Microsoft.Extensions.DependencyInjection;

namespace Intake.Tests.Pipeline;

[Collection(AzuriteCollection.Name)]
public sealed class DigestApiTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [Fact]
    public async Task Digests_are_numbered_kept_and_never_changed_afterwards()
    {
        var call = await intake.OpenCallAsync();
        await SendAsync(call, "Donors should pay for the forum every year.");
        await intake.DigestAsync(call);
        var first = await intake.Anonymous.GetStringAsync($"api/calls/{call}/digests/1.html");
        await SendAsync(call, "Members should pay for the forum every year.");
        var second = await intake.DigestAsync(call);
        Assert.Equal(2, second.GetProperty("number").GetInt32());
        Assert.Equal(2, second.GetProperty("ledger").GetProperty("rows").GetArrayLength());
        Assert.Equal(first, await intake.Anonymous.GetStringAsync($"api/calls/{call}/digests/1.html"));
        var list = (await intake.GetAsync($"api/calls/{call}/digests")).GetProperty("digests").EnumerateArray();
        Assert.Equal([2, 1], list.Select(digest => digest.GetProperty("number").GetInt32()));
    }

    [Theory]
    [InlineData("", null, "application/json")]
    [InlineData("", "text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [InlineData("", "text/markdown", "text/markdown")]
    [InlineData("", "*/*", "application/json")]
    [InlineData(".md", "text/html", "text/markdown")]
    [InlineData(".html", null, "text/html")]
    [InlineData("", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Word)]
    [InlineData("", "application/zip", "application/zip")]
    [InlineData(".docx", null, Word)]
    [InlineData(".zip", null, "application/zip")]
    public async Task The_format_is_chosen_by_extension_or_by_accept(string extension, string? accept, string contentType)
    {
        var call = await intake.OpenCallAsync();
        await intake.DigestAsync(call);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/calls/{call}/digests/latest{extension}");
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await intake.Anonymous.SendAsync(request);
        Assert.Equal(contentType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            contentType == Word ? $"attachment; filename=\"{call}-digest-1.docx\"" : contentType == "application/zip" ? $"attachment; filename=\"{call}-digest-1.zip\"" : null,
            answer.Content.Headers.ContentDisposition?.ToString());
    }

    [Fact]
    public async Task The_json_leads_to_its_schema()
    {
        var call = await intake.OpenCallAsync();
        await intake.DigestAsync(call);
        using var answer = await intake.Anonymous.GetAsync($"api/calls/{call}/digests/1.json");
        Assert.Equal("</api/digest.schema.json>; rel=\"describedby\"", Assert.Single(answer.Headers.GetValues("Link")));
        using var schema = await intake.Anonymous.GetAsync("api/digest.schema.json");
        Assert.Equal("application/schema+json", schema.Content.Headers.ContentType!.MediaType);
        Assert.Contains("2020-12", await schema.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_has_pages_for_all_of_it()
    {
        var call = await intake.OpenCallAsync();
        var sent = (await intake.PostAsync(call, new { text = "Donors should pay for the forum every year." })).GetProperty("id").GetString()!;
        await intake.AnalysedAsync(call, sent);
        Assert.Equal(HttpStatusCode.NotFound, (await intake.Anonymous.GetAsync($"calls/{call}/digests/1")).StatusCode);
        await intake.DigestAsync(call);

        Assert.Contains($"/calls/{call}/digests/1", await intake.Anonymous.GetStringAsync($"calls/{call}/digests"), StringComparison.Ordinal);
        var first = await intake.Anonymous.GetStringAsync($"calls/{call}/digests/latest");
        foreach (var part in new[] { "process", "reception", "participation", "changes", "method", "corrections" })
        {
            Assert.Contains($"?section={part}", first, StringComparison.Ordinal);
            Assert.Contains($"<h1 id=\"{part}\">", await intake.Anonymous.GetStringAsync($"calls/{call}/digests/1?section={part}"), StringComparison.Ordinal);
        }

        Assert.Contains($"/calls/{call}/contributions/{sent}", await intake.Anonymous.GetStringAsync($"calls/{call}/digests/1/ledger"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await intake.Anonymous.GetAsync($"calls/{call}/digests/1?section=none")).StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_or_not_offered_is_said()
    {
        var call = await intake.OpenCallAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await intake.Anonymous.GetAsync($"api/calls/{call}/digests/latest")).StatusCode);
        await intake.DigestAsync(call);
        Assert.Equal(HttpStatusCode.NotFound, (await intake.Anonymous.GetAsync($"api/calls/{call}/digests/7")).StatusCode);
        Assert.Equal(HttpStatusCode.NotAcceptable, (await intake.Anonymous.GetAsync($"api/calls/{call}/digests/1.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await intake.Anonymous.PostAsync($"api/calls/{call}/digests", null)).StatusCode);
    }

    [Fact]
    public async Task A_schedule_that_came_while_nothing_ran_is_caught_up_once_and_sent_once()
    {
        var call = await intake.OpenCallAsync();
        await SendAsync(call, "Donors should pay for the forum every year.");
        var recipient = $"{call}@example.org";
        var put = await intake.Http.PutAsJsonAsync($"api/calls/{call}", new
        {
            title = "Scheduled",
            opens = "2026-01-01",
            closes = "2036-01-01",
            digest = new { schedule = "0 0 8 1 1 *", recipients = new[] { recipient } },
        });
        Assert.True(put.IsSuccessStatusCode);
        for (var runs = 0; runs < 3; runs++)
            await intake.Get<DigestIssuer>().IssueDueAsync(CancellationToken.None);
        var latest = (await intake.Get<DigestStore>().LatestAsync(call, CancellationToken.None))!;
        Assert.Equal(1, latest.Number);
        Assert.Equal(8, latest.ScheduledFor!.Value.Hour);
        var sent = await intake.MailToAsync(recipient);
        Assert.Equal("Scheduled: digest 1", sent.GetProperty("subject").GetString());
        Assert.Equal("auto-generated", sent.GetProperty("headers").GetProperty("auto-submitted").GetString());
        Assert.Equal(1, await LettersAsync(recipient));
    }

    [Fact]
    public async Task Two_compilers_at_once_issue_two_whole_digests()
    {
        var call = await intake.OpenCallAsync();
        await SendAsync(call, "Donors should pay for the forum every year.");
        var stored = (await intake.Get<CallStore>().FindAsync(call, CancellationToken.None))!.Call;
        var issued = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => intake.Get<DigestIssuer>().IssueAsync(stored, send: false, CancellationToken.None)));
        Assert.Equal([1, 2, 3], issued.Select(row => row.Number).Order());
        for (var number = 1; number <= 3; number++)
        {
            var digest = await intake.GetAsync($"api/calls/{call}/digests/{number}");
            Assert.Equal(number, digest.GetProperty("number").GetInt32());
        }
    }

    [Fact]
    public async Task A_digest_issued_by_a_process_that_died_is_still_sent()
    {
        var recipient = $"r{Ids.New(TimeProvider.System.GetUtcNow())}@example.org";
        var call = await intake.OpenCallAsync(recipients: [recipient]);
        var digests = intake.Get<DigestStore>();
        var stored = (await intake.Get<CallStore>().FindAsync(call, CancellationToken.None))!.Call;
        var row = await intake.Get<DigestIssuer>().IssueAsync(stored, send: false, CancellationToken.None);
        await intake.Get<StorageClients>().Table(Tables.Digests).AddEntityAsync(new TableEntity(call, "p|lost") { ["Number"] = row.Number });
        Assert.Equal([row.Number], await digests.UnannouncedAsync(call, CancellationToken.None));
        await intake.Get<DigestIssuer>().IssueDueAsync(CancellationToken.None);
        Assert.Equal(1, await LettersAsync(recipient));
    }

    [Fact]
    public async Task A_digest_that_is_not_to_be_sent_is_not_sent_by_the_next_process_either()
    {
        var recipient = $"r{Ids.New(TimeProvider.System.GetUtcNow())}@example.org";
        var call = await intake.OpenCallAsync(recipients: [recipient]);
        var stored = (await intake.Get<CallStore>().FindAsync(call, CancellationToken.None))!.Call;
        var cutOff = new DigestStore(LostAnswers.Of(intake, request => request.Method == Azure.Core.RequestMethod.Post));
        var issuer = ActivatorUtilities.CreateInstance<DigestIssuer>(intake.Services, cutOff);
        await Assert.ThrowsAsync<IOException>(() => issuer.IssueAsync(stored, send: false, CancellationToken.None));
        Assert.NotNull(await intake.Get<DigestStore>().LatestAsync(call, CancellationToken.None));
        await intake.Get<DigestIssuer>().IssueDueAsync(CancellationToken.None);
        Assert.Equal(0, await LettersAsync(recipient));
    }

    private async Task SendAsync(string call, string text) =>
        await intake.AnalysedAsync(call, (await intake.PostAsync(call, new { text })).GetProperty("id").GetString()!);

    private async Task<int> LettersAsync(string to) =>
        (await intake.LettersToAsync(to)).Count(letter => letter.Kind == nameof(LetterKind.Digest));
}
