using Intake.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Intake.KeyPhrases;

public sealed class KeyPhraseFunctions(StageRunner runner, PhraseFinder finder)
{
    [Function("KeyPhrases")]
    public Task Run([QueueTrigger(Queues.Extracted)] string message, FunctionContext context, CancellationToken cancellation) =>
        runner.RunAsync(finder, message, context.DequeueCount(), cancellation);
}
