using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Intake.Calls;
using Intake.Outbox;
using Intake.Receive;
using Intake.Storage;

namespace Intake.Tests.Pipeline;

/// <summary>The same request twice, revisions, withdrawals.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class RetryTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task The_same_key_and_body_give_the_same_answer_and_one_contribution()
    {
        var call = await intake.OpenCallAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(call, "key-1", "Donors should pay.")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.Status));
        Assert.Single(answers.Select(answer => answer.Body).Distinct());
        Assert.Equal(1, await CountAsync(call));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        var call = await intake.OpenCallAsync();
        await SendAsync(call, "key-1", "Donors should pay.");
        var (status, body) = await SendAsync(call, "key-1", "Nobody should pay.");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("idempotency-key-reused", body, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(call));
    }

    [Fact]
    public async Task A_retry_after_the_closing_gets_the_answer_that_was_lost_and_nothing_new_is_taken()
    {
        var call = await intake.OpenCallAsync();
        var (_, body) = await SendAsync(call, "key-1", "Donors should pay.");
        var put = await intake.Http.PutAsJsonAsync($"api/calls/{call}", new { title = "Closed", opens = "2026-01-01", closes = TimeProvider.System.GetUtcNow() });
        Assert.True(put.IsSuccessStatusCode);
        var (status, again) = await SendAsync(call, "key-1", "Donors should pay.");
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal(body, again);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(call, "key-2", "Donors should pay.")).Status);
        Assert.Equal(1, await CountAsync(call));
    }

    [Fact]
    public async Task The_same_key_in_another_call_is_another_contribution()
    {
        var first = await intake.OpenCallAsync();
        var second = await intake.OpenCallAsync();
        await SendAsync(first, "key-1", "Donors should pay.");
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(second, "key-1", "Nobody should pay.")).Status);
    }

    [Fact]
    public async Task A_double_click_without_a_key_is_one_contribution_and_a_campaign_is_many()
    {
        var call = await intake.OpenCallAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => intake.PostAsync(call, new { text = "Equal text.", email = "one@example.org" })));
        Assert.Equal(1, await CountAsync(call));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => intake.PostAsync(call, new { text = "Equal text.", email = $"other{i}@example.org" })));
        Assert.Equal(5, await CountAsync(call));
    }

    [Fact]
    public async Task A_claim_whose_rows_were_never_written_is_completed_by_the_same_request()
    {
        var call = await intake.OpenCallAsync();
        var (_, body) = await SendAsync(call, "key-1", "Donors should pay.");
        var first = JsonDocument.Parse(body).RootElement;
        var id = first.GetProperty("id").GetString()!;
        await intake.AnalysedAsync(call, id);

        // As after a crash between the claim and the rows.
        var table = intake.Get<StorageClients>().Table(Tables.Contributions);
        await foreach (var row in table.QueryAsync<Azure.Data.Tables.TableEntity>($"PartitionKey eq '{call}|{Ids.Bucket(id)}'"))
            await table.DeleteEntityAsync(row);
        Assert.Equal(0, await CountAsync(call));

        Assert.Equal(body, (await SendAsync(call, "key-1", "Donors should pay.")).Body);
        await intake.AnalysedAsync(call, id);
        Assert.Equal(1, await CountAsync(call));
    }

    [Fact]
    public async Task When_nobody_learns_that_the_key_was_claimed_the_documents_stay_for_the_next_try()
    {
        var id = await intake.OpenCallAsync();
        var call = (await intake.Get<CallStore>().FindAsync(id, CancellationToken.None))!.Call;
        var lossy = new RequestStore(LostAnswers.Of(intake, request => request.Method == Azure.Core.RequestMethod.Post && request.Uri.Path.Contains(Tables.Requests, StringComparison.Ordinal)));
        await Assert.ThrowsAsync<IOException>(() => ReceiveAsync(ReceiverOf(lossy)));

        var answer = await ReceiveAsync(ReceiverOf(intake.Get<RequestStore>()));
        await intake.AnalysedAsync(id, answer.Id);
        Assert.Equal("Donors should pay.", await intake.Anonymous.GetStringAsync($"api/calls/{id}/contributions/{answer.Id}/documents/1"));

        Receiver ReceiverOf(RequestStore requests) => new(
            intake.Get<ContributionStore>(), requests, intake.Get<Originals>(), intake.Get<QueueSender>(), intake.Get<Receipts>(),
            intake.Get<OutboxStore>(), TimeProvider.System);

        async Task<Acknowledgement> ReceiveAsync(Receiver receiver)
        {
            var upload = receiver.NewUpload();
            try
            {
                var submission = new Submission { Text = "Donors should pay." };
                await SubmissionReader.StoreTypedAsync(submission, upload, CancellationToken.None);
                return await receiver.ReceiveAsync(call, submission, upload, Channel.Api, new RequestIdentity($"key-{id}", false, ""), CancellationToken.None);
            }
            finally
            {
                await upload.DiscardUnlessKeptAsync();
            }
        }
    }

    [Fact]
    public async Task A_revision_with_the_receipt_replaces_and_the_earlier_text_stays_reachable()
    {
        var call = await intake.OpenCallAsync();
        var sent = await intake.PostAsync(call, new { text = "Donors should pay for the forum every year, as they do now." });
        var id = sent.GetProperty("id").GetString()!;
        await intake.AnalysedAsync(call, id);
        var path = $"api/calls/{call}/contributions/{id}";

        Assert.Equal(HttpStatusCode.Unauthorized, (await intake.Anonymous.PostAsJsonAsync($"{path}/revisions", new { text = "No." })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await intake.Anonymous.PostAsJsonAsync($"{path}/revisions?receipt=wrong", new { text = "No." })).StatusCode);
        var revised = await intake.Anonymous.PostAsJsonAsync(
            $"{path}/revisions", new { text = "Members should pay for the forum every year.", receipt = sent.GetProperty("receipt").GetString() });
        Assert.Equal(HttpStatusCode.Accepted, revised.StatusCode);
        Assert.Equal(2, (await revised.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("revision").GetInt32());

        await intake.AnalysedAsync(call, id);
        Assert.StartsWith("Members", await intake.Anonymous.GetStringAsync($"{path}/documents/1/text"), StringComparison.Ordinal);
        Assert.StartsWith("Donors", await intake.Anonymous.GetStringAsync($"{path}/documents/1/text?revision=1"), StringComparison.Ordinal);
        var ledger = (await intake.DigestAsync(call)).GetProperty("ledger").GetProperty("rows");
        Assert.Equal(2, Assert.Single(ledger.EnumerateArray()).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task Revisions_that_meet_get_numbers_of_their_own()
    {
        var call = await intake.OpenCallAsync();
        var sent = await intake.PostAsync(call, new { text = "First." });
        var path = $"api/calls/{call}/contributions/{sent.GetProperty("id").GetString()}/revisions?receipt={sent.GetProperty("receipt").GetString()}";
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => intake.Anonymous.PostAsJsonAsync(path, new { text = $"Revision by hand {i}." })));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        var numbers = await Task.WhenAll(answers.Select(async answer => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("revision").GetInt32()));
        Assert.Equal([2, 3, 4, 5], numbers.Order());
    }

    [Fact]
    public async Task What_is_withdrawn_is_shown_no_more_and_stays_in_the_ledger()
    {
        var call = await intake.OpenCallAsync();
        var sent = await intake.PostAsync(call, new { text = "The donors of the walrus fund should pay.", name = "Gone Person" });
        var id = sent.GetProperty("id").GetString()!;
        await intake.AnalysedAsync(call, id);
        var path = $"api/calls/{call}/contributions/{id}";
        Assert.Equal(HttpStatusCode.Unauthorized, (await intake.Anonymous.DeleteAsync(path)).StatusCode);
        for (var twice = 0; twice < 2; twice++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, path);
            request.Headers.Authorization = new("Bearer", sent.GetProperty("receipt").GetString());
            var answer = await intake.Anonymous.SendAsync(request);
            Assert.Equal("withdrawn", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString());
        }

        Assert.Equal(HttpStatusCode.Gone, (await intake.Anonymous.GetAsync($"{path}/documents/1")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await intake.Anonymous.GetAsync($"{path}/documents/1/text")).StatusCode);
        var digest = await intake.DigestAsync(call);
        Assert.Equal("withdrawn", Assert.Single(digest.GetProperty("ledger").GetProperty("rows").EnumerateArray()).GetProperty("status").GetString());
        var shown = digest + await intake.Anonymous.GetStringAsync(path) + await intake.Anonymous.GetStringAsync($"api/calls/{call}/contributions");
        Assert.DoesNotContain("walrus", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Gone Person", shown, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(string call, string key, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/calls/{call}/contributions") { Content = JsonContent.Create(new { text }) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await intake.Anonymous.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<int> CountAsync(string call) =>
        (await intake.GetAsync($"api/calls/{call}/contributions")).GetProperty("contributions").GetArrayLength();
}
