using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Intake.Local.Hosting.Queues;

/// <summary>
/// Handles one message: runs the function while renewing the message's lease; then deletes the message, or lets it be
/// tried again later, or moves it to the poison queue.
/// </summary>
internal sealed class QueueMessageHandler(
    QueueClient queue,
    QueueClient poison,
    QueueSettings settings,
    TimeSpan lease,
    Func<QueueMessage, BinaryData, Task> function,
    ILogger logger)
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    public async Task HandleAsync(QueueMessage message)
    {
        try
        {
            await TryAsync(message);
        }
        catch (Exception exception) when (exception.IsStorageFault())
        {
            // The message is still in the queue, or again, or somebody else has it: at least once holds.
            logger.LogWarning(exception, "Message {Id} of {Queue} could not be settled.", message.MessageId, queue.Name);
        }
    }

    private async Task TryAsync(QueueMessage message)
    {
        if (message.DequeueCount > settings.MaxDequeueCount)
        {
            await PoisonAsync(message, message.PopReceipt, "it was tried too often");
            return;
        }

        if (Decode(message.Body) is not { } body)
        {
            await PoisonAsync(message, message.PopReceipt, "it is no Base64");
            return;
        }

        using var renewal = new LeaseRenewal(queue, message, lease, logger);
        Exception? failure = null;
        try
        {
            await function(message, body);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        var receipt = await renewal.StopAsync();
        if (failure is null)
        {
            await queue.DeleteMessageAsync(message.MessageId, receipt);
        }
        else if (message.DequeueCount < settings.MaxDequeueCount)
        {
            logger.LogWarning(failure, "Message {Id} of {Queue} failed, try {Try} of {Tries}.",
                message.MessageId, queue.Name, message.DequeueCount, settings.MaxDequeueCount);
            await queue.UpdateMessageAsync(
                message.MessageId, receipt, messageText: null, visibilityTimeout: settings.VisibilityTimeout);
        }
        else
        {
            logger.LogError(failure, "Message {Id} of {Queue} failed.", message.MessageId, queue.Name);
            await PoisonAsync(message, receipt, $"it failed {message.DequeueCount} times");
        }
    }

    private BinaryData? Decode(BinaryData raw)
    {
        if (!settings.Base64)
        {
            return raw;
        }

        var bytes = new byte[raw.ToMemory().Length];
        return Convert.TryFromBase64String(raw.ToString(), bytes, out var length)
            ? BinaryData.FromBytes(bytes.AsMemory(0, length))
            : null;
    }

    private async Task PoisonAsync(QueueMessage message, string receipt, string reason)
    {
        logger.LogError("Message {Id} of {Queue} goes to {Poison}: {Reason}.",
            message.MessageId, queue.Name, poison.Name, reason);
        try
        {
            await poison.SendMessageAsync(message.Body, timeToLive: Forever);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await poison.CreateIfNotExistsAsync();
            await poison.SendMessageAsync(message.Body, timeToLive: Forever);
        }

        await queue.DeleteMessageAsync(message.MessageId, receipt);
    }
}
