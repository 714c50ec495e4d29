using System.Collections.Concurrent;
using Azure.Storage.Blobs;

namespace Intake.Local.Hosting.Blobs;

/// <summary>Which versions of which blobs a function has dealt with, kept as empty blobs over restarts.</summary>
internal sealed class BlobReceipts(BlobContainerClient hosts, string function, string container)
{
    private readonly string _prefix = $"blobreceipts/{function}/{container}/";
    private readonly ConcurrentDictionary<string, bool> _known = [];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await hosts.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await foreach (var receipt in hosts.GetBlobsAsync(prefix: _prefix, cancellationToken: cancellationToken))
        {
            _known[receipt.Name] = true;
        }
    }

    public bool Has(BlobVersion blob) => _known.ContainsKey(Name(blob));

    public async Task AddAsync(BlobVersion blob)
    {
        await hosts.GetBlobClient(Name(blob)).UploadAsync(BinaryData.Empty, overwrite: true);
        _known[Name(blob)] = true;
    }

    private string Name(BlobVersion blob) => $"{_prefix}{blob.ETag.ToString().Trim('"')}/{blob.Name}";
}
