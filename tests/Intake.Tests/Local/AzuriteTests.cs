using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Intake.Local.Processes;

namespace Intake.Tests.Local;

public sealed class AzuriteTests
{
    [Fact]
    public async Task Data_in_a_folder_is_there_again_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("intake-azurite-").FullName;
        try
        {
            var options = new AzuriteOptions { DataFolder = folder };
            await using (var first = await Azurite.StartAsync(options, CancellationToken.None))
            {
                var container = new BlobContainerClient(first.ConnectionString, "kept");
                await container.CreateAsync();
                await container.UploadBlobAsync("letter", BinaryData.FromString("Dear working group"));
                await new QueueClient(first.ConnectionString, "kept").CreateAsync();
            }

            await using var second = await Azurite.StartAsync(options, CancellationToken.None);
            var blob = new BlobContainerClient(second.ConnectionString, "kept").GetBlobClient("letter");
            Assert.Equal("Dear working group", (await blob.DownloadContentAsync()).Value.Content.ToString());
            Assert.True(await new QueueClient(second.ConnectionString, "kept").ExistsAsync());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
