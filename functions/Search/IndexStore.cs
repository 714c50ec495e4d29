using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Intake.Storage;

namespace Intake.Search;

/// <summary>Shards and manifests as blobs. What was read of a shard stays in memory for a while, since it never changes.</summary>
public sealed class IndexStore(StorageClients storage)
{
    /// <summary>Bytes kept in memory; beyond that all are forgotten and read again when asked for.</summary>
    private const int MaxCached = 64 << 20;

    private readonly BlobContainerClient _container = storage.Container(Containers.Index);
    private readonly ConcurrentDictionary<(string Name, int Start), ReadOnlyMemory<byte>> _cache = new();
    private int _cached;

    /// <summary>The manifest, and what to give back when it is written.</summary>
    public async Task<(IndexManifest Manifest, ETag? ETag)> ManifestAsync(string call, CancellationToken cancellation)
    {
        try
        {
            var content = (await Manifest(call).DownloadContentAsync(cancellation)).Value;
            return (JsonSerializer.Deserialize<IndexManifest>(content.Content, Json.Options)!, content.Details.ETag);
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // Safe: nothing of this call is in the index yet.
            return (new IndexManifest(), null);
        }
    }

    /// <summary>False when another run wrote it since it was read.</summary>
    public async Task<bool> TryWriteAsync(string call, IndexManifest manifest, ETag? read, CancellationToken cancellation)
    {
        try
        {
            await Manifest(call).UploadAsync(
                new BinaryData(JsonSerializer.SerializeToUtf8Bytes(manifest, Json.Options)),
                new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
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

    public Task WriteAsync(string name, byte[] content, CancellationToken cancellation) =>
        _container.GetBlobClient(name).UploadAsync(new BinaryData(content), overwrite: true, cancellation);

    public Task DeleteAsync(string name) => _container.GetBlobClient(name).DeleteIfExistsAsync();

    public async Task<IReadOnlyList<IndexEntry>> EntriesAsync(string name, CancellationToken cancellation) =>
        [.. IndexShard.Entries((await _container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content.ToMemory())];

    /// <summary>The ids in a shard that have all the terms, in their order.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(
        ShardPlace shard, IReadOnlyList<(string Term, bool IsPrefix)> terms, CancellationToken cancellation)
    {
        var head = await ReadAsync(shard.Name, 0, shard.HeadBytes, cancellation);
        List<int>? found = null;
        foreach (var (term, isPrefix) in terms)
        {
            var (start, end) = IndexShard.Place(head, IndexTerms.Section(term));
            var section = start == end ? default : await ReadAsync(shard.Name, start, end - start, cancellation);
            var places = new HashSet<int>(IndexShard.Terms(section)
                .Where(each => isPrefix ? each.Term.StartsWith(term, StringComparison.Ordinal) : each.Term == term)
                .SelectMany(each => each.Places));
            found = [.. found is null ? places.Order() : found.Where(places.Contains)];
            if (found.Count == 0)
                return [];
        }

        var ids = IndexShard.Ids(head);
        return found is null ? ids : [.. found.Select(place => ids[place])];
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(string name, int start, int length, CancellationToken cancellation)
    {
        if (_cache.TryGetValue((name, start), out var known))
            return known;
        var read = (await _container.GetBlobClient(name).DownloadContentAsync(
            new BlobDownloadOptions { Range = new HttpRange(start, length) }, cancellation)).Value.Content.ToMemory();
        if (Interlocked.Add(ref _cached, read.Length) > MaxCached)
        {
            _cache.Clear();
            Interlocked.Exchange(ref _cached, read.Length);
        }

        _cache[(name, start)] = read;
        return read;
    }

    private BlobClient Manifest(string call) => _container.GetBlobClient($"{call}/manifest.json");
}
