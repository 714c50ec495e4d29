using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Intake.Local.Hosting.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Intake.Local.Hosting.Blobs;

/// <summary>Runs the functions that have a blob trigger.</summary>
internal sealed class BlobTriggers(
    IConfiguration configuration, QueueSettings settings, BackgroundInvoker invoker, ILogger<BlobTriggers> logger)
{
    private const string PoisonQueue = "webjobs-blobtrigger-poison";
    private static readonly string[] BindingNames = ["BlobTrigger", "Uri"];

    /// <summary>The path a function watches.</summary>
    public static string Path(LocalFunction function, IConfiguration configuration) =>
        configuration.Resolve(((BlobTriggerAttribute)function.Trigger).BlobPath, function.Name);

    public ITriggerLoop Loop(LocalFunction function)
    {
        var pattern = new BlobPattern(Path(function, configuration), function.Name);
        function.CheckParameters([.. BindingNames, .. pattern.Tokens]);
        var connection = configuration.StorageConnection(
            ((BlobTriggerAttribute)function.Trigger).Connection, function.Name);
        var container = new BlobContainerClient(connection, pattern.Container);
        var receipts = new BlobReceipts(HostsContainer.Of(connection), function.Name, pattern.Container);
        return new BlobWatch(
            container, pattern, receipts, settings,
            (blob, data, failed) => RunAsync(function, container, blob, data, failed),
            blob => PoisonAsync(function, connection, pattern.Container, blob),
            logger);
    }

    private Task<object?> RunAsync(
        LocalFunction function, BlobContainerClient container, BlobVersion blob, Dictionary<string, object?> data, int failed)
    {
        var client = container.GetBlobClient(blob.Name);
        data["BlobTrigger"] = $"{container.Name}/{blob.Name}";
        data["Uri"] = client.Uri.ToString();
        return invoker.InvokeAsync(new TriggerEvent
        {
            Function = function,
            BindingData = data,
            ReadAs = (type, cancellationToken) => ReadAsync(type, client, blob, cancellationToken),
            RetryCount = failed,
            MaxRetryCount = settings.MaxDequeueCount - 1,
        });
    }

    private static async ValueTask<object?> ReadAsync(
        Type type, BlobClient client, BlobVersion blob, CancellationToken cancellationToken)
    {
        if (type.IsAssignableFrom(typeof(BlobClient)))
        {
            return client;
        }

        var sameVersion = new BlobRequestConditions { IfMatch = blob.ETag };
        if (type == typeof(Stream))
        {
            return await client.OpenReadAsync(
                new BlobOpenReadOptions(allowModifications: false) { Conditions = sameVersion }, cancellationToken);
        }

        var content = await client.DownloadContentAsync(
            new BlobDownloadOptions { Conditions = sameVersion }, cancellationToken);
        return Content.As(type, content.Value.Content);
    }

    /// <summary>The message that Azure's host leaves.</summary>
    private async Task PoisonAsync(LocalFunction function, string connection, string container, BlobVersion blob)
    {
        var queue = new QueueClient(connection, PoisonQueue, new QueueClientOptions
        {
            MessageEncoding = settings.Base64 ? QueueMessageEncoding.Base64 : QueueMessageEncoding.None,
        });
        var message = JsonSerializer.SerializeToUtf8Bytes(new
        {
            Type = "BlobTrigger",
            FunctionId = function.Name,
            BlobType = "BlockBlob",
            ContainerName = container,
            BlobName = blob.Name,
            ETag = blob.ETag.ToString(),
        });
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync(BinaryData.FromBytes(message), timeToLive: TimeSpan.FromSeconds(-1));
    }
}
