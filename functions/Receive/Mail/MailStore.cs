using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Intake.Storage;

namespace Intake.Receive.Mail;

/// <summary>Mail as it came, and the list of what became of it.</summary>
public sealed class MailStore(StorageClients storage, TimeProvider time)
{
    /// <summary>Bytes of one mail; what Azure's own mail limits and SendGrid's webhook (30 MB) let through.</summary>
    public const long MaxBytes = 35_000_000;

    public Worklist<MailRow> Mails { get; } = new(storage, Tables.Mails, Queues.Mailed, time);

    /// <summary>Stores the mail whole, then queues it.</summary>
    /// <exception cref="LimitExceededException">It is larger than <see cref="MaxBytes"/>.</exception>
    public async Task<string> AddAsync(Stream raw, string contentType, CancellationToken cancellation)
    {
        var id = Ids.New(time.GetUtcNow());
        var name = $"{Ids.Bucket(id)}/{id}";
        using var measured = new MeasuredStream(raw, MaxBytes);
        await storage.Container(Containers.Mails).GetBlobClient(name).UploadAsync(
            measured, new BlobUploadOptions { TransferOptions = Originals.Transfer }, cancellation);
        await AddRowAsync(id, Containers.Mails, name, contentType, cancellation);
        return id;
    }

    /// <summary>Takes in a mail dropped into <c>inbound-email</c>; each version of the blob once.</summary>
    public async Task AddDroppedAsync(BlobClient blob, CancellationToken cancellation)
    {
        var version = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.ETag.ToString();
        var id = Ids.Of(Ids.Hash("dropped", blob.Name, version));
        await AddRowAsync(id, blob.BlobContainerName, blob.Name, "message/rfc822", cancellation);
    }

    public Task<Stream> OpenAsync(MailRow row, CancellationToken cancellation) =>
        storage.Container(row.Container).GetBlobClient(row.Blob).OpenReadAsync(cancellationToken: cancellation);

    /// <summary>Mail kept for a person, oldest first.</summary>
    public async Task<IReadOnlyList<MailRow>> UnplacedAsync(CancellationToken cancellation)
    {
        var rows = new List<MailRow>();
        var table = storage.Table(Tables.Mails);
        foreach (var partition in Ids.Buckets)
        {
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey ge {"m|"} and RowKey lt {"m}"} and (Outcome eq {nameof(MailOutcome.Unplaced)} or Outcome eq {nameof(MailOutcome.Unreadable)})");
            await foreach (var row in table.QueryAsync<MailRow>(filter, cancellationToken: cancellation))
                rows.Add(row);
        }

        return [.. rows.OrderBy(row => row.Received)];
    }

    private Task AddRowAsync(string id, string container, string blob, string contentType, CancellationToken cancellation) =>
        Mails.AddAsync(
            id,
            new MailRow { Id = id, Container = container, Blob = blob, ContentType = contentType, Received = time.GetUtcNow() },
            cancellation);
}
