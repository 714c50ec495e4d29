using Microsoft.Azure.Functions.Worker;

namespace Intake.Search;

public sealed class SearchFunctions(RecordIndexing indexing)
{
    [Function("IndexRecord")]
    public Task Run([TimerTrigger("45 * * * * *")] TimerInfo timer, CancellationToken cancellation) => indexing.RunAsync(cancellation);
}
