using Intake.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Outbox;

public sealed class OutboxFunctions(StageRunner runner, OutboxStage stage)
{
    [Function("Send")]
    public Task Run([QueueTrigger(Queues.Outbox)] string message, FunctionContext context, CancellationToken cancellation) =>
        runner.RunAsync(stage, message, context.DequeueCount(), cancellation);
}
