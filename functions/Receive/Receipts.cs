using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;
using Intake.Storage;

namespace Intake.Receive;

/// <summary>
/// Receipts: what lets a contributor see, revise and withdraw a contribution. A receipt is a keyed hash of the
/// contribution's id, so nothing that could leak one is stored, and the same request gets the same one again.
/// </summary>
public sealed class Receipts(StorageClients storage) : IDisposable
{
    private const string BlobName = "receipts";
    private const int KeyBytes = 32;

    /// <summary>26 characters of 5 bits: 130 bits nobody guesses.</summary>
    private const int Length = 26;

    private readonly SemaphoreSlim _once = new(1);
    private byte[]? _key;

    public async Task<string> OfAsync(string call, string id, CancellationToken cancellation)
    {
        var hash = HMACSHA256.HashData(await KeyAsync(cancellation), Encoding.UTF8.GetBytes($"{call}/{id}"));
        return string.Create(Length, hash, static (characters, bytes) => Ids.Encode(bytes, characters));
    }

    public async Task<bool> FitsAsync(string receipt, string call, string id, CancellationToken cancellation)
    {
        var right = await OfAsync(call, id, cancellation);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(receipt), Encoding.UTF8.GetBytes(right));
    }

    /// <summary>A keyed hash of something else that only we may make; never a receipt, whose text begins with a call's id.</summary>
    internal async Task<string> SignAsync(string text, CancellationToken cancellation) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(await KeyAsync(cancellation), Encoding.UTF8.GetBytes($"|{text}")));

    public void Dispose() => _once.Dispose();

    /// <summary>Made once, by whichever instance comes first, and kept in the account.</summary>
    private async Task<byte[]> KeyAsync(CancellationToken cancellation)
    {
        if (_key is not null)
            return _key;
        await _once.WaitAsync(cancellation);
        try
        {
            return _key ??= await ReadOrMakeAsync(cancellation);
        }
        finally
        {
            _once.Release();
        }
    }

    private async Task<byte[]> ReadOrMakeAsync(CancellationToken cancellation)
    {
        var blob = storage.Container(Containers.Keys).GetBlobClient(BlobName);
        try
        {
            var key = RandomNumberGenerator.GetBytes(KeyBytes);
            await blob.UploadAsync(
                new BinaryData(key),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } },
                cancellation);
            return key;
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            // Safe: another instance, or an earlier start, made it.
            return (await blob.DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
    }
}
