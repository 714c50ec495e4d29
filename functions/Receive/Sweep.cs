using Azure;
using Azure.Data.Tables;
using Intake.Calls;
using Intake.Outbox;
using Intake.Receive.Mail;
using Intake.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Intake.Receive;

/// <summary>
/// Finds what was stored but never queued, or whose message was lost, and queues it again. What still does not get
/// done, without ever failing by itself, is given up after a number of sweeps.
/// </summary>
public sealed class Sweep(
    StorageClients storage, CallStore calls, ContributionList contributions, OutboxStore outbox, MailStore mails, QueueSender sender,
    IEnumerable<IQueueStage> stages, IOptions<AppOptions> app, TimeProvider time, ILogger<Sweep> logger)
{
    /// <summary>Sweeps of the same work before it is given up: something kills the process without a word.</summary>
    public const int MaxSweeps = 12;

    /// <returns>How many messages were sent.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - app.Value.SweepAfter;
        var sent = await SweepAsync(Tables.Mails, mails.Mails.PendingAsync(before, cancellation), cancellation);
        sent += await SweepAsync(Tables.Outbox, outbox.Mails.PendingAsync(before, cancellation), cancellation);
        await foreach (var call in calls.AllAsync(cancellation))
            sent += await SweepAsync(Tables.Contributions, contributions.PendingAsync(call.Id, before, cancellation), cancellation);
        if (sent > 0)
            logger.LogWarning("Sweep: {Sent} messages were missing and have been sent", sent);
        return sent;
    }

    private async Task<int> SweepAsync(string table, IAsyncEnumerable<PendingRow> pending, CancellationToken cancellation)
    {
        var sent = 0;
        await foreach (var row in pending)
        {
            if (row.Sweeps >= MaxSweeps)
            {
                var stage = stages.Single(stage => stage.Queue == row.Queue);
                await stage.FailAsync(row.Message, "It was tried many times and never came to an end. A person has to look at it.", cancellation);
                continue;
            }

            (row.Since, row.Sweeps) = (time.GetUtcNow(), row.Sweeps + 1);
            try
            {
                // First the mark, so that two sweeps at once send one message.
                await storage.Table(table).UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
            }
            catch (RequestFailedException fault) when (fault.Status is 404 or 412)
            {
                // Safe: the work was done, or another sweep took it, since the row was read.
                continue;
            }

            await sender.SendAsync(row.Queue, row.Message, cancellation);
            sent++;
        }

        return sent;
    }
}
