using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Intake.Storage;

/// <summary>The three clients of the one storage account that everything lives in.</summary>
public sealed record StorageClients(BlobServiceClient Blobs, QueueServiceClient Queues, TableServiceClient Tables)
{
    /// <summary>
    /// Seconds for one try of one request, none larger than a few megabytes. By default a storage that hangs keeps a
    /// contributor waiting for ten minutes; so it is a good minute with all tries.
    /// </summary>
    private const int TrySeconds = 15;

    private const int MaxRetries = 3;

    /// <summary>
    /// From <c>AzureWebJobsStorage</c> (a connection string), or, with a managed identity, from
    /// <c>AzureWebJobsStorage:accountName</c> or the three <c>…ServiceUri</c> beside it: the settings of the Functions host itself.
    /// </summary>
    public static StorageClients From(IConfiguration configuration)
    {
        // The host reads base64 (host.json, messageEncoding); what is sent otherwise goes to poison without a reason.
        var queueOptions = Limited(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        var blobOptions = Limited(new BlobClientOptions());
        var tableOptions = Limited(new TableClientOptions());
        if (configuration["AzureWebJobsStorage"] is { Length: > 0 } connection)
        {
            return new StorageClients(
                new BlobServiceClient(connection, blobOptions),
                new QueueServiceClient(connection, queueOptions),
                new TableServiceClient(connection, tableOptions));
        }

        var account = configuration["AzureWebJobsStorage:accountName"];
        TokenCredential identity = new DefaultAzureCredential(new DefaultAzureCredentialOptions
        {
            ManagedIdentityClientId = configuration["AzureWebJobsStorage:clientId"],
        });
        return new StorageClients(
            new BlobServiceClient(ServiceUri("blob"), identity, blobOptions),
            new QueueServiceClient(ServiceUri("queue"), identity, queueOptions),
            new TableServiceClient(ServiceUri("table"), identity, tableOptions));

        Uri ServiceUri(string service)
        {
            if (configuration[$"AzureWebJobsStorage:{service}ServiceUri"] is { Length: > 0 } uri)
                return new Uri(uri);
            return account is { Length: > 0 }
                ? new Uri($"https://{account}.{service}.core.windows.net")
                : throw new InvalidOperationException(
                    "No storage account: set AzureWebJobsStorage to a connection string, or AzureWebJobsStorage__accountName.");
        }
    }

    private static T Limited<T>(T options)
        where T : ClientOptions
    {
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(TrySeconds);
        options.Retry.MaxRetries = MaxRetries;
        return options;
    }

    public BlobContainerClient Container(string name) => Blobs.GetBlobContainerClient(name);

    public QueueClient Queue(string name) => Queues.GetQueueClient(name);

    public TableClient Table(string name) => Tables.GetTableClient(name);
}
