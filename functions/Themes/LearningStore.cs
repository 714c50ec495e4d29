using System.IO.Compression;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Intake.Storage;

namespace Intake.Themes;

/// <summary>The <see cref="LearningState"/> of each call.</summary>
public sealed class LearningStore(StorageClients storage)
{
    private readonly BlobContainerClient _container = storage.Container(Containers.Learned);

    /// <summary>The state, and what to give back when it is written.</summary>
    public async Task<(LearningState State, ETag? ETag)> ReadAsync(string call, CancellationToken cancellation)
    {
        try
        {
            var content = (await Blob(call).DownloadContentAsync(cancellation)).Value;
            await using var json = new GZipStream(content.Content.ToStream(), CompressionMode.Decompress);
            return ((await JsonSerializer.DeserializeAsync<LearningState>(json, Json.Options, cancellation))!, content.Details.ETag);
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // Safe: nothing was read of this call yet.
            return (new LearningState(), null);
        }
    }

    /// <summary>False when another run wrote it since it was read.</summary>
    public async Task<bool> TryWriteAsync(string call, LearningState state, ETag? read, CancellationToken cancellation)
    {
        using var compressed = new MemoryStream();
        await using (var json = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            await JsonSerializer.SerializeAsync(json, state, Json.Options, cancellation);
        try
        {
            await Blob(call).UploadAsync(
                new BinaryData(compressed.ToArray()),
                new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = "application/gzip" },
                    Conditions = read is { } etag
                        ? new BlobRequestConditions { IfMatch = etag }
                        : new BlobRequestConditions { IfNoneMatch = ETag.All },
                },
                cancellation);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            // Safe: another run did the same work, and what it wrote counts.
            return false;
        }
    }

    private BlobClient Blob(string call) => _container.GetBlobClient($"{call}/state.json.gz");
}
