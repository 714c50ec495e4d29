namespace Intake.Outbox;

/// <summary>How mail goes out. Section <c>Smtp</c> of the configuration.</summary>
public sealed class OutboxOptions
{
    public const string Section = "Smtp";

    /// <summary>The mail server; without one no mail is sent, and each row of the outbox says so.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 25;

    /// <summary>Our own address. A name may stand before it: <c>Intake &lt;intake@example.org&gt;</c>.</summary>
    public string From { get; set; } = "Intake <intake@localhost>";

    public string? User { get; set; }

    public string? Password { get; set; }

    public bool StartTls { get; set; }

    /// <summary>Seconds for one mail.</summary>
    public int TimeoutSeconds { get; set; } = 60;
}
