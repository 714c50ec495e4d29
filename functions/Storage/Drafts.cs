using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Intake.Storage;

/// <summary>
/// Files of forms that could not be accepted yet, so that nobody has to choose them again. Names begin with the hour, so the
/// oldest come first in a listing and the sweep stops at the first that is young enough.
/// </summary>
public sealed class Drafts(StorageClients storage, TimeProvider time)
{
    /// <summary>How long a draft can be used. The sweep leaves it another hour.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const string HourFormat = "yyyyMMddHH";

    private readonly BlobContainerClient _container = storage.Container(Containers.Drafts);

    /// <returns>The name to open it by.</returns>
    public async Task<string> AddAsync(Stream content, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var name = $"{now.ToString(HourFormat, CultureInfo.InvariantCulture)}/{Ids.New(now)}";
        await _container.GetBlobClient(name).UploadStreamAsync(content, cancellation);
        return name;
    }

    /// <summary>Null when it is not there any more.</summary>
    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await _container.GetBlobClient(name).OpenReadAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // Safe: the sweep took it, and the caller says that the file has to be chosen again.
            return null;
        }
    }

    /// <summary>Deletes what nobody can use any more.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var oldest = (time.GetUtcNow() - Lifetime - TimeSpan.FromHours(1)).ToString(HourFormat, CultureInfo.InvariantCulture);
        await foreach (var blob in _container.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (string.CompareOrdinal(blob.Name[..HourFormat.Length], oldest) >= 0)
                return;
            await _container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
        }
    }
}
