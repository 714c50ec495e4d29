using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Intake.Http;
using Intake.Storage;

namespace Intake.Receive.Mail;

/// <summary>Mail as it came, and the list of what became of it.</summary>
public sealed class MailStore(StorageClients storage, RequestLimits limits, TimeProvider time)
{
    /// <summary>Characters of an envelope's address, as a header field gives it: RFC 5321, 4.5.3.1.3, and room for what servers add.</summary>
    public const int MaxPathCharacters = 320;

    /// <summary>Partition of the marks of mail that waits for a person; what was placed since is dropped when the list is read.</summary>
    private const string Unplaced = "unplaced";

    public Worklist<MailRow> Mails { get; } = new(storage, Tables.Mails, Queues.Mailed, time);

    /// <summary>Stores the mail whole, then queues it.</summary>
    /// <param name="envelopeFrom">See <see cref="MailRow.EnvelopeFrom"/>.</param>
    /// <param name="envelopeTo">See <see cref="MailRow.EnvelopeTo"/>.</param>
    /// <exception cref="LimitExceededException">It is larger than <see cref="RequestLimits.MailBytes"/>.</exception>
    public async Task<string> AddAsync(Stream raw, string contentType, string? envelopeFrom, string? envelopeTo, CancellationToken cancellation)
    {
        var id = Ids.New(time.GetUtcNow());
        var name = $"{Ids.Bucket(id)}/{id}";
        using var measured = new MeasuredStream(raw, limits.MailBytes);
        await storage.Container(Containers.Mails).GetBlobClient(name).UploadStreamAsync(measured, cancellation);
        await AddRowAsync(
            new MailRow { Id = id, Blob = name, ContentType = contentType, EnvelopeFrom = envelopeFrom, EnvelopeTo = envelopeTo }, cancellation);
        return id;
    }

    /// <summary>Takes in a mail dropped into <c>inbound-email</c>; each version of the blob once.</summary>
    public async Task AddDroppedAsync(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            var version = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.ETag;
            var id = Ids.Of(Ids.Hash("dropped", blob.Name, version.ToString()));

            // A copy of our own: another mail may be dropped under the same name before this one is read or placed.
            var name = $"{Ids.Bucket(id)}/{id}";
            await using var dropped = await blob.OpenReadAsync(
                new BlobOpenReadOptions(allowModifications: false) { Conditions = new BlobRequestConditions { IfMatch = version } }, cancellation);
            await storage.Container(Containers.Mails).GetBlobClient(name).UploadStreamAsync(dropped, cancellation);
            await AddRowAsync(new MailRow { Id = id, Blob = name, ContentType = "message/rfc822" }, cancellation);
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            // Safe: it was overwritten meanwhile, and the new version comes as another drop.
        }
    }

    public Task<Stream> OpenAsync(MailRow row, CancellationToken cancellation) =>
        storage.Container(row.Container).GetBlobClient(row.Blob).OpenReadAsync(cancellationToken: cancellation);

    /// <summary>Puts the mail on the list of those that wait for a person. Doing it twice is the same as once.</summary>
    public Task MarkUnplacedAsync(string id, CancellationToken cancellation) =>
        storage.Table(Tables.Mails).UpsertEntityAsync(new TableEntity(Unplaced, id), TableUpdateMode.Replace, cancellation);

    /// <summary>A page of the mail that waits for a person, in order of its ids.</summary>
    public async Task<IReadOnlyList<MailRow>> UnplacedAsync(string? after, int limit, CancellationToken cancellation)
    {
        var table = storage.Table(Tables.Mails);
        var rows = new List<MailRow>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Unplaced} and RowKey gt {after ?? ""}");
        await foreach (var mark in table.QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellation))
        {
            var row = await Mails.FindAsync(mark.RowKey, cancellation);
            if (row?.Outcome is nameof(MailOutcome.Unplaced) or nameof(MailOutcome.Unreadable))
                rows.Add(row);
            else if (row?.Outcome is not null)
                await table.DeleteEntityAsync(mark, cancellationToken: cancellation);
            if (rows.Count == limit)
                break;
        }

        return rows;
    }

    private Task AddRowAsync(MailRow row, CancellationToken cancellation)
    {
        (row.Container, row.Received) = (Containers.Mails, time.GetUtcNow());
        return Mails.AddAsync(row.Id, row, cancellation);
    }
}
