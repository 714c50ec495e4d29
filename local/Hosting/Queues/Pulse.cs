namespace Intake.Local.Hosting.Queues;

/// <summary>Tells idle queues that a function has run, and so may have sent a message.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource _beat = New();

    public void Beat() => Interlocked.Exchange(ref _beat, New()).SetResult();

    /// <summary>Waits, as long as said at most; true when there was a beat.</summary>
    public async Task<bool> WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        var next = _beat.Task;
        var timeout = Task.Delay(longest, TimeProvider.System, cancellationToken);
        return await Task.WhenAny(next, timeout) == next;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
