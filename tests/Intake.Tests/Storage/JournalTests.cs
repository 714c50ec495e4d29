using Azure.Data.Tables;
using Intake.Storage;
using Microsoft.Extensions.Configuration;

namespace Intake.Tests.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class JournalTests(AzuriteFixture azurite)
{
    private const int Entries = 700;

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>More than a page of one partition, and a few in every other.</summary>
    [Fact]
    public async Task Entries_come_oldest_first_over_all_partitions_and_pages()
    {
        var (list, call) = await FilledAsync();

        var read = new List<JournalEntry>();
        await foreach (var entry in list.JournalAsync(call, default, CancellationToken.None))
            read.Add(entry);

        Assert.Equal(Enumerable.Range(0, Entries).Select(At), read.Select(entry => entry.At));
    }

    [Fact]
    public async Task Entries_before_the_time_asked_for_are_left_out()
    {
        var (list, call) = await FilledAsync();

        var read = new List<JournalEntry>();
        await foreach (var entry in list.JournalAsync(call, At(600), CancellationToken.None))
            read.Add(entry);

        Assert.Equal(Enumerable.Range(600, Entries - 600).Select(At), read.Select(entry => entry.At));
    }

    [Fact]
    public async Task Of_several_sequences_no_more_is_read_than_is_asked_for()
    {
        var taken = 0;
        async IAsyncEnumerable<string> EndlessAsync(string prefix)
        {
            for (var i = 0; ; i++)
            {
                taken++;
                await Task.Yield();
                yield return $"{i:000}{prefix}";
            }
        }

        var read = new List<string>();
        await foreach (var one in OrderedMerge.Of([EndlessAsync("a"), EndlessAsync("b")], key => key, CancellationToken.None))
        {
            read.Add(one);
            if (read.Count == 5)
                break;
        }

        Assert.Equal(["000a", "000b", "001a", "001b", "002a"], read);
        Assert.InRange(taken, 5, 7);
    }

    private static DateTimeOffset At(int number) => Start.AddSeconds(number);

    private async Task<(ContributionList List, string Call)> FilledAsync()
    {
        var call = UniqueName.Of("journal");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", azurite.ConnectionString)]).Build();
        var storage = StorageClients.From(configuration);
        var table = storage.Table(Tables.Contributions);
        await table.CreateIfNotExistsAsync();
        var random = new Random(1);
        var actions = Enumerable.Range(0, Entries)
            .Select(number =>
            {
                // Every second one in one partition.
                var id = number % 2 == 0 ? $"{new string('0', Ids.Length - 1)}0" : $"{new string('0', Ids.Length - 1)}{random.Next(1, 10)}";
                var entry = new JournalEntry(At(number), id, 1, JournalKind.Received);
                var row = new TableEntity(ContributionKeys.Partition(call, id), ContributionKeys.Journal(entry)) { ["Entry"] = System.Text.Json.JsonSerializer.Serialize(entry, Json.Options) };
                return new TableTransactionAction(TableTransactionActionType.Add, row);
            });
        foreach (var batch in actions.GroupBy(action => action.Entity.PartitionKey).SelectMany(partition => partition.Chunk(100)))
            await table.SubmitTransactionAsync(batch);
        return (new ContributionList(storage), call);
    }
}
