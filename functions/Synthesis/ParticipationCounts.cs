using System.Text.Json;
using Intake.Calls;

namespace Intake.Synthesis;

/// <summary>Counts who took part.</summary>
internal static class ParticipationCounts
{
    public static Participation Of(Call call, IReadOnlyList<ContributionState> all)
    {
        int Count(Outcome outcome) => all.Count(contribution => contribution.Outcome == outcome);
        var included = all.Where(contribution => contribution.IsIncluded).ToList();
        var present = all
            .Where(contribution => contribution.Outcome != Outcome.Withdrawn)
            .CountBy(contribution => GroupKey.Of(contribution.Contributor.StakeholderGroup))
            .ToDictionary();
        return new Participation
        {
            Received = all.Count,
            Included = included.Count,
            Pending = Count(Outcome.Pending),
            Failed = Count(Outcome.Failed),
            Withdrawn = Count(Outcome.Withdrawn),
            Late = all.Count(contribution => contribution.Late),
            Withheld = included.Count(contribution => contribution.Contributor.Publish == PublishAs.None),
            Outside = included.Count(contribution => contribution.IsOutside),
            Revised = included.Count(contribution => contribution.Revision > 1),
            Words = included.Sum(contribution => contribution.Words),
            Groups = [.. SharesOf(all, contribution => GroupKey.Of(contribution.Contributor.StakeholderGroup))
                .OrderBy(share => GroupKey.Order(share.Key))],
            Countries = Ranked(all, contribution => contribution.Contributor.Country ?? GroupKey.NotStated),
            Regions = [],
            Development = [],
            Entities = [],
            UnheardRegions = [],
            Endorsements = 0,
            Endorsers = [],
            Languages = Ranked(all, contribution => contribution.Language),
            Channels = Ranked(all, contribution => contribution.Channel is { } channel
                ? JsonNamingPolicy.KebabCaseLower.ConvertName(channel.ToString())
                : GroupKey.NotStated),
            Expected = [.. call.Rules.Expected.OrderBy(pair => pair.Key).Select(pair =>
            {
                var received = present.GetValueOrDefault(GroupKey.Of(pair.Key));
                return new Expectation(GroupKey.Of(pair.Key), pair.Value, received, Math.Max(0, pair.Value - received));
            })],
            Unheard = [.. Enum.GetValues<StakeholderGroup>()
                .Where(group => group != StakeholderGroup.Other)
                .Select(group => GroupKey.Of(group))
                .Where(group => !present.ContainsKey(group))],
        };
    }

    private static List<Share> Ranked(IReadOnlyList<ContributionState> all, Func<ContributionState, string> key) =>
        [.. SharesOf(all, key)
            .OrderBy(share => share.Key is GroupKey.NotStated or "und")
            .ThenByDescending(share => share.Received)
            .ThenBy(share => share.Key, StringComparer.Ordinal)];

    private static IEnumerable<Share> SharesOf(
        IReadOnlyList<ContributionState> all, Func<ContributionState, string> key) => all
        .GroupBy(key, StringComparer.Ordinal)
        .Select(same => new Share(
            same.Key,
            same.Count(),
            same.Count(contribution => contribution.IsIncluded),
            same.Sum(contribution => contribution.Words)));
}
