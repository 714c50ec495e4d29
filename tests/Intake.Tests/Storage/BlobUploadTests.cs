using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Intake.Storage;

namespace Intake.Tests.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class BlobUploadTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const int Block = 1 << 20;

    private readonly BlobContainerClient _container = new(
        azurite.ConnectionString, $"upload-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}");

    public Task InitializeAsync() => _container.CreateAsync();

    public Task DisposeAsync() => _container.DeleteAsync();

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(200_000, false)]
    [InlineData(Block - 1, false)]
    [InlineData(Block, true)]
    [InlineData((3 * Block) + 7, true)]
    public async Task What_is_smaller_than_a_block_is_sent_whole_and_the_rest_in_blocks(int bytes, bool inBlocks)
    {
        var content = RandomNumberGenerator.GetBytes(bytes);
        using var measured = new MeasuredStream(new MemoryStream(content), bytes, hash: true);

        await _container.GetBlobClient("blob").UploadStreamAsync(measured, CancellationToken.None);

        var stored = await _container.GetBlobClient("blob").DownloadContentAsync();
        Assert.Equal(content, stored.Value.Content.ToArray());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), measured.Sha256());
        var list = await _container.GetBlockBlobClient("blob").GetBlockListAsync();
        Assert.Equal(inBlocks, list.Value.CommittedBlocks.Any());
    }

    [Theory]
    [InlineData(100)]
    [InlineData((2 * Block) + 1)]
    public async Task What_is_too_large_is_refused_and_not_stored(int bytes)
    {
        using var measured = new MeasuredStream(new MemoryStream(new byte[bytes]), bytes - 1);

        var fault = await Assert.ThrowsAsync<LimitExceededException>(
            () => _container.GetBlobClient("blob").UploadStreamAsync(measured, CancellationToken.None));

        Assert.Equal(bytes - 1, fault.MaxBytes);
        Assert.False(await _container.GetBlobClient("blob").ExistsAsync());
    }
}
