using Intake.Receive;

namespace Intake.Storage;

/// <summary>
/// What the three stages of a contribution share: which messages are still worth handling, how the contribution moves
/// on, and what failing means.
/// </summary>
/// <param name="queue">The queue the stage reads.</param>
/// <param name="from">The status in which a contribution waits for this stage.</param>
/// <param name="nextQueue">The queue of the stage after it; null for the last.</param>
public abstract class ContributionStage(
    ContributionStore contributions, QueueSender sender, string queue, Status from, string? nextQueue) : IQueueStage
{
    private const int MaxTries = 5;

    public string Queue => queue;

    public async Task HandleAsync(string message, CancellationToken cancellation)
    {
        var (call, id, revision) = StageMessage.Parse(message);
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var row = await contributions.FindAsync(call, id, cancellation)
                ?? throw new InvalidOperationException($"Contribution {id} of call {call} is not in the table.");

            if (row.Revision != revision || IsFinished(row))
            {
                // Withdrawn, revised, failed or finished since the message was sent: there is nothing left to do.
                await contributions.ForgetAsync(call, id, revision, cancellation);
                return;
            }

            // Another run of this stage got further; it may have died before it sent the next message.
            if (row.Status > from)
            {
                await sender.SendAsync(nextQueue!, message, cancellation);
                return;
            }

            // A stage before this one runs again; its message will come.
            if (row.Status < from)
                return;

            await WorkAsync(call, row, cancellation);
            if (await MoveOnAsync(call, row, message, cancellation))
                return;
        }

        throw new IOException($"Contribution {id} is changed too often to be handled now.");
    }

    public async Task FailAsync(string message, string reason, CancellationToken cancellation)
    {
        var (call, id, revision) = StageMessage.Parse(message);
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var row = await contributions.FindAsync(call, id, cancellation);
            if (row is null || row.Revision != revision || IsFinished(row))
            {
                await contributions.ForgetAsync(call, id, revision, cancellation);
                return;
            }

            // An earlier stage runs again: this message's failure is not the contribution's.
            if (row.Status < from)
                return;
            row.Reason = reason;
            if (await contributions.TryFinishAsync(call, row, Status.Failed, cancellation))
                return;
        }
    }

    public async Task RequeueAsync(string message, CancellationToken cancellation)
    {
        var (call, id, revision) = StageMessage.Parse(message);
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var row = await contributions.FindAsync(call, id, cancellation);
            if (row is null || row.Revision != revision || row.Status != Status.Failed)
                return;
            if (await contributions.TryRequeueAsync(call, row, from, queue, cancellation))
                return;
        }
    }

    /// <summary>Does the stage's work and writes what it found under fixed names; may set what the row shows of it.</summary>
    protected abstract Task WorkAsync(string call, ContributionRow row, CancellationToken cancellation);

    private static bool IsFinished(ContributionRow row) =>
        row.Status is Status.Withdrawn or Status.Failed or Status.Analysed;

    private async Task<bool> MoveOnAsync(string call, ContributionRow row, string message, CancellationToken cancellation)
    {
        if (nextQueue is null)
            return await contributions.TryFinishAsync(call, row, Status.Analysed, cancellation);
        if (!await contributions.TryAdvanceAsync(row, from + 1, cancellation))
            return false;
        await sender.SendAsync(nextQueue, message, cancellation);
        return true;
    }
}
