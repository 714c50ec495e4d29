using Intake.Calls;

namespace Intake.Receive;

/// <summary>Who sent a contribution, and on whose behalf, as they said themselves.</summary>
public sealed record Contributor
{
    public string? Name { get; init; }

    /// <summary>Never leaves the service but in mail to that address.</summary>
    public string? Email { get; init; }

    public string? Organisation { get; init; }

    public string? OnBehalfOf { get; init; }

    public StakeholderGroup? StakeholderGroup { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public string? Country { get; init; }

    public IReadOnlyList<string> Endorsers { get; init; } = [];

    public PublishAs Publish { get; init; } = PublishAs.Name;

    /// <summary>The same as others may see it: no address ever, no names unless the contributor agreed to be named.</summary>
    public Contributor Public() => Publish == PublishAs.Name
        ? this with { Email = null }
        : this with { Email = null, Name = null, Organisation = null, OnBehalfOf = null, Endorsers = [] };
}

/// <summary>How a contribution came.</summary>
public enum Channel
{
    Web,
    Api,
    Email,
    Import,
}

/// <summary>Where a contribution stands.</summary>
public enum Status
{
    Received,
    Extracted,
    Phrased,
    Analysed,
    Failed,
    Withdrawn,
}

/// <summary>One file as received, bytes unchanged.</summary>
/// <param name="Name">Safe to show and to save under: base name, no controls, at most 255 bytes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex of the bytes.</param>
/// <param name="ContentType">As declared by the sender; a hint only.</param>
public sealed record Document(string Name, long Size, string Sha256, string ContentType);
