using Intake.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Themes;

public sealed class ThemeFunctions(StageRunner runner, Classifier classifier)
{
    [Function("Classify")]
    public Task Run([QueueTrigger(Queues.Phrased)] string message, FunctionContext context, CancellationToken cancellation) =>
        runner.RunAsync(classifier, message, context.DequeueCount(), cancellation);
}
