using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Intake.Local.Hosting.Queues;

/// <summary>Keeps a message hidden from others for as long as it is being handled.</summary>
internal sealed class LeaseRenewal : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly QueueClient queue;
    private readonly QueueMessage message;
    private readonly TimeSpan lease;
    private readonly ILogger logger;
    private readonly Task renewing;
    private string receipt;

    public LeaseRenewal(QueueClient queue, QueueMessage message, TimeSpan lease, ILogger logger)
    {
        this.queue = queue;
        this.message = message;
        this.lease = lease;
        this.logger = logger;
        receipt = message.PopReceipt;
        renewing = RenewAsync();
    }

    /// <summary>The receipt with which the message can be deleted or given back.</summary>
    public async Task<string> StopAsync()
    {
        await stop.CancelAsync();
        await renewing;
        return receipt;
    }

    public void Dispose() => stop.Dispose();

    private async Task RenewAsync()
    {
        // A third: should one renewal fail, there is time for another.
        using var timer = new PeriodicTimer(lease / 3, TimeProvider.System);
        while (await TickAsync(timer))
        {
            try
            {
                // Not cancelled on the way: the new receipt would be lost.
                var update = await queue.UpdateMessageAsync(
                    message.MessageId, receipt, messageText: null, visibilityTimeout: lease);
                receipt = update.Value.PopReceipt;
            }
            catch (Exception exception) when (exception.IsStorageFault())
            {
                logger.LogWarning(exception, "The lease of message {Id} could not be renewed.", message.MessageId);
            }
        }
    }

    private async ValueTask<bool> TickAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
