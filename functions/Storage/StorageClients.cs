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
    /// From <c>AzureWebJobsStorage</c> (a connection string), or, with a managed identity, from
    /// <c>AzureWebJobsStorage:accountName</c> or the three <c>…ServiceUri</c> beside it: the settings of the Functions host itself.
    /// </summary>
    public static StorageClients From(IConfiguration configuration)
    {
        // The host reads base64 (host.json, messageEncoding); what is sent otherwise goes to poison without a reason.
        var queueOptions = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        if (configuration["AzureWebJobsStorage"] is { Length: > 0 } connection)
        {
            return new StorageClients(
                new BlobServiceClient(connection),
                new QueueServiceClient(connection, queueOptions),
                new TableServiceClient(connection));
        }

        var account = configuration["AzureWebJobsStorage:accountName"];
        TokenCredential identity = new DefaultAzureCredential(new DefaultAzureCredentialOptions
        {
            ManagedIdentityClientId = configuration["AzureWebJobsStorage:clientId"],
        });
        return new StorageClients(
            new BlobServiceClient(ServiceUri("blob"), identity),
            new QueueServiceClient(ServiceUri("queue"), identity, queueOptions),
            new TableServiceClient(ServiceUri("table"), identity));

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

    public BlobContainerClient Container(string name) => Blobs.GetBlobContainerClient(name);

    public QueueClient Queue(string name) => Queues.GetQueueClient(name);

    public TableClient Table(string name) => Tables.GetTableClient(name);
}
