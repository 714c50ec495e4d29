namespace Intake.Local.Processes;

/// <summary>How to start <see cref="Azurite"/>.</summary>
public sealed class AzuriteOptions
{
    /// <summary>Where it keeps its data; in memory when null.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Whether to take ports 10000 to 10002, which storage tools look at, as far as they are free.</summary>
    public bool UsualPorts { get; init; }

    /// <summary>Is given a line for each step that takes time.</summary>
    public Action<string> Log { get; init; } = _ => { };
}
