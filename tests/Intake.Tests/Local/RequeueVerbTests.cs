using Azure.Storage.Queues;
using Intake.Storage;

namespace Intake.Tests.Local;

[Collection(AzuriteCollection.Name)]
public sealed class RequeueVerbTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task One_command_sends_what_is_poison_round_again()
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        var poison = new QueueClient(azurite.ConnectionString, Queues.Outbox + Queues.PoisonSuffix, options);
        var queue = new QueueClient(azurite.ConnectionString, Queues.Outbox, options);
        await poison.CreateIfNotExistsAsync();
        await queue.CreateIfNotExistsAsync();
        await poison.ClearMessagesAsync();
        await queue.ClearMessagesAsync();
        foreach (var name in Tables.All)
            await new Azure.Data.Tables.TableClient(azurite.ConnectionString, name).CreateIfNotExistsAsync();
        foreach (var name in Containers.All)
            await new Azure.Storage.Blobs.BlobContainerClient(azurite.ConnectionString, name).CreateIfNotExistsAsync();

        var id = Ids.New(TimeProvider.System.GetUtcNow());
        await poison.SendMessageAsync(id);
        using var command = new HostProcess("requeue", "--storage", azurite.ConnectionString);
        await command.EndedAsync();

        Assert.Equal(0, command.ExitCode);
        Assert.Contains("outbox     1", command.Said, StringComparison.Ordinal);
        Assert.Empty((await poison.PeekMessagesAsync()).Value);
        Assert.Contains((await queue.PeekMessagesAsync(32)).Value, message => message.Body.ToString() == id);
        await queue.ClearMessagesAsync();
    }
}
