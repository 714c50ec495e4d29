namespace Intake.Http;

/// <summary>
/// What is let in of one request, whatever the call's rules allow; more is refused with nothing stored. Section
/// <c>Request</c> of the configuration.
/// </summary>
public sealed record RequestLimits
{
    public const string Section = "Request";

    /// <summary>Bytes of one request; the Functions host itself stops at 104,857,600. Default 100,000,000.</summary>
    public long Bytes { get; init; } = 100_000_000;

    /// <summary>Bytes of a JSON or form body, and of all fields of a multipart body: these are held in memory. Default 5,000,000.</summary>
    public int FieldBytes { get; init; } = 5_000_000;

    /// <summary>Fields of one form, files included. Default 1,000.</summary>
    public int Fields { get; init; } = 1_000;

    /// <summary>Bytes of the JSON that describes a call. Default 1,000,000.</summary>
    public int CallBytes { get; init; } = 1_000_000;

    /// <summary>Bytes of one mail as it is taken in, with what a web hook puts around it: Azure's own mail limits and SendGrid's
    /// (30 MB) pass. Default 35,000,000.</summary>
    public long MailBytes { get; init; } = 35_000_000;
}
