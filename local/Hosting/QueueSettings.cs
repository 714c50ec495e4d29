namespace Intake.Local.Hosting;

/// <summary>The section extensions.queues of host.json, with Azure's defaults.</summary>
/// <param name="BatchSize">Messages taken at once, 1 to 32.</param>
/// <param name="NewBatchThreshold">The next batch is taken when so many are still running.</param>
/// <param name="MaxDequeueCount">Tries before a message goes to the poison queue.</param>
/// <param name="VisibilityTimeout">The wait between tries.</param>
/// <param name="MaxPollingInterval">The longest wait of an idle queue.</param>
/// <param name="Base64">Whether bodies are Base64.</param>
internal sealed record QueueSettings(
    int BatchSize,
    int NewBatchThreshold,
    int MaxDequeueCount,
    TimeSpan VisibilityTimeout,
    TimeSpan MaxPollingInterval,
    bool Base64);
