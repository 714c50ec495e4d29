using System.Text.Json;
using Intake.Receive;

namespace Intake.Storage;

/// <summary>
/// A contribution as it stands now (row <c>c|…</c>), and each of its revisions as received (rows <c>r|…</c>).
/// </summary>
public sealed class ContributionRow : Row
{
    public string Id { get; set; } = "";

    public int Revision { get; set; }

    /// <summary>A <see cref="Receive.Status"/>, by name.</summary>
    public string State { get; set; } = "";

    public string? Reason { get; set; }

    /// <summary>When the first revision was received.</summary>
    public DateTimeOffset Received { get; set; }

    /// <summary>When this revision was received.</summary>
    public DateTimeOffset Revised { get; set; }

    public bool Late { get; set; }

    /// <summary>A <see cref="Receive.Channel"/>, by name.</summary>
    public string Via { get; set; } = "";

    public string? Title { get; set; }

    /// <summary>As the contributor said, or as detected in stage 2.</summary>
    public string Language { get; set; } = "und";

    /// <summary>Where this revision's documents are in the container <c>originals</c>.</summary>
    public string Upload { get; set; } = "";

    /// <summary>JSON of a <see cref="Receive.Contributor"/>.</summary>
    public string ContributorJson { get; set; } = "{}";

    /// <summary>JSON of the <see cref="Document"/>s.</summary>
    public string DocumentsJson { get; set; } = "[]";

    /// <summary>JSON of a list of names: who may endorse it, as found in a mail; null when nobody was.</summary>
    public string? SuggestedEndorsersJson { get; set; }

    /// <summary>JSON of a <see cref="Receive.MailOrigin"/>; null when it did not come by mail.</summary>
    public string? MailJson { get; set; }

    /// <summary>Ids of the themes found, for lists.</summary>
    public string? Themes { get; set; }

    /// <summary>Hash of the classification that the journal told of last; what is found later is compared with it.</summary>
    public string? Classified { get; set; }

    internal Status Status => Enum.Parse<Status>(State);

    internal MailOrigin? Mail => MailJson is null ? null : JsonSerializer.Deserialize<MailOrigin>(MailJson, Json.Options);

    internal Channel Channel => Enum.Parse<Channel>(Via);

    internal Contributor Contributor => JsonSerializer.Deserialize<Contributor>(ContributorJson, Json.Options)!;

    internal IReadOnlyList<string>? SuggestedEndorsers => SuggestedEndorsersJson is null
        ? null : JsonSerializer.Deserialize<IReadOnlyList<string>>(SuggestedEndorsersJson, Json.Options);

    internal IReadOnlyList<Document> Documents =>
        JsonSerializer.Deserialize<IReadOnlyList<Document>>(DocumentsJson, Json.Options)!;

    /// <summary>The same content as a row of its own: the revision as it was received.</summary>
    internal ContributionRow AsRevision()
    {
        var copy = (ContributionRow)MemberwiseClone();
        copy.RowKey = ContributionKeys.Revision(Id, Revision);
        copy.ETag = default;
        return copy;
    }
}
