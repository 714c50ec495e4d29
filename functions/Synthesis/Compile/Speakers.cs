namespace Intake.Synthesis;

/// <summary>The contributions that count in messages and sections: included, read closely, each campaign once.</summary>
/// <param name="contributions">In order of arrival.</param>
/// <param name="campaigns">Who is counted for others.</param>
internal sealed class Speakers(IReadOnlyList<ContributionState> contributions, Campaigns campaigns)
{
    private readonly Dictionary<string, ContributionState> _byId = contributions.ToDictionary(contribution => contribution.Id, StringComparer.Ordinal);

    /// <summary>In order of arrival.</summary>
    public IReadOnlyList<ContributionState> All => contributions;

    public ContributionState this[string id] => _byId[id];

    /// <summary>Letters of campaigns that these are counted for, beside themselves.</summary>
    public int LettersBeside(IEnumerable<string> ids) => ids.Sum(id => campaigns.SizeOf(id) - 1);

    public List<GroupCount> Groups(IEnumerable<string> ids) => GroupKey.Count(ids.Select(id => _byId[id]));

    /// <summary>The stakeholder groups among these that were stated.</summary>
    public IEnumerable<string> Stated(IEnumerable<string> ids) =>
        Groups(ids).Select(group => group.Group).Where(group => group != GroupKey.NotStated);
}
