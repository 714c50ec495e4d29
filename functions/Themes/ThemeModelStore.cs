using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Intake.Calls;
using Intake.Storage;
using Intake.Themes.Learning;

namespace Intake.Themes;

/// <summary>What was learned of each call's themes, one blob for each call and wording of its themes: a model of other
/// themes is never used.</summary>
public sealed class ThemeModelStore(StorageClients storage, TimeProvider time)
{
    /// <summary>How late another instance may notice that something was learned; what it classified meanwhile is
    /// classified again.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    /// <summary>Models kept in memory, some ten megabytes each; beyond that all are read again when asked for.</summary>
    private const int MaxCached = 8;

    private readonly BlobContainerClient _container = storage.Container(Containers.Learned);
    private readonly ConcurrentDictionary<string, (ThemeModel? Model, ETag ETag, long At)> _cache = new();

    /// <summary>Null when nothing was learned yet.</summary>
    internal async Task<ThemeModel?> FindAsync(Call call, CancellationToken cancellation)
    {
        var name = Name(call);
        var known = _cache.TryGetValue(name, out var cached);
        if (known && time.GetElapsedTime(cached.At) < Freshness)
        {
            return cached.Model;
        }

        var now = time.GetTimestamp();
        try
        {
            var conditions = new BlobRequestConditions { IfNoneMatch = known && cached.Model is not null ? cached.ETag : null };
            var content = (await _container.GetBlobClient(name).DownloadContentAsync(conditions, cancellation)).Value;
            Remember(name, ThemeModelFormat.Read(content.Content.ToStream()), content.Details.ETag, now);
        }
        catch (RequestFailedException fault) when (fault.Status == 304)
        {
            // Safe: the model in memory is the one in storage.
            Remember(name, cached.Model, cached.ETag, now);
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // Safe: nothing was learned yet.
            Remember(name, null, default, now);
        }

        return _cache.TryGetValue(name, out var found) ? found.Model : null;
    }

    internal async Task WriteAsync(Call call, ThemeModel model, CancellationToken cancellation)
    {
        var written = await _container.GetBlobClient(Name(call)).UploadAsync(
            new BinaryData(ThemeModelFormat.Write(model)),
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/octet-stream" } },
            cancellation);
        Remember(Name(call), model, written.Value.ETag, time.GetTimestamp());
    }

    private void Remember(string name, ThemeModel? model, ETag etag, long at)
    {
        if (_cache.Count >= MaxCached && !_cache.ContainsKey(name))
        {
            _cache.Clear();
        }

        _cache[name] = (model, etag, at);
    }

    private static string Name(Call call) => $"{call.Id}/{ThemeTexts.Fingerprint(call)[..16]}.model";
}
