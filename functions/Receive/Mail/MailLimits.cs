namespace Intake.Receive.Mail;

/// <summary>How much of a mail is read. Reaching a limit is recorded in <see cref="InboundMail.Problems"/>; nothing is refused. Section <c>Mail</c> of the configuration.</summary>
public sealed record MailLimits
{
    public const string Section = "Mail";

    /// <summary>Bytes of one message as it arrived, encoded; of a larger one the beginning is read. Default 30 MiB.</summary>
    public int Bytes { get; init; } = 30 * 1024 * 1024;

    /// <summary>Header fields of the message or one of its parts; more are skipped, but not the ones that make a mail. Default 10,000.</summary>
    public int Headers { get; init; } = 10_000;

    /// <summary>Bytes of one header field; of a longer one the beginning is read. Default 64 KiB.</summary>
    public int HeaderBytes { get; init; } = 64 * 1024;

    /// <summary>Parts of the message, multiparts included. Default 1,000.</summary>
    public int Parts { get; init; } = 1_000;

    /// <summary>Multiparts within each other; deeper ones are kept as attachments. Real mail stays below 10. Default 30.</summary>
    public int Depth { get; init; } = 30;

    /// <summary>Attachments handed on. Default 100.</summary>
    public int Attachments { get; init; } = 100;

    /// <summary>Addresses read from one header field. Default 500.</summary>
    public int Addresses { get; init; } = 500;

    /// <summary>UTF-16 units of text kept. Default 2,000,000.</summary>
    public int Characters { get; init; } = 2_000_000;
}
