using Intake.Storage;

namespace Intake.Synthesis;

/// <summary>A digest that was issued. Adding the row is what issues it; nothing about it changes afterwards.</summary>
public sealed class DigestRow : Row
{
    public int Number { get; set; }

    public DateTimeOffset Generated { get; set; }

    /// <summary>The time of the schedule it was compiled for; none when somebody asked for it.</summary>
    public DateTimeOffset? ScheduledFor { get; set; }

    /// <summary>Contributions in its ledger.</summary>
    public int Contributions { get; set; }

    /// <summary>Where its files and its state are in the container <c>digests</c>: named after what is in them.</summary>
    public string Folder { get; set; } = "";
}
