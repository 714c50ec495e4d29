namespace Intake.Local.Hosting;

/// <summary>What waits for the events of one function and has it invoked.</summary>
internal interface ITriggerLoop
{
    /// <summary>Creates what the loop needs.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Takes events until told to stop, then ends once those in hand are dealt with.</summary>
    Task RunAsync(CancellationToken stopTaking);
}
