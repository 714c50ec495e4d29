namespace Intake.Storage;

/// <summary>
/// Marks work that is not done. Written before its queue message is sent and deleted when the work is done, so that
/// the sweep finds whatever a crash left without a message.
/// </summary>
public sealed class PendingRow : Row
{
    /// <summary>The queue that takes it on, and the message for it.</summary>
    public string Queue { get; set; } = "";

    public string Message { get; set; } = "";

    /// <summary>When it was last queued.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>How often the sweep has queued it again.</summary>
    public int Sweeps { get; set; }
}
