namespace Intake.Storage;

/// <summary>Who holds a key, and with what.</summary>
public sealed class RequestClaim : Row
{
    /// <summary>The contribution's id.</summary>
    public string Contribution { get; set; } = "";

    /// <summary>The upload whose documents count.</summary>
    public string Upload { get; set; } = "";

    /// <summary>Hash of everything the request said.</summary>
    public string ContentHash { get; set; } = "";

    public DateTimeOffset Received { get; set; }
}
