namespace Intake.Storage;

/// <summary>What handles the messages of one queue. Every method may run twice, or at the same time as itself.</summary>
public interface IQueueStage
{
    /// <summary>The queue it takes messages from.</summary>
    string Queue { get; }

    /// <summary>Throws when it is worth trying again; bad input is a recorded outcome instead.</summary>
    Task HandleAsync(string message, CancellationToken cancellation);

    /// <summary>Records that the message has failed for good, with a reason its contributor may read.</summary>
    Task FailAsync(string message, string reason, CancellationToken cancellation);

    /// <summary>Records that the message goes round again.</summary>
    Task RequeueAsync(string message, CancellationToken cancellation);
}
