using Microsoft.Azure.Functions.Worker;

namespace Intake.Receive;

public sealed class SweepFunctions(Sweep sweep)
{
    [Function("Sweep")]
    public Task Run([TimerTrigger("30 * * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellation) =>
        sweep.RunAsync(cancellation);
}
