using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Intake.Receive;

namespace Intake.Storage;

/// <summary>
/// Contributions in the table. Each change is one transaction of the contribution's row, its journal entry and its
/// pending mark. Methods that return false lost to another writer and changed nothing: read again and decide again.
/// </summary>
public sealed class ContributionStore(StorageClients storage, TimeProvider time)
{
    /// <summary>The service's limit of one string property, in UTF-16 units.</summary>
    public const int MaxPropertyCharacters = 32_000;

    private readonly TableClient _table = storage.Table(Tables.Contributions);

    public async Task<ContributionRow?> FindAsync(string call, string id, CancellationToken cancellation) =>
        await GetAsync(call, id, ContributionKeys.Contribution(id), cancellation);

    public async Task<ContributionRow?> FindRevisionAsync(
        string call, string id, int revision, CancellationToken cancellation) =>
        await GetAsync(call, id, ContributionKeys.Revision(id, revision), cancellation);

    /// <summary>The first revision. Adding what is there already does nothing, so it can be repeated.</summary>
    public async Task AddAsync(string call, ContributionRow row, CancellationToken cancellation)
    {
        try
        {
            await SubmitAsync(
                [
                    new(TableTransactionActionType.Add, row),
                    new(TableTransactionActionType.Add, row.AsRevision()),
                    Journal(call, row, JournalKind.Received),
                    Pending(call, row, Queues.Received),
                ],
                cancellation);
        }
        catch (TableTransactionFailedException fault) when (fault.Status == 409)
        {
            // Safe: all four rows were added together by an earlier try of the same request.
        }
    }

    /// <summary>A later revision, on the row as it was read.</summary>
    public async Task<bool> TryReviseAsync(string call, ContributionRow revised, CancellationToken cancellation)
    {
        List<TableTransactionAction> actions =
        [
            // First, since it alone fails when two revisions meet on a service that ignores ETags in transactions.
            new(TableTransactionActionType.Add, revised.AsRevision()),
            new(TableTransactionActionType.UpdateReplace, revised, revised.ETag),
            Journal(call, revised, JournalKind.Revised),
            Pending(call, revised, Queues.Received),
        ];

        // Nobody finishes the revision before any more, so nobody else would take its mark away.
        var before = new ContributionRow { PartitionKey = revised.PartitionKey, Id = revised.Id, Revision = revised.Revision - 1 };
        if (await IsPendingAsync(call, before, cancellation))
            actions.Add(Unpending(before));
        return await TryAsync(actions, cancellation);
    }

    /// <summary>Withdraws the contribution; what its contributor sent is no longer shown or used.</summary>
    public async Task<bool> TryWithdrawAsync(string call, ContributionRow row, CancellationToken cancellation)
    {
        List<TableTransactionAction> actions = [];
        if (await IsPendingAsync(call, row, cancellation))
            actions.Add(Unpending(row));
        row.State = nameof(Status.Withdrawn);
        row.Reason = null;
        actions.Add(new(TableTransactionActionType.UpdateReplace, row, row.ETag));
        actions.Add(Journal(call, row, JournalKind.Withdrawn));
        return await TryAsync(actions, cancellation);
    }

    /// <summary>Moves the row on to <paramref name="status"/> after a stage that is not the last.</summary>
    public async Task<bool> TryAdvanceAsync(ContributionRow row, Status status, CancellationToken cancellation)
    {
        row.State = status.ToString();
        try
        {
            await _table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status == 412)
        {
            // Safe: somebody else changed the row since it was read; the caller reads it again.
            return false;
        }
    }

    /// <summary>Ends the way of a revision: <see cref="Status.Analysed"/>, or <see cref="Status.Failed"/> with a reason.</summary>
    public Task<bool> TryFinishAsync(string call, ContributionRow row, Status status, CancellationToken cancellation)
    {
        row.State = status.ToString();
        var kind = status == Status.Analysed ? JournalKind.Analysed : JournalKind.Failed;
        return TryAsync(
            [
                // First: of several workers that finish the same revision, one deletes the mark and the others fail here.
                Unpending(row),
                new(TableTransactionActionType.UpdateReplace, row, row.ETag),
                Journal(call, row, kind),
            ],
            cancellation);
    }

    /// <summary>Records that an analysed contribution is classified otherwise, on the row as it was read.</summary>
    public Task<bool> TryReclassifyAsync(string call, ContributionRow row, CancellationToken cancellation) => TryAsync(
        [
            new(TableTransactionActionType.UpdateReplace, row, row.ETag),
            Journal(call, row, JournalKind.Reclassified),
        ],
        cancellation);

