using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>Who took part, what was received and how the call was held.</summary>
internal static class CsvParticipation
{
    public static IEnumerable<CsvFile> Of(Digest digest, DigestLinks links) =>
    [
        CsvFile.Of(
            "participation.csv", Shares(digest.Participation),
            ("by", "group, country, region, development, entity, language or channel", row => row.By),
            ("key", "Which; not-stated or und when unknown", row => row.Share.Key),
            ("received", "Contributions received", row => row.Share.Received),
            ("included", "Of these, included", row => row.Share.Included),
            ("words", "Words of the included", row => row.Share.Words)),
        CsvFile.Of(
            "missing.csv", Missing(digest.Participation),
            ("what", "group or region", row => row.What),
            ("key", "Which", row => row.Key),
            ("expected", "What the call's rules hope for", row => row.Expected),
            ("received", "Received and not withdrawn", row => row.Received),
            ("missing", "What is still missing", row => row.Missing)),
        CsvFile.Of(
            "reception.csv", Account(digest.Reception),
            ("what", "received, a reason for which texts are not counted, or included: received less all reasons is included", row => row.What),
            ("count", "Texts: contributions and all their revisions", row => row.Count)),
        CsvFile.Of(
            "campaigns.csv", digest.Reception.Campaigns,
            ("counted", "The letter that is counted", campaign => campaign.Contribution),
            ("size", "Letters in all", campaign => campaign.Size),
            ("versions", "Wordings that differ", campaign => campaign.Versions),
            ("groups", "Stakeholder groups of all letters", campaign => Wording.Groups(campaign.Groups)),
            ("members", "Ids of all letters", campaign => campaign.Members),
            ("link", "The counted letter", campaign => links.Contribution(campaign.Contribution))),
        CsvFile.Of(
            "duplicates.csv", digest.Reception.Duplicates,
            ("contribution", "The same text by the same contributor once more", duplicate => duplicate.Contribution),
            ("counted_as", "The contribution that is counted", duplicate => duplicate.CountedAs)),
        CsvFile.Of(
            "process.csv", digest.Process.Checks,
            ("check", "notice, channels, languages, meetings, format or heard", check => check.Kind),
            ("passed", "Whether it holds", check => check.Passed),
            ("detail", "What was found", check => check.Detail)),
        CsvFile.Of(
            "meetings.csv", digest.Process.Meetings,
            ("title", "The meeting", meeting => meeting.Title),
            ("starts", "When, in UTC", meeting => meeting.Starts),
            ("remote", "Whether it can be attended from afar", meeting => meeting.Remote)),
        CsvFile.Of(
            "days.csv", digest.Process.Days,
            ("day", "In the call's time zone; days without any are left out", day => day.Day),
            ("contributions", "Received on it", day => day.Contributions)),
    ];

    private static IEnumerable<(string By, Share Share)> Shares(Participation participation) =>
        ((IEnumerable<(string, IReadOnlyList<Share>)>)
        [
            ("group", participation.Groups), ("country", participation.Countries), ("region", participation.Regions),
            ("development", participation.Development), ("entity", participation.Entities), ("language", participation.Languages),
            ("channel", participation.Channels),
        ]).SelectMany(table => table.Item2.Select(share => (table.Item1, share)));

    private static IEnumerable<(string What, string Key, int? Expected, int Received, int? Missing)> Missing(Participation participation) =>
    [
        .. participation.Expected.Select(row => ("group", row.Group, (int?)row.Expected, row.Received, (int?)row.Missing)),
        .. participation.Unheard.Where(group => participation.Expected.All(row => row.Group != group)).Select(group => ("group", group, (int?)null, 0, (int?)null)),
        .. participation.UnheardRegions.Select(region => ("region", region, (int?)null, 0, (int?)null)),
    ];

    private static IEnumerable<(string What, int Count)> Account(Reception reception) =>
    [
        ("received", reception.Received),
        .. reception.Removed.Select(removal => (DigestText.Kebab(removal.Reason), removal.Count)),
        ("included", reception.Included),
    ];
}
