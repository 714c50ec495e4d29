using Azure;
using Azure.Storage.Queues.Models;
using Intake.Calls;
using Intake.Http;
using Intake.Receive;

namespace Intake.Storage;

/// <summary>Sends round again what failed: the messages in the poison queues, and contributions that failed without one.</summary>
public sealed class Requeuer(
    StorageClients storage, IEnumerable<IQueueStage> stages, QueueSender sender, CallStore calls, ContributionList contributions)
{
    /// <summary>How long a message is hidden while it is moved; if the process dies meanwhile, it comes back.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(30);

    private readonly IReadOnlyList<IQueueStage> _stages = [.. stages];

    /// <returns>How many went round again, by queue.</returns>
    public async Task<IReadOnlyDictionary<string, int>> RunAsync(CancellationToken cancellation)
    {
        var moved = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var stage in _stages)
            moved[stage.Queue] = await MoveAsync(stage, cancellation);
        moved[Queues.Received] += await RestartFailedAsync(cancellation);
        return moved;
    }

    private async Task<int> MoveAsync(IQueueStage stage, CancellationToken cancellation)
    {
        var poison = storage.Queue(stage.Queue + Queues.PoisonSuffix);
        var moved = 0;
        try
        {
            while ((await poison.ReceiveMessagesAsync(32, Hidden, cancellation)).Value is { Length: > 0 } messages)
            {
                foreach (var message in messages)
                {
                    var content = message.Body.ToString();
                    await stage.RequeueAsync(content, cancellation);
                    await sender.SendAsync(stage.Queue, content, cancellation);
                    await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellation);
                    moved++;
                }
            }
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            // Safe: the queue is only made when something fails for the first time.
        }

        return moved;
    }

    /// <summary>What the sweep gave up has no message any more; it starts from the first stage.</summary>
    private async Task<int> RestartFailedAsync(CancellationToken cancellation)
    {
        var first = _stages.Single(stage => stage.Queue == Queues.Received);
        var restarted = 0;
        await foreach (var call in calls.AllAsync(cancellation))
        {
            string? after = null;
            do
            {
                var page = await contributions.PageAsync(call.Id, after, PageQuery.MaxLimit, cancellation);
                foreach (var row in page.Where(row => row.Status == Status.Failed))
                {
                    var message = new StageMessage(call.Id, row.Id, row.Revision).ToString();
                    await first.RequeueAsync(message, cancellation);
                    await sender.SendAsync(first.Queue, message, cancellation);
                    restarted++;
                }

                after = page.Count == PageQuery.MaxLimit ? page[^1].Id : null;
            }
            while (after is not null);
        }

        return restarted;
    }
}
