using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Intake.Outbox;
using Intake.Receive;
using Intake.Receive.Mail;
using Intake.Storage;

namespace Intake.Tests.Pipeline;

/// <summary>What was stored but never queued is found.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class SweepTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task A_contribution_whose_message_was_lost_is_queued_again()
    {
        var call = await intake.OpenCallAsync();
        var (row, _) = await StoredAsync(call);
        Assert.Equal(Status.Received, (await intake.Get<ContributionStore>().FindAsync(call, row.Id, CancellationToken.None))!.Status);

        await intake.Get<Sweep>().RunAsync(CancellationToken.None);
        Assert.True(await intake.Get<ContributionStore>().IsPendingAsync(call, row, CancellationToken.None));
        await AgeAsync(Tables.Contributions, row.PartitionKey, $"p|{row.Id}|0001", sweeps: 0);
        await intake.Get<Sweep>().RunAsync(CancellationToken.None);
        await intake.AnalysedAsync(call, row.Id);
    }

    [Fact]
    public async Task Of_several_workers_that_finish_a_revision_one_does_and_nothing_is_left_to_sweep()
    {
        var call = await intake.OpenCallAsync();
        var (row, _) = await StoredAsync(call);
        var store = intake.Get<ContributionStore>();
        var copies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => store.FindAsync(call, row.Id, CancellationToken.None)));
        var finished = await Task.WhenAll(copies.Select(copy => store.TryFinishAsync(call, copy!, Status.Analysed, CancellationToken.None)));
        Assert.Single(finished, won => won);
        Assert.False(await store.IsPendingAsync(call, row, CancellationToken.None));
        var kinds = new List<JournalKind>();
        await foreach (var entry in intake.Get<ContributionList>().JournalAsync(call, default, CancellationToken.None))
            kinds.Add(entry.Kind);
        Assert.Equal([JournalKind.Received, JournalKind.Analysed], kinds);
    }

    [Theory]
    [InlineData(Status.Received)]
    [InlineData(Status.Phrased)]
    public async Task What_never_comes_to_an_end_is_given_up_with_a_reason_and_can_be_sent_round_again(Status reached)
    {
        var call = await intake.OpenCallAsync();
        var (row, _) = await StoredAsync(call);
        var store = intake.Get<ContributionStore>();
        Assert.True(await store.TryAdvanceAsync((await store.FindAsync(call, row.Id, CancellationToken.None))!, reached, CancellationToken.None));
        await AgeAsync(Tables.Contributions, row.PartitionKey, $"p|{row.Id}|0001", Sweep.MaxSweeps);
        await intake.Get<Sweep>().RunAsync(CancellationToken.None);
        var failed = await intake.UntilAsync(call, row.Id, "failed");
        Assert.NotEmpty(failed.GetProperty("reason").GetString()!);

        await intake.Get<Requeuer>().RunAsync(CancellationToken.None);
        await intake.AnalysedAsync(call, row.Id);
    }

    [Fact]
    public async Task A_revision_replaced_before_it_was_read_leaves_nothing_to_sweep()
    {
        var call = await intake.OpenCallAsync();
        var (first, _) = await StoredAsync(call);
        var store = intake.Get<ContributionStore>();
        var second = (await store.FindAsync(call, first.Id, CancellationToken.None))!;
        second.Revision = 2;
        Assert.True(await store.TryReviseAsync(call, second, CancellationToken.None));
        Assert.False(await store.IsPendingAsync(call, first, CancellationToken.None));
        Assert.True(await store.IsPendingAsync(call, second, CancellationToken.None));
    }

    [Fact]
    public async Task A_mail_that_came_in_time_is_taken_although_it_is_read_after_the_closing()
    {
        var call = await intake.OpenCallAsync(opens: "2020-01-01T00:00:00Z", closes: "2020-02-01T00:00:00Z");
        var contribution = await LostMailAsync(call, new DateTimeOffset(2020, 1, 31, 23, 59, 59, TimeSpan.Zero));
        var record = await intake.AnalysedAsync(call, contribution);
        Assert.False(record.GetProperty("late").GetBoolean());
        Assert.Equal(2020, record.GetProperty("received").GetDateTimeOffset().Year);
    }

    [Fact]
    public async Task A_mail_whose_message_was_lost_is_read()
    {
        var call = await intake.OpenCallAsync();
        await intake.AnalysedAsync(call, await LostMailAsync(call, TimeProvider.System.GetUtcNow()));
    }

    [Fact]
    public async Task An_outgoing_mail_whose_message_was_lost_is_sent()
    {
        var id = Ids.New(TimeProvider.System.GetUtcNow());
        await AddMarkedAsync(Tables.Outbox, id, Queues.Outbox, new OutboxRow { Id = id, Kind = nameof(LetterKind.Unplaced), To = $"{UniqueName.Of("swept")}@example.org", Created = TimeProvider.System.GetUtcNow() });
        await intake.Get<Sweep>().RunAsync(CancellationToken.None);
        await Eventually.TrueAsync(
            async () => (await intake.Get<OutboxStore>().Mails.FindAsync(id, CancellationToken.None))!.Sent is not null,
            "the mail is sent");
    }

    /// <summary>Stores a mail as after a crash before its queue message, sweeps, and gives the contribution it becomes.</summary>
    private async Task<string> LostMailAsync(string call, DateTimeOffset received)
    {
        var id = Ids.New(TimeProvider.System.GetUtcNow());
        await new BlobContainerClient(intake.ConnectionString, Containers.Mails).UploadBlobAsync(
            id, new BinaryData($"From: a@example.org\r\nTo: call+{call}@example.org\r\nMessage-ID: <{id}@s>\r\n\r\nDonors should pay.\r\n"));
        await AddMarkedAsync(Tables.Mails, id, Queues.Mailed, new MailRow { Id = id, Container = Containers.Mails, Blob = id, ContentType = "message/rfc822", Received = received });
        await intake.Get<Sweep>().RunAsync(CancellationToken.None);
        return await Eventually.Async(async () =>
        {
            var row = (await intake.Get<MailStore>().Mails.FindAsync(id, CancellationToken.None))!;
            if (row.Outcome is not null)
                Assert.Equal(nameof(MailOutcome.Contribution), row.Outcome);
            return (row.Contribution is not null, row.Contribution!);
        });
    }

    /// <summary>As after a crash between the rows and the queue message.</summary>
    private async Task<(ContributionRow Row, Upload Upload)> StoredAsync(string call)
    {
        var upload = intake.Get<Receiver>().NewUpload();
        using var content = new MemoryStream("Donors should pay for the forum."u8.ToArray());
        await upload.AddAsync("text.txt", "text/plain", content, 1000, CancellationToken.None);
        var now = TimeProvider.System.GetUtcNow();
        var row = new ContributionRow
        {
            PartitionKey = $"{call}|{Ids.Bucket(upload.Id)}",
            RowKey = $"c|{upload.Id}",
            Id = upload.Id,
            Revision = 1,
            State = nameof(Status.Received),
            Received = now,
            Revised = now,
            Via = nameof(Channel.Api),
            Upload = upload.Id,
            DocumentsJson = System.Text.Json.JsonSerializer.Serialize(upload.Documents, Json.Options),
        };
        await intake.Get<ContributionStore>().AddAsync(call, row, CancellationToken.None);
        return (row, upload);
    }

    private async Task AddMarkedAsync(string table, string id, string queue, ITableEntity row)
    {
        (row.PartitionKey, row.RowKey) = (Ids.Bucket(id), $"m|{id}");
        var client = intake.Get<StorageClients>().Table(table);
        await client.AddEntityAsync(row);
        await client.AddEntityAsync(new PendingRow
        {
            PartitionKey = row.PartitionKey,
            RowKey = $"p|{id}",
            Queue = queue,
            Message = id,
            Since = TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(1),
        });
    }

    private async Task AgeAsync(string table, string partition, string rowKey, int sweeps)
    {
        var client = intake.Get<StorageClients>().Table(table);
        var row = (await client.GetEntityAsync<PendingRow>(partition, rowKey)).Value;
        (row.Since, row.Sweeps) = (row.Since - TimeSpan.FromHours(1), sweeps);
        await client.UpdateEntityAsync(row, row.ETag);
    }
}
