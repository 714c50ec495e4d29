using Azure;
using Azure.Data.Tables;

namespace Intake.Storage;

/// <summary>
/// Requests that were accepted, by what makes two of them the same: an idempotency key, a Message-ID with its content,
/// or the content and its sender.
/// </summary>
public sealed class RequestStore(StorageClients storage)
{
    private readonly TableClient _table = storage.Table(Tables.Requests);

    /// <summary>Takes the key for <paramref name="claim"/>, unless somebody has it: then that claim comes back.</summary>
    /// <param name="expires">Claims of the same key before this time do not count any more.</param>
    public async Task<RequestClaim> ClaimAsync(
        string key, RequestClaim claim, DateTimeOffset? expires, CancellationToken cancellation)
    {
        (claim.PartitionKey, claim.RowKey) = (Partition(key), key);
        for (var tries = 0; tries < 5; tries++)
        {
            try
            {
                await _table.AddEntityAsync(claim, cancellation);
                return claim;
            }
            catch (RequestFailedException fault) when (fault.Status == 409)
            {
                // Safe: an earlier or simultaneous request holds the key; which one is read below.
            }

            if (await FindAsync(key, cancellation) is not { } held)
                continue;
            if (expires is null || held.Received >= expires)
                return held;
            try
            {
                await _table.UpdateEntityAsync(claim, held.ETag, TableUpdateMode.Replace, cancellation);
                return claim;
            }
            catch (RequestFailedException fault) when (fault.Status is 404 or 412)
            {
                // Safe: another request took over the expired claim first; read that one.
            }
        }

        throw new IOException("The request's key is contended; try again.");
    }

    /// <summary>Who holds the key, if anybody does.</summary>
    public async Task<RequestClaim?> FindAsync(string key, CancellationToken cancellation)
    {
        var held = await _table.GetEntityIfExistsAsync<RequestClaim>(Partition(key), key, cancellationToken: cancellation);
        return held.HasValue ? held.Value : null;
    }

    /// <summary>256 partitions.</summary>
    private static string Partition(string key) => key[..2];
}
