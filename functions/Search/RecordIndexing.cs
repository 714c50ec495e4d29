using Intake.Calls;
using Microsoft.Extensions.Logging;

namespace Intake.Search;

/// <summary>Takes into the index of every call what is new, so that searches find little left to do.</summary>
public sealed class RecordIndexing(CallStore calls, RecordIndexer indexer, ILogger<RecordIndexing> logger)
{
    /// <summary>Contributions at once.</summary>
    private const int Batch = 500;

    public Task RunAsync(CancellationToken cancellation) => calls.EachAsync(
        async call =>
        {
            while ((await indexer.RunAsync(call.Id, Batch, cancellation)).More)
                cancellation.ThrowIfCancellationRequested();
        },
        (call, fault) => logger.LogError(fault, "The record of {Call} was not taken into the index", call.Id),
        cancellation);
}
