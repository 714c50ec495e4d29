using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Intake.Local.Hosting.Queues;

/// <summary>Keeps a message hidden from others for as long as it is being handled.</summary>
internal sealed class LeaseRenewal : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly QueueClient _queue;
    private readonly QueueMessage _message;
    private readonly TimeSpan _lease;
    private readonly ILogger _logger;
    private readonly Task _renewing;
    private string _receipt;

    public LeaseRenewal(QueueClient queue, QueueMessage message, TimeSpan lease, ILogger logger)
    {
        _queue = queue;
        _message = message;
        _lease = lease;
        _logger = logger;
        _receipt = message.PopReceipt;
        _renewing = RenewAsync();
    }

    /// <summary>The receipt with which the message can be deleted or given back.</summary>
    public async Task<string> StopAsync()
    {
        await _stop.CancelAsync();
        await _renewing;
        return _receipt;
    }

    public void Dispose() => _stop.Dispose();

    private async Task RenewAsync()
    {
        // A third: should one renewal fail, there is time for another.
        using var timer = new PeriodicTimer(_lease / 3, TimeProvider.System);
        while (await TickAsync(timer))
        {
            try
            {
                // Not cancelled on the way: the new receipt would be lost.
                var update = await _queue.UpdateMessageAsync(
                    _message.MessageId, _receipt, messageText: null, visibilityTimeout: _lease);
                _receipt = update.Value.PopReceipt;
            }
            catch (Exception exception) when (exception.IsStorageFault())
            {
                _logger.LogWarning(exception, "The lease of message {Id} could not be renewed.", _message.MessageId);
            }
        }
    }

    private async ValueTask<bool> TickAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
