using Intake.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Extract;

public sealed class ExtractFunctions(StageRunner runner, Extractor extractor)
{
    [Function("Extract")]
    public Task Run([QueueTrigger(Queues.Received)] string message, FunctionContext context, CancellationToken cancellation) =>
        runner.RunAsync(extractor, message, context.DequeueCount(), cancellation);
}
