using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Intake.Storage;

/// <summary>
/// A table of things to do once: each has a row that stays and, until it is done, a pending mark in the same partition.
/// Rows are added with their mark and finished without it in one transaction.
/// </summary>
/// <typeparam name="T">The row; its id is 0-9 and a-z.</typeparam>
public sealed class Worklist<T>(StorageClients storage, string table, string queue, TimeProvider time)
    where T : class, ITableEntity
{
    private readonly TableClient _table = storage.Table(table);
    private readonly QueueSender _sender = new(storage);

    /// <summary>Adds the row and queues its id. Adding a row that is there already changes nothing.</summary>
    /// <param name="delay">How long its message waits.</param>
    /// <returns>False when it was there already.</returns>
    public async Task<bool> AddAsync(string id, T row, CancellationToken cancellation, TimeSpan? delay = null)
    {
        (row.PartitionKey, row.RowKey) = (Ids.Bucket(id), Row(id));
        try
        {
            await _table.SubmitTransactionAsync(
                [new(TableTransactionActionType.Add, row), new(TableTransactionActionType.Add, Mark(id))], cancellation);
        }
        catch (TableTransactionFailedException fault) when (fault.Status == 409)
        {
            // Safe: both rows were added together before; if its message was lost, the sweep sends another.
            return false;
        }

        await _sender.SendAsync(queue, id, cancellation, delay);
        return true;
    }

    /// <summary>Queues a row that is there, sooner than the message it was added with.</summary>
    public Task SendAsync(string id, CancellationToken cancellation) => _sender.SendAsync(queue, id, cancellation);

    /// <summary>Queues a pending row for later; the sweep leaves it alone until then.</summary>
    public async Task PostponeAsync(string id, DateTimeOffset until, CancellationToken cancellation)
    {
        var mark = Mark(id);
        mark.Since = until;
        try
        {
            await _table.UpdateEntityAsync(mark, ETag.All, TableUpdateMode.Replace, cancellation);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // Safe: it is done. A mark made anew would never go away again.
            return;
        }

        var delay = until - time.GetUtcNow();
        await _sender.SendAsync(queue, id, cancellation, delay > TimeSpan.Zero ? delay : null);
    }

    public async Task<T?> FindAsync(string id, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<T>(Ids.Bucket(id), Row(id), cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>Writes the row as it is now and takes its mark away; false when another worker finished it first.</summary>
    public async Task<bool> TryFinishAsync(string id, T row, CancellationToken cancellation)
    {
        try
        {
            await _table.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Delete, Mark(id), ETag.All),
                    new(TableTransactionActionType.UpdateReplace, row, ETag.All),
                ],
                cancellation);
            return true;
        }
        catch (TableTransactionFailedException fault) when (fault.Status == 404)
        {
            // Safe: another worker took the mark away, and wrote the row with it.
            return false;
        }
    }

    /// <summary>Does a finished or failed row once more.</summary>
    /// <param name="send">False when the caller sends the message itself.</param>
    public async Task AgainAsync(string id, T row, bool send, CancellationToken cancellation)
    {
        await _table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.UpsertReplace, Mark(id)),
                new(TableTransactionActionType.UpdateReplace, row, ETag.All),
            ],
            cancellation);
        if (send)
            await _sender.SendAsync(queue, id, cancellation);
    }

    /// <summary>What waits since before <paramref name="before"/>.</summary>
    public async IAsyncEnumerable<PendingRow> PendingAsync(
        DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var partition in Ids.Buckets)
        {
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {"p|"} and RowKey lt {"p}"} and Since lt {before}");
            await foreach (var row in _table.QueryAsync<PendingRow>(filter, cancellationToken: cancellation))
                yield return row;
        }
    }

    private static string Row(string id) => $"m|{id}";

    private PendingRow Mark(string id) => new()
    {
        PartitionKey = Ids.Bucket(id),
        RowKey = $"p|{id}",
        Queue = queue,
        Message = id,
        Since = time.GetUtcNow(),
    };
}
