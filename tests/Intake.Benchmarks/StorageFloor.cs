using System.Security.Cryptography;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Intake.Storage;

namespace Intake.Benchmarks;

/// <summary>
/// The least that accepting a contribution costs: the writes that the service makes, of the same kind and size, in the
/// same order, with the same clients, and nothing else. Its rows are copies of one that the service stored.
/// </summary>
internal sealed class StorageFloor(StorageClients storage, string call, ContributionRow stored, byte[] document)
{
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    private readonly BlobContainerClient _originals = storage.Container(Containers.Originals);
    private readonly TableClient _requests = storage.Table(Tables.Requests);
    private readonly TableClient _contributions = storage.Table(Tables.Contributions);
    private readonly QueueClient _received = storage.Queue(Queues.Received);

    public async Task WriteAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var id = Ids.New(now);
        var message = new StageMessage(call, id, 1).ToString();

        using var content = new MemoryStream(document, writable: false);
        await _originals.GetBlobClient($"{Ids.Bucket(id)}/{id}/1").UploadAsync(content, new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/octet-stream" },
        });
        var key = Hash();
        await _requests.AddEntityAsync(new RequestClaim
        {
            PartitionKey = key[..2],
            RowKey = key,
            Contribution = id,
            Upload = id,
            ContentHash = Hash(),
            Received = now,
        });
        await _contributions.SubmitTransactionAsync(Rows(id, message, now));
        await _received.SendMessageAsync(message, timeToLive: Never);
    }

    private List<TableTransactionAction> Rows(string id, string message, DateTimeOffset now)
    {
        var partition = ContributionKeys.Partition(call, id);
        var row = stored.AsRevision();
        (row.PartitionKey, row.RowKey, row.Timestamp) = (partition, ContributionKeys.Contribution(id), null);
        (row.Id, row.Upload, row.Received, row.Revised) = (id, id, now, now);
        var entry = new JournalEntry(now, id, 1, JournalKind.Received);
        return
        [
            new(TableTransactionActionType.Add, row),
            new(TableTransactionActionType.Add, row.AsRevision()),
            new(TableTransactionActionType.Add, new TableEntity(partition, ContributionKeys.Journal(entry))
            {
                ["Entry"] = JsonSerializer.Serialize(entry, Json.Options),
            }),
            new(TableTransactionActionType.UpsertReplace, new PendingRow
            {
                PartitionKey = partition,
                RowKey = ContributionKeys.Pending(id, 1),
                Queue = Queues.Received,
                Message = message,
                Since = now,
            }),
        ];
    }

    private static string Hash() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes));
}
