using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Data.Tables;

namespace Intake.Storage;

/// <summary>Reads one call's contributions and journal in order, merged over the call's partitions.</summary>
public sealed class ContributionList(StorageClients storage)
{
    /// <summary>Journal rows of one partition read at a time: with sixteen partitions some megabytes.</summary>
    private const int JournalPage = 250;

    private readonly TableClient _table = storage.Table(Tables.Contributions);

    /// <summary>
    /// A page in order of receipt. Ids sort by time and rows stay where they are, so a page stays the same, and
    /// contributions that come in while somebody pages are found at the end.
    /// </summary>
    /// <param name="after">The last id of the page before, or null.</param>
    /// <param name="limit">Rows at most.</param>
    public async Task<IReadOnlyList<ContributionRow>> PageAsync(
        string call, string? after, int limit, CancellationToken cancellation)
    {
        var (from, to) = ContributionKeys.ContributionRange;
        if (after is not null)
            from = ContributionKeys.Contribution(after);

        var partitions = await Task.WhenAll(ContributionKeys.Partitions(call).Select(async partition =>
        {
            var rows = new List<ContributionRow>(limit);
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey gt {from} and RowKey lt {to}");
            await foreach (var row in _table.QueryAsync<ContributionRow>(filter, limit, cancellationToken: cancellation))
            {
                rows.Add(row);
                if (rows.Count == limit)
                    break;
            }

            return rows;
        }));
        return [.. partitions.SelectMany(rows => rows).OrderBy(row => row.Id, StringComparer.Ordinal).Take(limit)];
    }

    /// <summary>Entries written at or after <paramref name="since"/>, oldest first. In memory is a page of each partition.</summary>
    public async IAsyncEnumerable<JournalEntry> JournalAsync(
        string call, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = ContributionKeys.JournalFrom(since);
        var to = ContributionKeys.JournalEnd;
        var partitions = ContributionKeys.Partitions(call).Select(partition => _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}"),
            JournalPage, ["RowKey", "Entry"], cancellation));
        await foreach (var row in OrderedMerge.Of(partitions, row => row.RowKey, cancellation))
            yield return JsonSerializer.Deserialize<JournalEntry>(row.GetString("Entry"), Json.Options)!;
    }

    /// <summary>Revisions of this call that wait since before <paramref name="before"/>.</summary>
    public async IAsyncEnumerable<PendingRow> PendingAsync(
        string call, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (from, to) = ContributionKeys.PendingRange;
        foreach (var partition in ContributionKeys.Partitions(call))
        {
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to} and Since lt {before}");
            await foreach (var row in _table.QueryAsync<PendingRow>(filter, cancellationToken: cancellation))
                yield return row;
        }
    }
}