    /// <summary>Keeps, or takes back, what a person said of a passage of the row's revision, as the row was read.</summary>
    public Task<bool> TryCorrectAsync(
        string call, ContributionRow row, CorrectionRow correction, bool takeBack, CancellationToken cancellation)
    {
        (correction.PartitionKey, correction.RowKey) =
            (row.PartitionKey, ContributionKeys.Correction(row.Id, row.Revision, correction.Passage));
        return TryAsync(
            [
                // The row is written as it is: a revision that comes at the same time makes this fail.
                new(TableTransactionActionType.UpdateReplace, row, row.ETag),
                takeBack
                    ? new(TableTransactionActionType.Delete, correction, ETag.All)
                    : new(TableTransactionActionType.UpsertReplace, correction),
                Journal(call, row, JournalKind.Corrected),
            ],
            cancellation);
    }

    /// <summary>Keeps for a passage of the row's revision what a person said of it in an earlier one. Not journalled: the
    /// revision's own entry comes when it is analysed.</summary>
    public Task CarryAsync(ContributionRow row, CorrectionRow said, int passage, CancellationToken cancellation) => _table.UpsertEntityAsync(
        new CorrectionRow
        {
            PartitionKey = row.PartitionKey,
            RowKey = ContributionKeys.Correction(row.Id, row.Revision, passage),
            Passage = passage,
            Themes = said.Themes,
            Questions = said.Questions,
            By = said.By,
            At = said.At,
        },
        TableUpdateMode.Replace,
        cancellation);

    /// <summary>What people said of the passages of a revision, in their order.</summary>
    public async Task<IReadOnlyList<CorrectionRow>> CorrectionsAsync(
        string call, string id, int revision, CancellationToken cancellation)
    {
        var from = ContributionKeys.Corrections(id, revision);
        var (partition, to) = (ContributionKeys.Partition(call, id), from + "}");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        var rows = new List<CorrectionRow>();
        await foreach (var row in _table.QueryAsync<CorrectionRow>(filter, cancellationToken: cancellation))
            rows.Add(row);
        return rows;
    }

    /// <summary>Puts a failed revision back to where <paramref name="queue"/> finds it.</summary>
    public Task<bool> TryRequeueAsync(
        string call, ContributionRow row, Status status, string queue, CancellationToken cancellation)
    {
        row.State = status.ToString();
        row.Reason = null;
        return TryAsync(
            [
                Pending(call, row, queue),
                new(TableTransactionActionType.UpdateReplace, row, row.ETag),
                Journal(call, row, JournalKind.Requeued),
            ],
            cancellation);
    }

    /// <summary>Whether the row's revision still waits to be analysed.</summary>
    public async Task<bool> IsPendingAsync(string call, ContributionRow row, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<PendingRow>(
            row.PartitionKey, ContributionKeys.Pending(row.Id, row.Revision), cancellationToken: cancellation);
        return found.HasValue;
    }

    /// <summary>Takes away the mark of a revision that nobody waits for any more. Doing it twice is the same as once.</summary>
    public Task ForgetAsync(string call, string id, int revision, CancellationToken cancellation) => _table.DeleteEntityAsync(
        ContributionKeys.Partition(call, id), ContributionKeys.Pending(id, revision), ETag.All, cancellation);

    private async Task<ContributionRow?> GetAsync(string call, string id, string rowKey, CancellationToken cancellation)
    {
        if (!Ids.IsValid(id))
            return null;
        var found = await _table.GetEntityIfExistsAsync<ContributionRow>(
            ContributionKeys.Partition(call, id), rowKey, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private async Task<bool> TryAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            await SubmitAsync(actions, cancellation);
            return true;
        }
        catch (TableTransactionFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            // Safe: the transaction changed nothing; another writer was first and the caller reads the row again.
            return false;
        }
    }

    private Task SubmitAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellation) =>
        _table.SubmitTransactionAsync(actions, cancellation);

    private TableTransactionAction Journal(string call, ContributionRow row, JournalKind kind)
    {
        var entry = new JournalEntry(time.GetUtcNow(), row.Id, row.Revision, kind, row.Reason);
        return new(TableTransactionActionType.Add, new TableEntity(
            ContributionKeys.Partition(call, row.Id), ContributionKeys.Journal(entry))
        {
            ["Entry"] = JsonSerializer.Serialize(entry, Json.Options),
        });
    }

    private TableTransactionAction Pending(string call, ContributionRow row, string queue) =>
        new(TableTransactionActionType.UpsertReplace, new PendingRow
        {
            PartitionKey = row.PartitionKey,
            RowKey = ContributionKeys.Pending(row.Id, row.Revision),
            Queue = queue,
            Message = new StageMessage(call, row.Id, row.Revision).ToString(),
            Since = time.GetUtcNow(),
        });

    private static TableTransactionAction Unpending(ContributionRow row) => new(
        TableTransactionActionType.Delete,
        new TableEntity(row.PartitionKey, ContributionKeys.Pending(row.Id, row.Revision)),
        ETag.All);
}
