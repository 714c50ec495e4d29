using Intake.Calls;
using Intake.Duplicates;

namespace Intake.Synthesis;

/// <summary>
/// Tells which contributions are counted as one: the same text sent twice by the same contributor, and letters of a
/// campaign, equal or nearly equal, by several. The first received of them is the one that is counted.
/// </summary>
internal sealed class Campaigns
{
    private readonly Dictionary<string, (RemovalReason Reason, string CountedAs)> _removed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sizes = new(StringComparer.Ordinal);

    /// <param name="included">That are read closely, in order of arrival.</param>
    public Campaigns(IReadOnlyList<ContributionState> included, CancellationToken cancellation)
    {
        var prints = included.Where(contribution => contribution.Fingerprint is not null)
            .ToDictionary(contribution => contribution.Id, contribution => Fingerprint.FromBytes(Convert.FromBase64String(contribution.Fingerprint!)), StringComparer.Ordinal);
        var place = included.Select((contribution, at) => (contribution.Id, at)).ToDictionary(StringComparer.Ordinal);
        RemoveDuplicates(included, prints);
        var letters = prints.Where(print => !_removed.ContainsKey(print.Key));
        var found = new List<Campaign>();
        foreach (var group in DuplicateGroups.Find(letters, cancellation))
        {
            var members = group.Ids.OrderBy(id => place[id]).ToList();
            foreach (var member in members.Skip(1))
                _removed[member] = (RemovalReason.Campaign, members[0]);
            _sizes[members[0]] = members.Count;
            found.Add(new Campaign(
                members[0], members.Count, group.Versions.Count, GroupKey.Count(members.Select(id => included[place[id]])), group.Ids));
        }

        All = found;
    }

    /// <summary>The largest first.</summary>
    public IReadOnlyList<Campaign> All { get; }

    public IReadOnlyDictionary<string, (RemovalReason Reason, string CountedAs)> Removed => _removed;

    /// <summary>Letters that the contribution is counted for, itself included.</summary>
    public int SizeOf(string contribution) => _sizes.GetValueOrDefault(contribution, 1);

    /// <summary>The same, as a digest prints it.</summary>
    public static IReadOnlyDictionary<string, (RemovalReason Reason, string CountedAs)> RemovedIn(Reception reception) => reception.Campaigns
        .SelectMany(campaign => campaign.Members
            .Where(member => member != campaign.Contribution)
            .Select(member => (member, (RemovalReason.Campaign, campaign.Contribution))))
        .Concat(reception.Duplicates.Select(duplicate => (duplicate.Contribution, (RemovalReason.Duplicate, duplicate.CountedAs))))
        .ToDictionary(StringComparer.Ordinal);

    private void RemoveDuplicates(IReadOnlyList<ContributionState> included, Dictionary<string, Fingerprint> prints)
    {
        var first = new Dictionary<(string Who, UInt128 Text), string>();
        foreach (var contribution in included)
        {
            // Who does not want to be named cannot be told from another one.
            if (contribution.Contributor.Publish != PublishAs.Name || !prints.TryGetValue(contribution.Id, out var print) || print.Pairs.Length == 0)
                continue;
            var key = (Boilerplate.Folded(Naming.Of(contribution.Contributor)), print.Whole);
            if (contribution.Contributor is { Name: null, Organisation: null })
                continue;
            if (!first.TryAdd(key, contribution.Id))
                _removed[contribution.Id] = (RemovalReason.Duplicate, first[key]);
        }
    }
}
