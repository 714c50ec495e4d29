using System.Globalization;
using System.Text.Json;
using Intake.Http;
using Intake.Receive;
using Intake.Storage;
using Intake.Synthesis;

namespace Intake.FollowUps;

/// <summary>
/// Takes correction requests in: the claim on the request's key first, then the request under the id that the claim
/// holds, so that the same one sent again counts once and completes what a crash left.
/// </summary>
public sealed class CorrectionDesk(
    CorrectionRequestStore store, RequestStore requests, DigestStore digests, ContributionStore contributions,
    Receipts receipts, TimeProvider time)
{
    /// <exception cref="ProblemException">There is no such digest or contribution, or the receipt is not the contribution's.</exception>
    public async Task<CorrectionRequest> ReceiveAsync(
        string call, int digest, CorrectionDraft draft, RequestIdentity identity, CancellationToken cancellation)
    {
        if (await digests.FindAsync(call, digest, cancellation) is null)
            throw Problems.UnknownDigest();
        var verified = await IsVerifiedAsync(call, draft, cancellation);
        var claim = await ClaimAsync(call, digest, draft, identity, cancellation);
        return await store.AddAsync(call, new CorrectionRequest
        {
            Id = claim.Contribution,
            Digest = digest,
            Message = draft.Message,
            Text = draft.Text,
            Contribution = draft.Contribution,
            Verified = verified,
            Name = draft.Name,
            Email = draft.Email,
            Publish = draft.Publish,
            Received = claim.Received,
        }, cancellation);
    }

    private async Task<bool> IsVerifiedAsync(string call, CorrectionDraft draft, CancellationToken cancellation)
    {
        if (draft.Contribution is null)
            return draft.Receipt is null ? false : throw Problems.Invalid([new InputError("contribution", "is missing; a receipt belongs to one")]);
        if (await contributions.FindAsync(call, draft.Contribution, cancellation) is null)
            throw Problems.UnknownContribution();
        if (draft.Receipt is null)
            return false;
        return await receipts.FitsAsync(draft.Receipt, call, draft.Contribution, cancellation) ? true : throw Problems.ReceiptWrong();
    }

    private async Task<RequestClaim> ClaimAsync(
        string call, int digest, CorrectionDraft draft, RequestIdentity identity, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var scope = string.Create(CultureInfo.InvariantCulture, $"{call}/digests/{digest}/correction-requests");
        var content = Ids.Hash(JsonSerializer.Serialize(draft, Json.Options));
        var claim = await requests.ClaimAsync(
            identity.Key is { } key ? Ids.Hash("key", scope, key) : Ids.Hash("content", scope, identity.Sender, content),
            new RequestClaim { Contribution = Ids.New(now), ContentHash = content, Received = now },
            identity.Key is null ? now - Receiver.RetryWindow : null,
            cancellation);
        return claim.ContentHash == content ? claim : throw Problems.KeyReused();
    }
}
