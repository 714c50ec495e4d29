using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Intake.Storage;

namespace Intake.FollowUps;

/// <summary>A row of the table <c>followup</c>: one request, decision or forum.</summary>
public sealed class FollowUpRow : Row
{
    /// <summary>JSON, as bytes: of those a property holds 64 KiB, whatever JSON escapes.</summary>
    public byte[] Value { get; set; } = [];
}

/// <summary>
/// One kind of thing in the table <c>followup</c>. A call is one partition: the secretariat's own entries are few, and
/// people who ask for corrections come one by one.
/// </summary>
/// <param name="prefix">What the kind's row keys begin with.</param>
public abstract class FollowUpTable<T>(StorageClients storage, string prefix)
    where T : class
{
    private readonly TableClient _table = storage.Table(Tables.FollowUp);

    /// <summary>All of a call, in the order of their ids.</summary>
    protected Task<IReadOnlyList<T>> RowsAsync(string call, CancellationToken cancellation) =>
        PageAsync(call, after: null, int.MaxValue, cancellation);

    /// <summary>A page in the order of ids.</summary>
    /// <param name="after">The last id of the page before, or null.</param>
    /// <param name="limit">Rows at most.</param>
    public async Task<IReadOnlyList<T>> PageAsync(string call, string? after, int limit, CancellationToken cancellation)
    {
        var (from, to) = (Key(after ?? ""), prefix + "}");
        var found = new List<T>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {call} and RowKey gt {from} and RowKey lt {to}");
        await foreach (var row in _table.QueryAsync<FollowUpRow>(filter, Math.Min(limit, 1_000), cancellationToken: cancellation))
        {
            found.Add(Of(row));
            if (found.Count == limit)
                break;
        }

        return found;
    }

    public async Task<T?> FindAsync(string call, string id, CancellationToken cancellation) =>
        await RowAsync(call, id, cancellation) is { } row ? Of(row) : null;

    /// <summary>Writes it, whatever was there.</summary>
    /// <returns>Whether it is new.</returns>
    public async Task<bool> PutAsync(string call, string id, T value, CancellationToken cancellation)
    {
        if (await TryAddAsync(call, id, value, cancellation))
            return true;
        await _table.UpsertEntityAsync(Row(call, id, value), TableUpdateMode.Replace, cancellation);
        return false;
    }

    /// <summary>Takes it away. Doing it twice is the same as once.</summary>
    public Task DeleteAsync(string call, string id, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(call, Key(id), ETag.All, cancellation);

    /// <returns>False when it is there already.</returns>
    protected async Task<bool> TryAddAsync(string call, string id, T value, CancellationToken cancellation)
    {
        try
        {
            await _table.AddEntityAsync(Row(call, id, value), cancellation);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status == 409)
        {
            // Safe: it is there, and the caller says what that means.
            return false;
        }
    }

    /// <summary>Changes what is there; null when there is none.</summary>
    protected async Task<T?> ChangeAsync(string call, string id, Func<T, T> change, CancellationToken cancellation)
    {
        for (var tries = 0; tries < 5; tries++)
        {
            if (await RowAsync(call, id, cancellation) is not { } row)
                return null;
            var changed = change(Of(row));
            try
            {
                await _table.UpdateEntityAsync(Row(call, id, changed), row.ETag, TableUpdateMode.Replace, cancellation);
                return changed;
            }
            catch (RequestFailedException fault) when (fault.Status is 404 or 412)
            {
                // Safe: somebody changed it since it was read; read it again.
            }
        }

        throw Http.Problems.Contended();
    }

    private static T Of(FollowUpRow row) => JsonSerializer.Deserialize<T>(row.Value, Json.Options)!;

    private async Task<FollowUpRow?> RowAsync(string call, string id, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<FollowUpRow>(call, Key(id), cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private FollowUpRow Row(string call, string id, T value) => new()
    {
        PartitionKey = call,
        RowKey = Key(id),
        Value = JsonSerializer.SerializeToUtf8Bytes(value, Json.Options),
    };

    private string Key(string id) => $"{prefix}|{id}";
}
