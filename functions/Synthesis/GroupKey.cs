using System.Text.Json;
using Intake.Calls;

namespace Intake.Synthesis;

/// <summary>Stakeholder groups as digests name them.</summary>
public static class GroupKey
{
    public const string NotStated = "not-stated";

    private static readonly Dictionary<StakeholderGroup, string> Keys = Enum.GetValues<StakeholderGroup>()
        .ToDictionary(group => group, group => JsonNamingPolicy.KebabCaseLower.ConvertName(group.ToString()));

    private static readonly List<string> InOrder = [.. Enum.GetValues<StakeholderGroup>().Select(group => Keys[group]), NotStated];

    /// <summary>All, in the order in which digests list them.</summary>
    public static IReadOnlyList<string> All => InOrder;

    public static string Of(StakeholderGroup? group) => group is { } stated ? Keys[stated] : NotStated;

    internal static int Order(string key) => InOrder.IndexOf(key);

    /// <summary>How many of each group, in order; groups without any are left out.</summary>
    internal static List<GroupCount> Count(IEnumerable<ContributionState> contributions) =>
        [.. contributions
            .CountBy(contribution => Of(contribution.Contributor.StakeholderGroup))
            .OrderBy(pair => Order(pair.Key))
            .Select(pair => new GroupCount(pair.Key, pair.Value))];
}
