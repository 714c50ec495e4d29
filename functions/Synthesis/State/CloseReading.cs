namespace Intake.Synthesis;

/// <summary>
/// Chooses the contributions whose texts a digest reads closely: all of them up to a limit, and beyond it as many of each
/// stakeholder group as the limit allows, a small group whole before a large one. Which ones follows from their ids, so
/// from one digest to the next they are mostly the same. Of each group a beginning of the order is kept, a little longer than
/// needed, since contributions are withdrawn too.
/// </summary>
internal sealed class CloseReading
{
    /// <summary>Kept of a group beyond what is needed.</summary>
    private const int Spare = 40;

    private readonly int _limit;
    private readonly Tally _tally;
    private readonly Dictionary<string, SortedList<(ulong, string), ContributionState>> _kept = new(StringComparer.Ordinal);

    /// <param name="limit">Contributions at most.</param>
    /// <param name="tally">Of all contributions; asked at the time of each change.</param>
    /// <param name="kept">By the last digest.</param>
    public CloseReading(int limit, Tally tally, IEnumerable<ContributionState> kept)
    {
        (_limit, _tally) = (limit, tally);
        foreach (var contribution in kept)
            Of(Group(contribution)).Add(Key(contribution.Id), contribution);
    }

    /// <summary>To be called before the change is in the tally.</summary>
    /// <param name="before">The contribution as it was, without content.</param>
    /// <param name="after">As it is, with content.</param>
    public void Replace(ContributionState? before, ContributionState after)
    {
        var wasWhole = before is { IsIncluded: true } && IsWhole(Group(before));
        if (before is { IsIncluded: true })
            Of(Group(before)).Remove(Key(before.Id));
        if (!after.IsIncluded)
            return;
        var (group, key) = (Group(after), Key(after.Id));
        var kept = Of(group);
        var isWhole = before is { IsIncluded: true } && Group(before) == group ? wasWhole : IsWhole(group);
        if (isWhole || (kept.Count > 0 && key.CompareTo(kept.Keys[^1]) < 0))
            kept[key] = after;
    }

    /// <summary>Whether a contribution would be kept; if not, its content need not be read.</summary>
    public bool Wants(string group, string id) =>
        IsWhole(group) || (_kept.TryGetValue(group, out var kept) && kept.Count > 0 && Key(id).CompareTo(kept.Keys[^1]) < 0);

    /// <summary>Lets go of what is certainly not needed; to be called once the tally has all changes so far.</summary>
    public void Trim()
    {
        foreach (var (group, needed) in Needed())
        {
            var kept = Of(group);
            for (var last = kept.Count - 1; last >= needed + Spare; last--)
                kept.RemoveAt(last);
        }
    }

    /// <summary>Groups of which too few are kept, after many withdrawals, with how many are to be kept.</summary>
    public IReadOnlyDictionary<string, int> Short() => Needed()
        .Where(pair => Of(pair.Key).Count < pair.Value).ToDictionary(pair => pair.Key, pair => pair.Value + Spare);

    /// <summary>The first <paramref name="needed"/> of a group's ids; all when there are no more.</summary>
    public static IEnumerable<string> FirstOf(IEnumerable<string> ids, int needed) => ids.Select(Key).Order().Take(needed).Select(key => key.Id);

    public bool Has(string group, string id) => Of(group).ContainsKey(Key(id));

    public void Refill(ContributionState contribution) => Of(Group(contribution))[Key(contribution.Id)] = contribution;

    /// <summary>What a digest reads closely.</summary>
    public IEnumerable<ContributionState> Chosen() =>
        Needed().SelectMany(pair => Of(pair.Key).Values.Take(pair.Value));

    public List<ContributionState> Kept() =>
        [.. _kept.Values.SelectMany(kept => kept.Values).OrderBy(contribution => contribution.Id, StringComparer.Ordinal)];

    /// <summary>How many of each group: the same for all, but for those that have fewer.</summary>
    private List<KeyValuePair<string, int>> Needed()
    {
        var groups = GroupKey.All.Select(group => (group, count: _tally[$"in|{group}"])).Where(pair => pair.count > 0).ToList();
        var (rest, left, share) = (_limit, groups.Count, int.MaxValue);
        foreach (var (_, count) in groups.OrderBy(pair => pair.count))
        {
            if (count > rest / left)
            {
                share = rest / left;
                break;
            }

            rest -= count;
            left--;
        }

        return groups.ConvertAll(pair => KeyValuePair.Create(pair.group, Math.Min(pair.count, share)));
    }

    private bool IsWhole(string group) => (_kept.TryGetValue(group, out var kept) ? kept.Count : 0) == _tally[$"in|{group}"];

    private SortedList<(ulong, string), ContributionState> Of(string group)
    {
        if (!_kept.TryGetValue(group, out var kept))
            _kept[group] = kept = [];
        return kept;
    }

    private static (ulong Order, string Id) Key(string id) => (Storage.Ids.Spread(id), id);

    private static string Group(ContributionState contribution) => GroupKey.Of(contribution.Contributor.StakeholderGroup);
}
