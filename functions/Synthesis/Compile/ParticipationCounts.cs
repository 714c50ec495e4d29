using Intake.Calls;

namespace Intake.Synthesis;

/// <summary>Counts who took part.</summary>
internal static class ParticipationCounts
{
    /// <summary>Names of endorsers that a digest prints.</summary>
    private const int NamedEndorsers = 1_000;

    /// <summary>With fewer contributions, somebody always has more than a fifth of the words.</summary>
    private const int FewestForLoudest = 6;

    /// <param name="call">The call as it is now.</param>
    /// <param name="all">Counts of all contributions.</param>
    /// <param name="closely">Contributions that are read closely, in order of arrival.</param>
    public static Participation Of(Call call, Tally all, IReadOnlyList<ContributionState> closely)
    {
        var countries = Ranked(all, "country");
        return new Participation
        {
            Received = Enum.GetValues<Outcome>().Sum(outcome => all[$"outcome|{outcome}"]),
            Included = all[$"outcome|{Outcome.Included}"],
            Pending = all[$"outcome|{Outcome.Pending}"],
            Failed = all[$"outcome|{Outcome.Failed}"],
            Withdrawn = all[$"outcome|{Outcome.Withdrawn}"],
            Late = all["late|included"] + all["late|other"],
            Withheld = all[$"in|{Tally.Withheld}"],
            Outside = all.Groups("outside").Sum(group => group.Contributions),
            Revised = all["revised"],
            Words = all["words"],
            Groups = [.. SharesOf(all, "group").OrderBy(share => GroupKey.Order(share.Key))],
            Countries = countries,
            Regions = Summed(countries, code => [Regions.Region(code)], [.. Regions.All, GroupKey.NotStated]),
            Development = Summed(countries, Regions.Status, [.. Regions.Development, GroupKey.NotStated]),
            Entities = Ranked(all, "entity"),
            Languages = Ranked(all, "language"),
            Channels = Ranked(all, "channel"),
            Expected = [.. call.Rules.Expected.OrderBy(pair => pair.Key).Select(pair =>
            {
                var received = all[$"present|{GroupKey.Of(pair.Key)}"];
                return new Expectation(GroupKey.Of(pair.Key), pair.Value, received, Math.Max(0, pair.Value - received));
            })],
            Unheard = [.. Enum.GetValues<StakeholderGroup>()
                .Where(group => group != StakeholderGroup.Other)
                .Select(group => GroupKey.Of(group))
                .Where(group => all[$"present|{group}"] == 0)],
            UnheardRegions = [.. Regions.All.Except(
                all.Under("present-country").Where(pair => pair.Count > 0).Select(pair => Regions.Region(pair.Key)), StringComparer.Ordinal)],
            Endorsements = all["endorsements"],
            Endorsers = [.. closely
                .SelectMany(contribution => contribution.Contributor.Endorsers)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Take(NamedEndorsers)],
            Loudest = Loudest(all, closely),
        };
    }

    private static LoudVoice? Loudest(Tally all, IReadOnlyList<ContributionState> closely)
    {
        if (all[$"outcome|{Outcome.Included}"] < FewestForLoudest)
            return null;
        var loudest = closely
            .GroupBy(contribution => contribution.Contributor is { Publish: PublishAs.Name, Organisation: { } organisation }
                ? Boilerplate.Folded(organisation) : contribution.Id, StringComparer.Ordinal)
            .Select(voice => (First: voice.First(), Count: voice.Count(), Words: voice.Sum(contribution => contribution.Words)))
            .OrderByDescending(voice => voice.Words)
            .ThenBy(voice => voice.First.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return loudest.Words * 5L > all["words"]
            ? new LoudVoice(Naming.Of(loudest.First.Contributor), loudest.Count, loudest.Words, all["words"])
            : null;
    }

    private static List<Share> Ranked(Tally all, string dimension) =>
        [.. SharesOf(all, dimension)
            .OrderBy(share => share.Key is GroupKey.NotStated or "und")
            .ThenByDescending(share => share.Received)
            .ThenBy(share => share.Key, StringComparer.Ordinal)];

    private static IEnumerable<Share> SharesOf(Tally all, string dimension) => all.Under(dimension)
        .Select(pair => pair.Key[..pair.Key.LastIndexOf('|')])
        .Distinct(StringComparer.Ordinal)
        .Select(key => new Share(
            key, all[$"{dimension}|{key}|received"], all[$"{dimension}|{key}|included"], all[$"{dimension}|{key}|words"]));

    private static List<Share> Summed(List<Share> countries, Func<string, IEnumerable<string>> of, IReadOnlyList<string> order) =>
        [.. countries
            .SelectMany(share => of(share.Key).Select(key => (key, share)))
            .GroupBy(pair => pair.key, pair => pair.share, StringComparer.Ordinal)
            .Select(same => new Share(
                same.Key, same.Sum(share => share.Received), same.Sum(share => share.Included), same.Sum(share => share.Words)))
            .OrderBy(share => order.Contains(share.Key) ? order.ToList().IndexOf(share.Key) : order.Count)];
}
