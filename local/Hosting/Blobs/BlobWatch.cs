using Azure;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Intake.Local.Hosting.Blobs;

/// <summary>
/// Looks at a container again and again and has each version of each blob handled once; again after a failure, up to
/// the number of tries host.json gives to queue messages; then it goes to the poison queue.
/// </summary>
internal sealed class BlobWatch(
    BlobContainerClient container,
    BlobPattern pattern,
    BlobReceipts receipts,
    QueueSettings settings,
    Func<BlobVersion, Dictionary<string, object?>, int, Task> function,
    Func<BlobVersion, Task> poison,
    ILogger logger) : ITriggerLoop
{
    private const int AtOnce = 8;
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<BlobVersion, Failures> _failures = [];

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await receipts.LoadAsync(cancellationToken);
    }

    public async Task RunAsync(CancellationToken stopTaking)
    {
        var wait = ShortestWait;
        while (!stopTaking.IsCancellationRequested)
        {
            var handled = await ScanAsync(stopTaking);
            wait = handled ? ShortestWait : Longer(wait);
            await Task.Delay(wait, TimeProvider.System, stopTaking).ContinueWith(
                _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private TimeSpan Longer(TimeSpan wait) =>
        wait * 2 < settings.MaxPollingInterval ? wait * 2 : settings.MaxPollingInterval;

    /// <summary>Handles what is new, or due again; whether there was any.</summary>
    private async Task<bool> ScanAsync(CancellationToken stopTaking)
    {
        try
        {
            var due = await DueAsync(stopTaking);
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (blob, _) =>
            {
                if (!stopTaking.IsCancellationRequested)
                {
                    await HandleAsync(blob.Version, blob.Data);
                }
            });
            return due.Count > 0;
        }
        catch (OperationCanceledException) when (stopTaking.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception) when (exception.IsStorageFault())
        {
            logger.LogWarning(exception, "Container {Container} cannot be read; trying again.", container.Name);
            return false;
        }
    }

    private async Task<List<(BlobVersion Version, Dictionary<string, object?> Data)>> DueAsync(
        CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var due = new List<(BlobVersion, Dictionary<string, object?>)>();
        await foreach (var item in container.GetBlobsAsync(prefix: pattern.Prefix, cancellationToken: cancellationToken))
        {
            var version = new BlobVersion(item.Name, item.Properties.ETag!.Value);
            if (pattern.Match(item.Name) is { } data
                && !receipts.Has(version)
                && (!_failures.TryGetValue(version, out var failed) || failed.Again <= now))
            {
                due.Add((version, data));
            }
        }

        return due;
    }

    private async Task HandleAsync(BlobVersion blob, Dictionary<string, object?> data)
    {
        int failed;
        lock (_failures)
        {
            failed = _failures.TryGetValue(blob, out var before) ? before.Count : 0;
        }

        try
        {
            await function(blob, data, failed);
        }
        catch (Exception exception)
        {
            if (await IsGoneAsync(blob))
            {
                logger.LogDebug(exception, "Blob {Blob} is no longer what it was.", blob.Name);
                return;
            }

            if (failed + 1 >= settings.MaxDequeueCount)
            {
                logger.LogError(exception, "Blob {Blob} failed and goes to the poison queue.", blob.Name);
                await poison(blob);
                await SettleAsync(blob);
                return;
            }

            logger.LogWarning(exception, "Blob {Blob} failed, try {Try} of {Tries}.",
                blob.Name, failed + 1, settings.MaxDequeueCount);
            lock (_failures)
            {
                _failures[blob] = new(failed + 1, TimeProvider.System.GetUtcNow() + settings.VisibilityTimeout);
            }

            return;
        }

        await SettleAsync(blob);
    }

    private async Task SettleAsync(BlobVersion blob)
    {
        await receipts.AddAsync(blob);
        lock (_failures)
        {
            _failures.Remove(blob);
        }
    }

    /// <summary>
    /// Whether it was deleted or replaced since it was listed: then there is nothing to handle, and the next look finds
    /// what there is.
    /// </summary>
    private async Task<bool> IsGoneAsync(BlobVersion blob)
    {
        try
        {
            // Lists have entity tags without quotes, headers with.
            var now = (await container.GetBlobClient(blob.Name).GetPropertiesAsync()).Value.ETag;
            return now.ToString("H") != blob.ETag.ToString("H");
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            return true;
        }
    }

    private sealed record Failures(int Count, DateTimeOffset Again);
}
