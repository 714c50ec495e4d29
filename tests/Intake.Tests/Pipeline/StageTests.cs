using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Intake.Extract;
using Intake.KeyPhrases;
using Intake.Receive;
using Intake.Storage;
using Intake.Themes;

namespace Intake.Tests.Pipeline;

/// <summary>Messages that come twice, at the same time, too late, or that keep failing.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class StageTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    private const string Text = "Donors should pay. Developing countries need travel support and remote participation.";

    [Fact]
    public async Task A_message_handled_twice_and_by_two_workers_at_once_gives_the_same_once()
    {
        var call = await intake.OpenCallAsync();
        var id = (await intake.PostAsync(call, new { text = Text })).GetProperty("id").GetString()!;
        await intake.AnalysedAsync(call, id);
        var before = await SnapshotAsync(call, id);

        var message = new StageMessage(call, id, 1).ToString();
        IQueueStage[] stages = [intake.Get<Extractor>(), intake.Get<PhraseFinder>(), intake.Get<Classifier>()];
        foreach (var stage in stages)
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.HandleAsync(message, CancellationToken.None)));
        Assert.Equal(before, await SnapshotAsync(call, id));
    }

    [Fact]
    public async Task Two_workers_on_a_fresh_contribution_write_one_journal_entry()
    {
        var call = await intake.OpenCallAsync();
        for (var round = 0; round < 5; round++)
        {
            var id = (await intake.PostAsync(call, new { text = $"{Text} Round {round}." })).GetProperty("id").GetString()!;
            var message = new StageMessage(call, id, 1).ToString();
            IQueueStage[] stages = [intake.Get<Extractor>(), intake.Get<PhraseFinder>(), intake.Get<Classifier>()];
            foreach (var stage in stages)
                await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => stage.HandleAsync(message, CancellationToken.None)));
            await intake.AnalysedAsync(call, id);
            Assert.Equal([JournalKind.Received, JournalKind.Analysed], await JournalAsync(call, id));
        }
    }

    [Fact]
    public async Task What_keeps_failing_ends_in_poison_with_a_reason_and_goes_round_again_on_demand()
    {
        var call = await intake.OpenCallAsync();
        var upload = intake.Get<Receiver>().NewUpload();
        var id = (await intake.PostAsync(call, new { text = Text })).GetProperty("id").GetString()!;
        await intake.AnalysedAsync(call, id);

        // A second revision whose original has gone missing: a fault of storage, not of the contributor.
        var store = intake.Get<ContributionStore>();
        var row = (await store.FindAsync(call, id, CancellationToken.None))!;
        (var found, row.Upload, row.Revision, row.State) = (row.Upload, upload.Id, 2, nameof(Status.Received));
        Assert.True(await store.TryReviseAsync(call, row, CancellationToken.None));
        await intake.Get<QueueSender>().SendAsync(Queues.Received, new StageMessage(call, id, 2).ToString(), CancellationToken.None);
        var failed = await intake.UntilAsync(call, id, "failed");
        Assert.Contains("received", failed.GetProperty("reason").GetString(), StringComparison.Ordinal);
        var poison = new QueueClient(intake.ConnectionString, Queues.Received + Queues.PoisonSuffix, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await Eventually.TrueAsync(
            async () => (await poison.ExistsAsync()).Value && (await poison.PeekMessagesAsync(32)).Value.Any(message => message.Body.ToString().Contains(id, StringComparison.Ordinal)),
            "a poison message");
        Assert.Contains(JournalKind.Failed, await JournalAsync(call, id));
        var ledger = (await intake.DigestAsync(call)).GetProperty("ledger").GetProperty("rows");
        Assert.Equal("failed", Assert.Single(ledger.EnumerateArray()).GetProperty("status").GetString());

        // The original is there again, and one command sends everything round.
        var blobs = new BlobContainerClient(intake.ConnectionString, Containers.Originals);
        var original = await blobs.GetBlobClient($"{Ids.Bucket(found)}/{found}/1").DownloadContentAsync();
        await blobs.UploadBlobAsync($"{Ids.Bucket(upload.Id)}/{upload.Id}/1", original.Value.Content);
        Assert.True((await intake.Get<Requeuer>().RunAsync(CancellationToken.None))[Queues.Received] >= 1);
        await intake.AnalysedAsync(call, id);
        Assert.Equal("analysed", Assert.Single((await intake.DigestAsync(call)).GetProperty("ledger").GetProperty("rows").EnumerateArray()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_is_a_recorded_outcome_and_the_rest_goes_on()
    {
        var call = await intake.OpenCallAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Text), "text" },
            { new ByteArrayContent([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), "file", "broken.docx" },
        };
        var posted = await intake.Anonymous.PostAsync($"api/calls/{call}/contributions", form);
        var id = (await posted.AcceptedAsync()).GetProperty("id").GetString()!;
        var record = await intake.AnalysedAsync(call, id);
        var broken = record.GetProperty("documents").EnumerateArray().Single(document => document.GetProperty("name").GetString() == "broken.docx");
        Assert.NotEmpty(broken.GetProperty("problem").GetString()!);
        Assert.NotEmpty(record.GetProperty("themes").EnumerateArray());
    }

    private async Task<string> SnapshotAsync(string call, string id) =>
        await intake.Anonymous.GetStringAsync($"api/calls/{call}/contributions/{id}") + string.Join(',', await JournalAsync(call, id));

    private async Task<List<JournalKind>> JournalAsync(string call, string id)
    {
        var kinds = new List<JournalKind>();
        await foreach (var entry in intake.Get<ContributionList>().JournalAsync(call, default, CancellationToken.None))
        {
            if (entry.Contribution == id)
                kinds.Add(entry.Kind);
        }

        return kinds;
    }
}
