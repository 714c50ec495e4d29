using System.Collections.Concurrent;
using Azure.Storage.Blobs;

namespace Intake.Local.Hosting.Blobs;

/// <summary>Which versions of which blobs a function has dealt with, kept as empty blobs over restarts.</summary>
internal sealed class BlobReceipts(BlobContainerClient hosts, string function, string container)
{
    private readonly string prefix = $"blobreceipts/{function}/{container}/";
    private readonly ConcurrentDictionary<string, bool> known = [];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await hosts.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await foreach (var receipt in hosts.GetBlobsAsync(prefix: prefix, cancellationToken: cancellationToken))
        {
            known[receipt.Name] = true;
        }
    }

    public bool Has(BlobVersion blob) => known.ContainsKey(Name(blob));

    public async Task AddAsync(BlobVersion blob)
    {
        await hosts.GetBlobClient(Name(blob)).UploadAsync(BinaryData.Empty, overwrite: true);
        known[Name(blob)] = true;
    }

    private string Name(BlobVersion blob) => $"{prefix}{blob.ETag.ToString().Trim('"')}/{blob.Name}";
}
