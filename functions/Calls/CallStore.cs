using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Intake.Http;
using Intake.Storage;

namespace Intake.Calls;

/// <summary>A call with the version it was read at.</summary>
public sealed record StoredCall(Call Call, string Version);

/// <summary>Calls, one JSON blob each. A call read less than <see cref="Freshness"/> ago is not read again.</summary>
public sealed class CallStore(StorageClients storage, TimeProvider time)
{
    /// <summary>How late another instance may notice a change.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    /// <summary>Calls kept in memory; beyond that all are forgotten and read again when asked for.</summary>
    private const int MaxCached = 1_000;

    private readonly BlobContainerClient _container = storage.Container(Containers.Calls);
    private readonly ConcurrentDictionary<string, (StoredCall? Call, long At)> _cache = new();

    public async Task<StoredCall?> FindAsync(string id, CancellationToken cancellation)
    {
        if (!CallId.IsValid(id))
            return null;
        if (_cache.TryGetValue(id, out var cached) && cached.Call is not null && time.GetElapsedTime(cached.At) < Freshness)
            return cached.Call;
        var now = time.GetTimestamp();
        var found = await ReadAsync(id, cancellation);
        if (_cache.Count >= MaxCached)
            _cache.Clear();
        _cache[id] = (found, now);
        return found;
    }

    /// <exception cref="ProblemException">There is no such call.</exception>
    public async Task<Call> RequireAsync(string id, CancellationToken cancellation) =>
        (await FindAsync(id, cancellation) ?? throw Problems.UnknownCall(id)).Call;

    /// <summary>Stores the call and says whether it is new.</summary>
    public async Task<(StoredCall Call, bool Created)> PutAsync(Call call, CancellationToken cancellation)
    {
        var content = new BinaryData(JsonSerializer.SerializeToUtf8Bytes(call, Json.Indented));
        var blob = Blob(call.Id);
        var created = !await blob.ExistsAsync(cancellation);
        var written = await blob.UploadAsync(
            content,
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } },
            cancellation);
        var stored = new StoredCall(call, VersionOf(written.Value.ETag));
        _cache[call.Id] = (stored, time.GetTimestamp());
        return (stored, created);
    }

    /// <summary>A page of calls in order of their ids.</summary>
    public async Task<IReadOnlyList<Call>> PageAsync(string? after, int limit, CancellationToken cancellation)
    {
        var calls = new List<Call>(limit);
        await foreach (var (id, version) in IdsAsync(cancellation))
        {
            if (after is not null && string.CompareOrdinal(id, after) <= 0)
                continue;
            if (await FindAsync(id, version, cancellation) is { } found)
                calls.Add(found.Call);
            if (calls.Count == limit)
                break;
        }

        return calls;
    }

    /// <summary>All calls, for timers.</summary>
    public async IAsyncEnumerable<Call> AllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (id, version) in IdsAsync(cancellation))
        {
            if (await FindAsync(id, version, cancellation) is { } found)
                yield return found.Call;
        }
    }

    /// <summary>Does something for each call. One call's fault is told and leaves the others their turn.</summary>
    /// <exception cref="AggregateException">Some calls failed, and so did the run.</exception>
    public async Task EachAsync(Func<Call, Task> run, Action<Call, Exception> failed, CancellationToken cancellation)
    {
        var faults = new List<Exception>();
        await foreach (var call in AllAsync(cancellation))
        {
            try
            {
                await run(call);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                failed(call, fault);
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
            throw new AggregateException(faults);
    }

    /// <summary>The call in the version that a listing told of, which need not be read when it is known.</summary>
    private async Task<StoredCall?> FindAsync(string id, string version, CancellationToken cancellation) =>
        _cache.TryGetValue(id, out var cached) && cached.Call?.Version == version ? cached.Call : await FindAsync(id, cancellation);

    private async IAsyncEnumerable<(string Id, string Version)> IdsAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        // The listing is in the order of names; ".json" sorts before every character an id may go on with but "-",
        // so sorting here keeps pages in the order of ids.
        var ids = new List<(string Id, string Version)>();
        await foreach (var blob in _container.GetBlobsAsync(cancellationToken: cancellation))
            ids.Add((Path.GetFileNameWithoutExtension(blob.Name), VersionOf(blob.Properties.ETag ?? default)));
        ids.Sort(static (one, other) => string.CompareOrdinal(one.Id, other.Id));
        foreach (var id in ids)
            yield return id;
    }

    private async Task<StoredCall?> ReadAsync(string id, CancellationToken cancellation)
    {
        try
        {
            var content = (await Blob(id).DownloadContentAsync(cancellation)).Value;
            return new StoredCall(
                JsonSerializer.Deserialize<Call>(content.Content, Json.Options)!, VersionOf(content.Details.ETag));
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // Safe: there is no such call, and the caller says so.
            return null;
        }
    }

    /// <summary>A listing gives it without the quotes that a header has.</summary>
    private static string VersionOf(ETag etag) => etag.ToString().Trim('"');

    private BlobClient Blob(string id) => _container.GetBlobClient($"{id}.json");
}
