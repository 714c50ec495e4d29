using System.Globalization;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Intake.Local.Hosting.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Intake.Local.Hosting.Queues;

/// <summary>Runs the functions that have a queue trigger.</summary>
internal sealed class QueueTriggers(
    IConfiguration configuration, QueueSettings settings, TimeSpan lease, BackgroundInvoker invoker, Pulse pulse,
    ILogger<QueueTriggers> logger)
{
    private static readonly string[] BindingNames =
        ["QueueTrigger", "Id", "PopReceipt", "DequeueCount", "InsertionTime", "ExpirationTime", "NextVisibleTime"];

    /// <summary>The queue a function listens to.</summary>
    public static string Queue(LocalFunction function, IConfiguration configuration) =>
        configuration.Resolve(((QueueTriggerAttribute)function.Trigger).QueueName, function.Name);

    public ITriggerLoop Loop(LocalFunction function)
    {
        function.CheckParameters(BindingNames);
        var name = Queue(function, configuration);
        var connection = configuration.StorageConnection(
            ((QueueTriggerAttribute)function.Trigger).Connection, function.Name);

        // Bodies are decoded here: what cannot be decoded must reach the poison queue as it was.
        var queue = new QueueClient(connection, name);
        var poison = new QueueClient(connection, name + "-poison");
        var handler = new QueueMessageHandler(
            queue, poison, settings, lease, (message, body) => RunAsync(function, message, body), logger);
        return new QueueLoop(queue, new QueuePump(queue, settings, lease, handler, pulse, logger));
    }

    private Task<object?> RunAsync(LocalFunction function, QueueMessage message, BinaryData body)
    {
        return invoker.InvokeAsync(new TriggerEvent
        {
            Function = function,
            BindingData = BindingData(message, body),
            ReadAs = (type, _) => ValueTask.FromResult(ReadAs(type, message, body)),
            RetryCount = (int)message.DequeueCount - 1,
            MaxRetryCount = settings.MaxDequeueCount - 1,
        });
    }

    /// <summary>Strings throughout: what the real worker hands over depends on its host's version.</summary>
    private static Dictionary<string, object?> BindingData(QueueMessage message, BinaryData body) =>
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["QueueTrigger"] = body.ToString(),
            ["Id"] = message.MessageId,
            ["PopReceipt"] = message.PopReceipt,
            ["DequeueCount"] = message.DequeueCount.ToString(CultureInfo.InvariantCulture),
            ["InsertionTime"] = message.InsertedOn?.ToString("O"),
            ["ExpirationTime"] = message.ExpiresOn?.ToString("O"),
            ["NextVisibleTime"] = message.NextVisibleOn?.ToString("O"),
        };

    private static object? ReadAs(Type type, QueueMessage message, BinaryData body) =>
        type == typeof(QueueMessage)
            ? QueuesModelFactory.QueueMessage(
                message.MessageId, message.PopReceipt, body, message.DequeueCount,
                message.NextVisibleOn, message.InsertedOn, message.ExpiresOn)
            : Content.As(type, body);

    private sealed class QueueLoop(QueueClient queue, QueuePump pump) : ITriggerLoop
    {
        public Task PrepareAsync(CancellationToken cancellationToken) =>
            queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

        public Task RunAsync(CancellationToken stopTaking) => pump.RunAsync(stopTaking);
    }
}
