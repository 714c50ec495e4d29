using System.Text.Json;
using Intake.Calls;
using Intake.Http;
using Intake.Outbox;
using Intake.Storage;

namespace Intake.Receive;

/// <summary>What made a request, beside what it says.</summary>
/// <param name="Key">Idempotency key or Message-ID; null when the content and its sender have to do.</param>
/// <param name="KeyIsContent">The key alone does not make two requests the same; the content has to be the same too.</param>
/// <param name="Sender">Who sent it, as far as known; only used to tell a retry from somebody else's equal text.</param>
public sealed record RequestIdentity(string? Key, bool KeyIsContent, string Sender)
{
    /// <summary>When it was stored, if that was before it is read, as mail is; else null. The call had to be open then.</summary>
    public DateTimeOffset? Arrived { get; init; }

    /// <summary>The mail it came in; null when it did not come by mail.</summary>
    public MailOrigin? Mail { get; init; }
}

/// <summary>What a contributor gets in answer.</summary>
public sealed record Acknowledgement(
    string Id, string Receipt, Status Status, int Revision, DateTimeOffset Received, IReadOnlyList<Document> Documents);

/// <summary>
/// Takes contributions in: documents first, then the claim on the request's key, then the rows, then the queue message.
/// An answer is given after all four; whatever a crash leaves in between is completed by the same request sent again,
/// or, once the rows are there, by the sweep.
/// </summary>
public sealed class Receiver(
    ContributionStore contributions, RequestStore requests, Originals originals, QueueSender queue, Receipts receipts,
    OutboxStore outbox, TimeProvider time)
{
    /// <summary>How long the same content from the same sender, without a key, counts as the same request.</summary>
    public static readonly TimeSpan RetryWindow = TimeSpan.FromMinutes(10);

    private const int MaxTries = 5;

    public Upload NewUpload() => new(originals, Ids.New(time.GetUtcNow()));

    /// <summary>Refuses what comes too early or too late.</summary>
    /// <param name="call">The call.</param>
    /// <param name="arrived">When it came; now if null.</param>
    /// <returns>Whether it is late, and accepted all the same.</returns>
    public bool CheckOpen(Call call, DateTimeOffset? arrived = null)
    {
        var then = arrived ?? time.GetUtcNow();
        if (then < call.Opens)
            throw Problems.NotOpenYet(call);
        if (then < call.Closes)
            return false;
        return call.Rules.Late == LateRule.Accept ? true : throw Problems.Closed(call);
    }

    /// <summary>A new contribution, or the one that the same request made before.</summary>
    public async Task<Acknowledgement> ReceiveAsync(
        Call call, Submission submission, Upload upload, Channel channel, RequestIdentity identity, CancellationToken cancellation)
    {
        var late = await CheckOpenAsync(call, call.Id, submission, upload, identity, cancellation);
        var claim = await ClaimAsync(call.Id, submission, upload, identity, contribution: upload.Id, RetryWindow, cancellation);
        if (identity.Key is null && !upload.Kept
            && await contributions.FindAsync(call.Id, claim.Contribution, cancellation) is { Status: Status.Withdrawn })
        {
            // Sent again after it was withdrawn: that is meant, not a retry.
            claim = await ClaimAsync(call.Id, submission, upload, identity, contribution: upload.Id, TimeSpan.Zero, cancellation);
        }

        var row = NewRow(call.Id, claim, submission, upload.Documents, channel, late);
        row.MailJson = identity.Mail is null ? null : JsonSerializer.Serialize(identity.Mail, Json.Options);
        await contributions.AddAsync(call.Id, row, cancellation);
        return await AcknowledgeAsync(call.Id, row, upload, cancellation);
    }

    /// <summary>A later revision of a contribution whose receipt was shown.</summary>
    public async Task<Acknowledgement> ReviseAsync(
        Call call, string id, Submission submission, Upload upload, RequestIdentity identity, CancellationToken cancellation)
    {
        var late = await CheckOpenAsync(call, $"{call.Id}/{id}", submission, upload, identity, cancellation);

        // Before the claim, which keeps the documents: what is refused must not stay.
        await CurrentAsync(call.Id, id, cancellation);
        var claim = await ClaimAsync($"{call.Id}/{id}", submission, upload, identity, contribution: id, RetryWindow, cancellation);
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var current = await CurrentAsync(call.Id, id, cancellation);
            if (await StoredAsync(call.Id, current, claim, cancellation) is { } stored)
                return await AcknowledgeAsync(call.Id, stored, upload, cancellation);

            var revised = NewRow(call.Id, claim, submission, upload.Documents, current.Channel, late);
            revised.Revision = current.Revision + 1;
            revised.Received = current.Received;
            revised.ETag = current.ETag;
            if (await contributions.TryReviseAsync(call.Id, revised, cancellation))
                return await AcknowledgeAsync(call.Id, revised, upload, cancellation);
        }

        throw Problems.Contended();
    }

    /// <summary>Withdraws a contribution whose receipt was shown. Withdrawing twice is the same as once.</summary>
    public async Task<ContributionRow> WithdrawAsync(string call, string id, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var row = await contributions.FindAsync(call, id, cancellation) ?? throw Problems.UnknownContribution();
            if (row.Status == Status.Withdrawn || await contributions.TryWithdrawAsync(call, row, cancellation))
                return row;
        }

        throw Problems.Contended();
    }

    /// <summary>The contribution as it is now, if it can be revised.</summary>
    private async Task<ContributionRow> CurrentAsync(string call, string id, CancellationToken cancellation)
    {
        var current = await contributions.FindAsync(call, id, cancellation) ?? throw Problems.UnknownContribution();
        return current.Status == Status.Withdrawn ? throw Problems.Withdrawn() : current;
    }

    private async Task<RequestClaim> ClaimAsync(
        string scope, Submission submission, Upload upload, RequestIdentity identity, string contribution, TimeSpan window,
        CancellationToken cancellation)
    {
        CheckFits(submission, upload);
        var now = time.GetUtcNow();
        var content = submission.ContentHash(upload.Documents);
        var byContent = identity.Key is null || identity.KeyIsContent;

        // Should the answer be lost, or nobody wait for it, the claim may be there all the same and point at these documents.
        upload.Kept = true;
        var claim = await requests.ClaimAsync(
            KeyOf(scope, identity, content),
            new RequestClaim { Contribution = contribution, Upload = upload.Id, ContentHash = content, Received = identity.Arrived ?? now },
            identity.Key is null ? now - window : null,
            cancellation);
        upload.Kept = claim.Upload == upload.Id;
        return byContent || claim.ContentHash == content ? claim : throw Problems.KeyReused();
    }

    private static string KeyOf(string scope, RequestIdentity identity, string content) => identity.Key is null
        ? Ids.Hash("content", scope, identity.Sender, content)
        : Ids.Hash("key", scope, identity.Key, identity.KeyIsContent ? content : "");

    /// <summary>As <see cref="CheckOpen"/>; but what was taken in before the closing gets its answer again after it.</summary>
    private async Task<bool> CheckOpenAsync(
        Call call, string scope, Submission submission, Upload upload, RequestIdentity identity, CancellationToken cancellation)
    {
        var content = submission.ContentHash(upload.Documents);
        if (identity.Key is not null && identity.Arrived is null && time.GetUtcNow() >= call.Closes
            && await requests.FindAsync(KeyOf(scope, identity, content), cancellation) is { } earlier
            && earlier.ContentHash == content)
            return CheckOpen(call, earlier.Received);
        return CheckOpen(call, identity.Arrived);
    }

    /// <summary>Each field and file name may be as long as it may be, and all together still too long for a row.</summary>
    private static void CheckFits(Submission submission, Upload upload)
    {
        if (JsonSerializer.Serialize(submission.Contributor, Json.Options).Length > ContributionStore.MaxPropertyCharacters)
            throw Problems.Invalid([new InputError("endorsers", "are too long together; send the list as a file")]);
        if (JsonSerializer.Serialize(upload.Documents, Json.Options).Length > ContributionStore.MaxPropertyCharacters)
            throw Problems.Malformed("The names of the files are too long together. Give the files shorter names, or send fewer. Nothing was stored.");
    }

    /// <summary>The revision an earlier try of the same request stored, if it got that far.</summary>
    private async Task<ContributionRow?> StoredAsync(
        string call, ContributionRow current, RequestClaim claim, CancellationToken cancellation)
    {
        if (current.Upload == claim.Upload)
            return current;
        for (var revision = current.Revision - 1; revision > 0; revision--)
        {
            var earlier = await contributions.FindRevisionAsync(call, current.Id, revision, cancellation);
            if (earlier?.Upload == claim.Upload)
                return earlier;
        }

        return null;
    }

    /// <summary>Queues the revision, unless an earlier try did and it went on since, and answers.</summary>
    private async Task<Acknowledgement> AcknowledgeAsync(
        string call, ContributionRow row, Upload upload, CancellationToken cancellation)
    {
        if (upload.Kept || await contributions.IsPendingAsync(call, row, cancellation))
            await queue.SendAsync(Queues.Received, new StageMessage(call, row.Id, row.Revision).ToString(), cancellation);
        await outbox.AddReceiptAsync(call, row, isRead: false, cancellation);
        return new Acknowledgement(
            row.Id, await receipts.OfAsync(call, row.Id, cancellation), Status.Received, row.Revision, row.Revised, row.Documents);
    }

    private static ContributionRow NewRow(
        string call, RequestClaim claim, Submission submission, IReadOnlyList<Document> documents, Channel channel, bool late)
    {
        return new ContributionRow
        {
            PartitionKey = ContributionKeys.Partition(call, claim.Contribution),
            RowKey = ContributionKeys.Contribution(claim.Contribution),
            Id = claim.Contribution,
            Revision = 1,
            State = nameof(Status.Received),
            Received = claim.Received,
            Revised = claim.Received,
            Late = late,
            Via = channel.ToString(),
            Title = submission.Title,
            Language = submission.Language ?? "und",
            Upload = claim.Upload,
            SuggestedEndorsersJson = submission.SuggestedEndorsers.Count == 0 ? null : JsonSerializer.Serialize(submission.SuggestedEndorsers, Json.Options),
            ContributorJson = JsonSerializer.Serialize(submission.Contributor, Json.Options),
            DocumentsJson = JsonSerializer.Serialize(documents, Json.Options),
        };
    }
}
