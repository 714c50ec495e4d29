using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Intake.Storage;

namespace Intake.Synthesis;

/// <summary>
/// Digests. The files and the state are written first, under a name made of their content; the row that points at them
/// is added last and only once, so that a digest is either there whole or not at all, and two compilers never mix.
/// </summary>
public sealed class DigestStore(StorageClients storage) : ILedgerStore
{
    private const string StateFile = "state.json.gz";

    /// <summary>The chunks of its ledger.</summary>
    private const string LedgerFile = "ledger.json.gz";

    /// <summary>Row keys of digests not announced yet; sorts after those of digests.</summary>
    private const string MarkPrefix = "p|";

    /// <summary>Rows that the service gives at a time.</summary>
    private const int LargestPage = 1_000;

    private readonly TableClient _table = storage.Table(Tables.Digests);
    private readonly BlobContainerClient _container = storage.Container(Containers.Digests);

    /// <summary>The digest's row; null when there is none of that number.</summary>
    public async Task<DigestRow?> FindAsync(string call, int number, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<DigestRow>(call, Key(number), cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    public async Task<DigestRow?> LatestAsync(string call, CancellationToken cancellation)
    {
        await foreach (var row in ListAsync(call, null, 1, cancellation))
            return row;
        return null;
    }

    /// <summary>Newest first.</summary>
    /// <param name="before">Only digests with lower numbers.</param>
    public async IAsyncEnumerable<DigestRow> ListAsync(
        string call, int? before, int limit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = before is { } number
            ? TableClient.CreateQueryFilter($"PartitionKey eq {call} and RowKey gt {Key(number)} and RowKey lt {MarkPrefix}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {call} and RowKey lt {MarkPrefix}");
        var count = 0;
        await foreach (var row in _table.QueryAsync<DigestRow>(filter, Math.Min(limit, LargestPage), cancellationToken: cancellation))
        {
            yield return row;
            if (++count == limit)
                yield break;
        }
    }

    /// <summary>The state the digest left, which the next one starts from.</summary>
    public Task<DigestState> StateAsync(DigestRow row, CancellationToken cancellation) =>
        ReadJsonAsync<DigestState>($"{row.Folder}/{StateFile}", cancellation);

    /// <summary>A page of the ledger of a digest whose ledger does not stand in it.</summary>
    /// <param name="digest">As it was issued.</param>
    /// <param name="page">From 1.</param>
    /// <returns>Null when there is no such page.</returns>
    public async Task<IReadOnlyList<LedgerRow>?> LedgerPageAsync(DigestRow row, Digest digest, int page, CancellationToken cancellation)
    {
        if (page < 1 || page > digest.Ledger.Pages.Count)
            return null;
        var chunks = await ReadJsonAsync<IReadOnlyList<LedgerChunk>>($"{row.Folder}/{LedgerFile}", cancellation);
        var writer = new LedgerRows(digest, Campaigns.RemovedIn(digest.Reception));
        return [.. (await ReadAsync(row.PartitionKey, chunks[page - 1].Name, cancellation)).Select(writer.Of)];
    }

    public async Task<ReadOnlyMemory<byte>> ReadAsync(DigestRow row, string extension, CancellationToken cancellation)
    {
        var content = await _container.GetBlobClient($"{row.Folder}/digest.{extension}").DownloadContentAsync(cancellation);
        return content.Value.Content.ToMemory();
    }

    /// <summary>Issues the digest; false when another digest took the number first.</summary>
    /// <param name="files">Rendered digests by extension.</param>
    /// <param name="announce">Whether it is to be handed on to the call's recipients.</param>
    public async Task<bool> TryIssueAsync(
        string call, DigestRow row, DigestState state, IReadOnlyDictionary<string, (byte[] Content, string ContentType)> files,
        bool announce, CancellationToken cancellation)
    {
        var hash = Ids.Hash([.. files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => Convert.ToBase64String(file.Value.Content))]);
        row.Folder = string.Create(CultureInfo.InvariantCulture, $"{call}/{row.Number}-{hash[..12]}");
        (row.PartitionKey, row.RowKey) = (call, Key(row.Number));

        await Task.WhenAll(
        [
            WriteAsync($"{row.Folder}/{StateFile}", CompressedJson.Write(state), "application/gzip", cancellation),
            WriteAsync($"{row.Folder}/{LedgerFile}", CompressedJson.Write(state.Chunks), "application/gzip", cancellation),
            .. files.Select(file => WriteAsync($"{row.Folder}/digest.{file.Key}", file.Value.Content, file.Value.ContentType, cancellation)),
        ]);
        try
        {
            await _table.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Add, row),
                    .. announce ? [new TableTransactionAction(TableTransactionActionType.Add, Mark(call, row.Number))] : Array.Empty<TableTransactionAction>(),
                ],
                cancellation);
            return true;
        }
        catch (TableTransactionFailedException fault) when (fault.Status == 409)
        {
            // Safe: somebody else issued this number; the files written here are pointed at by nothing.
            return false;
        }
    }

    /// <summary>Numbers of digests that were issued and not yet handed on to their recipients.</summary>
    public async Task<IReadOnlyList<int>> UnannouncedAsync(string call, CancellationToken cancellation)
    {
        var numbers = new List<int>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {call} and RowKey ge {MarkPrefix}");
        await foreach (var mark in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            numbers.Add(mark.GetInt32("Number")!.Value);
        return numbers;
    }

    public Task AnnouncedAsync(string call, int number, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(call, Mark(call, number).RowKey, ETag.All, cancellation);

    private Task WriteAsync(string name, byte[] content, string contentType, CancellationToken cancellation) =>
        _container.GetBlobClient(name).UploadAsync(
            new BinaryData(content),
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } },
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ContributionState>> ReadAsync(string call, string name, CancellationToken cancellation) =>
        ReadJsonAsync<IReadOnlyList<ContributionState>>(ChunkName(call, name), cancellation);

    /// <inheritdoc/>
    public async Task<string> WriteAsync(string call, IReadOnlyList<ContributionState> rows, CancellationToken cancellation)
    {
        var content = CompressedJson.Write(rows);
        var name = Ids.Hash(Convert.ToBase64String(content))[..24];
        await WriteAsync(ChunkName(call, name), content, "application/gzip", cancellation);
        return name;
    }

    private static string ChunkName(string call, string name) => $"{call}/ledger/{name}.json.gz";

    private async Task<T> ReadJsonAsync<T>(string name, CancellationToken cancellation)
    {
        await using var compressed = await _container.GetBlobClient(name).OpenReadAsync(cancellationToken: cancellation);
        return await CompressedJson.ReadAsync<T>(compressed, cancellation);
    }

    private static TableEntity Mark(string call, int number) => new(call, MarkPrefix + Key(number)) { ["Number"] = number };

    /// <summary>Counts down, so that the newest digest is the first row.</summary>
    private static string Key(int number) => (99_999_999 - number).ToString("D8", CultureInfo.InvariantCulture);
}
