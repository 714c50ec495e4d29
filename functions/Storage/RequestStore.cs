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
        claim.PartitionKey = key[..2];
        claim.RowKey = key;
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

            var held = await _table.GetEntityIfExistsAsync<RequestClaim>(
                claim.PartitionKey, claim.RowKey, cancellationToken: cancellation);
            if (!held.HasValue)
                continue;
            if (expires is null || held.Value!.Received >= expires)
                return held.Value!;
            try
            {
                await _table.UpdateEntityAsync(claim, held.Value.ETag, TableUpdateMode.Replace, cancellation);
                return claim;
            }
            catch (RequestFailedException fault) when (fault.Status is 404 or 412)
            {
                // Safe: another request took over the expired claim first; read that one.
            }
        }

        throw new IOException("The request's key is contended; try again.");
    }
}
