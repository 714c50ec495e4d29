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

    /// <summary>Whether the connection has to be encrypted: with STARTTLS, or on port 465 from the beginning.</summary>
    public bool StartTls { get; set; }

    /// <summary>Seconds for one mail.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>
    /// How long a mail is tried again that the server does not take, at longer and longer intervals; then it has failed, and
    /// can be sent round again. Default two days.
    /// </summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(2);

    /// <summary>
    /// At most one answer goes to an address in this time; what comes due within it goes out together when it is over.
    /// Default one hour.
    /// </summary>
    public TimeSpan AnswerEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long a receipt waits for the documents to be read, so that it can say what was; then it goes out without. Default
    /// two minutes.
    /// </summary>
    public TimeSpan ReceiptWait { get; set; } = TimeSpan.FromMinutes(2);
}
