using Intake.Local.Hosting.Blobs;
using Intake.Local.Hosting.Queues;
using Intake.Local.Hosting.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Intake.Local.Hosting;

/// <summary>The loops of all functions that no caller waits for.</summary>
internal sealed class TriggerLoops : IDisposable
{
    private readonly CancellationTokenSource _stopTaking = new();
    private readonly List<ITriggerLoop> _loops;
    private readonly ILogger _logger;
    private Task _running = Task.CompletedTask;

    public TriggerLoops(
        IEnumerable<LocalFunction> functions, QueueTriggers queues, BlobTriggers blobs, TimerTriggers timers,
        ILogger<TriggerLoops> logger)
    {
        _logger = logger;
        _loops = [.. functions.SelectMany<LocalFunction, ITriggerLoop>(function => function.Trigger switch
        {
            QueueTriggerAttribute => [queues.Loop(function)],
            BlobTriggerAttribute => [blobs.Loop(function)],
            TimerTriggerAttribute => [timers.Loop(function)],
            _ => [],
        })];
    }

    public Task PrepareAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_loops.Select(loop => loop.PrepareAsync(cancellationToken)));

    public void Start() =>
        _running = Task.WhenAll(_loops.Select(loop => Task.Run(() => RunAsync(loop))));

    /// <summary>Takes no new work, and waits for what is in hand.</summary>
    public async Task StopAsync(CancellationToken stopWaiting)
    {
        await _stopTaking.CancelAsync();
        await _running.WaitAsync(stopWaiting);
    }

    public void Dispose() => _stopTaking.Dispose();

    private async Task RunAsync(ITriggerLoop loop)
    {
        try
        {
            await loop.RunAsync(_stopTaking.Token);
        }
        catch (Exception exception)
        {
            _logger.LogCritical(exception, "A trigger has stopped working; restart the host.");
            throw;
        }
    }
}
