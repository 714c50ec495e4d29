using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Intake.Local.Hosting.Queues;

/// <summary>Takes the messages of one queue and has each handled, so many at once as host.json says.</summary>
internal sealed class QueuePump(
    QueueClient queue, QueueSettings settings, TimeSpan lease, QueueMessageHandler handler, Pulse pulse, ILogger logger)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    private readonly HashSet<Task> _running = [];
    private bool _missing;

    /// <summary>Runs until told to stop taking messages, then waits for those in hand.</summary>
    public async Task RunAsync(CancellationToken stopTaking)
    {
        var wait = ShortestWait;
        while (!stopTaking.IsCancellationRequested)
        {
            _running.RemoveWhere(task => task.IsCompleted);
            if (_running.Count > settings.NewBatchThreshold)
            {
                await Task.WhenAny(_running);
                continue;
            }

            var messages = await ReceiveAsync();
            if (messages is { Length: > 0 })
            {
                wait = ShortestWait;
                _running.UnionWith(messages.Select(handler.HandleAsync));
                continue;
            }

            // Something may have sent a message in the meantime: back to short waits then.
            var woken = await pulse.WaitAsync(wait, stopTaking);
            wait = woken ? ShortestWait : Longer(wait);
        }

        await Task.WhenAll(_running);
    }

    private TimeSpan Longer(TimeSpan wait) =>
        wait * 2 < settings.MaxPollingInterval ? wait * 2 : settings.MaxPollingInterval;

    /// <summary>
    /// A receive is never cancelled: its answer would be lost, and with it the messages until their lease ends.
    /// </summary>
    private async Task<QueueMessage[]> ReceiveAsync()
    {
        try
        {
            if (_missing)
            {
                await queue.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None);
                _missing = false;
            }

            return await queue.ReceiveMessagesAsync(settings.BatchSize, lease, CancellationToken.None);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            // Deleted under our feet, by a test or a person.
            _missing = true;
            return [];
        }
        catch (Exception exception) when (exception.IsStorageFault())
        {
            logger.LogWarning(exception, "Queue {Queue} cannot be read; trying again.", queue.Name);
            return [];
        }
    }
}
