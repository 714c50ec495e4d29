using Intake.Receive;
using Intake.Synthesis;

namespace Intake.Tests.Synthesis;

/// <summary>A ledger of many chunks, of which few are in memory at a time.</summary>
public sealed class LedgerBookTests
{
    private const int Many = 8_000;

    private readonly MemoryLedger _store = new();

    [Fact]
    public async Task However_it_came_about_the_same_ledger_has_the_same_chunks()
    {
        var once = await SavedAsync([], Rows(Many, revision: number => number % 100 == 0 ? 2 : 1));
        var some = await SavedAsync([], Rows(Many / 2, _ => 1));
        var steps = await SavedAsync(some, Rows(Many, number => number % 100 == 0 ? 2 : 1).Where(row => row.Revision == 2 || string.CompareOrdinal(row.Id, Id(Many / 2)) >= 0));
        Assert.Equal(once, steps);
        Assert.Equal(Many, once.Sum(chunk => chunk.Count));
    }

    [Fact]
    public async Task What_was_put_is_found_again_and_read_in_order_of_ids()
    {
        var book = new LedgerBook("call", [], _store);
        foreach (var row in Rows(Many, _ => 1))
            await book.PutAsync(row, CancellationToken.None);
        Assert.Equal(Id(17), (await book.FindAsync(Id(17), CancellationToken.None))!.Id);
        Assert.Null(await book.FindAsync("c9", CancellationToken.None));

        var read = new List<string>();
        await foreach (var rows in book.AllAsync(CancellationToken.None))
            read.AddRange(rows.Select(row => row.Id));
        Assert.Equal(Enumerable.Range(0, Many).Select(Id), read);
    }

    [Fact]
    public async Task One_change_reads_and_writes_one_chunk()
    {
        var chunks = await SavedAsync([], Rows(Many, _ => 1));
        _store.Read.Clear();
        var written = _store.Written;
        await SavedAsync(chunks, [Row(4_000, revision: 2)]);
        Assert.Single(_store.Read);
        Assert.Equal(written + 1, _store.Written);
    }

    private async Task<IReadOnlyList<LedgerChunk>> SavedAsync(IReadOnlyList<LedgerChunk> chunks, IEnumerable<ContributionState> rows)
    {
        var book = new LedgerBook("call", chunks, _store);
        foreach (var row in rows)
            await book.PutAsync(row, CancellationToken.None);
        return await book.SaveAsync(CancellationToken.None);
    }

    private static IEnumerable<ContributionState> Rows(int count, Func<int, int> revision) =>
        Enumerable.Range(0, count).Select(number => Row(number, revision(number)));

    private static string Id(int number) => $"c{number:00000}";

    private static ContributionState Row(int number, int revision) => new()
    {
        Id = Id(number),
        Revision = revision,
        Outcome = Outcome.Included,
        Received = Sample.Opens,
        Contributor = new Contributor(),
        Latest = new EntryMark(revision, Sample.Opens, default, null),
    };
}
