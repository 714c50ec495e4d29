using Azure.Storage.Blobs;

namespace Intake.Local.Hosting.Blobs;

/// <summary>Which versions of which blobs a function has dealt with, kept as empty blobs over restarts.</summary>
internal sealed class BlobReceipts(BlobContainerClient hosts, string function, string container)
{
    private readonly string prefix = $"blobreceipts/{function}/{container}/";
    private readonly HashSet<string> known = [];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await hosts.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await foreach (var receipt in hosts.GetBlobsAsync(prefix: prefix, cancellationToken: cancellationToken))
        {
            known.Add(receipt.Name);
        }
    }

    public bool Has(BlobVersion blob) => known.Contains(Name(blob));

    public async Task AddAsync(BlobVersion blob)
    {
        await hosts.GetBlobClient(Name(blob)).UploadAsync(BinaryData.Empty, overwrite: true);
        known.Add(Name(blob));
    }

    private string Name(BlobVersion blob) => $"{prefix}{blob.ETag.ToString().Trim('"')}/{blob.Name}";
}
