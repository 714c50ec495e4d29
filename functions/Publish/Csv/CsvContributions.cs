using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>The ledger as a table.</summary>
internal static class CsvContributions
{
    public static CsvFile Of(Digest digest, DigestLinks links) => CsvFile.Of(
        "contributions.csv", digest.Ledger.Rows,
        ("id", "The contribution's reference", row => row.Contribution),
        ("revision", "The latest, which counts", row => row.Revision),
        ("contributor", "As they asked to be named", row => row.Contributor),
        ("group", "Stakeholder group, as declared", row => row.Group),
        ("country", "ISO 3166-1 alpha-2", row => row.Country),
        ("language", "BCP 47 tag, or und", row => row.Language),
        ("channel", "web, api, email or import", row => row.Channel),
        ("received", "When, in UTC", row => row.Received),
        ("late", "Whether it came after the closing", row => row.Late),
        ("status", "received, extracted, phrased, analysed, failed or withdrawn", row => row.Status),
        ("removed", "Why it is not counted; empty when it is", row => row.Removed),
        ("counted_as", "Of a campaign or duplicate: the contribution that is counted", row => row.CountedAs),
        ("used_in", "Ids of themes, and questions as Q4, in which it is counted", row => row.UsedIn),
        ("messages", "Ids of the messages it stands for or against", row => row.Messages),
        ("quotes", "How often this digest quotes it", row => row.Quotes),
        ("why", "Why it is not used, or not quoted", row => row.Why),
        ("problems", "Documents of it that could not be read, or not wholly", row => row.Problems is { } problems ? string.Join("; ", problems) : null),
        ("link", "Its public record", row => links.Contribution(row.Contribution)));
}
