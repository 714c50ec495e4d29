using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Intake.Storage;

/// <summary>Runs a stage on a message; when its last try fails, the reason is recorded before the platform calls it poison.</summary>
public sealed class StageRunner(ILogger<StageRunner> logger)
{
    public async Task RunAsync(IQueueStage stage, string message, long dequeueCount, CancellationToken cancellation)
    {
        try
        {
            await stage.HandleAsync(message, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            logger.LogError(fault, "Queue {Queue}: try {Try} of {Tries} failed", stage.Queue, dequeueCount, Queues.MaxDequeueCount);
            if (dequeueCount >= Queues.MaxDequeueCount)
            {
                var reason = string.Create(
                    CultureInfo.InvariantCulture,
                    $"Handling '{stage.Queue}' failed {dequeueCount} times ({fault.GetType().Name}). The secretariat can send it round again.");
                await stage.FailAsync(message, reason, CancellationToken.None);
            }

            throw;
        }
    }
}
