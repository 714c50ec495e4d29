using System.Globalization;
using Azure.Storage.Blobs;
using Intake.Receive;

namespace Intake.Storage;

/// <summary>Documents as received. An upload is the set of documents of one request, numbered from 1.</summary>
public sealed class Originals(StorageClients storage)
{
    private readonly BlobContainerClient _container = storage.Container(Containers.Originals);

    /// <summary>Stores the stream as it comes, while counting and hashing it.</summary>
    /// <exception cref="LimitExceededException">There are more than <paramref name="maxBytes"/>; nothing stays stored.</exception>
    public async Task<Document> AddAsync(
        string upload, int number, string name, string contentType, Stream content, long maxBytes, CancellationToken cancellation)
    {
        using var measured = new MeasuredStream(content, maxBytes, hash: true);
        await Blob(upload, number).UploadStreamAsync(measured, cancellation);
        return new Document(name, measured.Count, measured.Sha256(), contentType);
    }

    public Task<Stream> OpenAsync(string upload, int number, CancellationToken cancellation) =>
        Blob(upload, number).OpenReadAsync(cancellationToken: cancellation);

    /// <summary>Forgets what was stored for a request that was then refused, or that repeats an earlier one.</summary>
    public async Task DiscardAsync(string upload, int count, CancellationToken cancellation)
    {
        for (var number = 1; number <= count; number++)
            await Blob(upload, number).DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    private BlobClient Blob(string upload, int number) => _container.GetBlobClient(
        string.Create(CultureInfo.InvariantCulture, $"{Ids.Bucket(upload)}/{upload}/{number}"));
}
