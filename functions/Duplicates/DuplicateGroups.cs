namespace Intake.Duplicates;

/// <summary>
/// Finds texts that are equal or nearly so: letters of a campaign, with what each sender changed. The groups follow from
/// the set of texts alone, whatever the order they came in. What is costly, the fingerprint of each text, is made once.
/// </summary>
public static class DuplicateGroups
{
    /// <summary>Hashes of the sketch that two texts have to share before they are compared.</summary>
    private const int Shared = 4;

    /// <summary>Members of a group that a text is compared with.</summary>
    private const int MostCompared = 4;

    /// <param name="texts">Each with its own id.</param>
    /// <param name="ct">Ends the search.</param>
    /// <returns>Groups of two or more, the largest first, ids ascending in each. Same members, same groups.</returns>
    public static IReadOnlyList<DuplicateGroup> Find(IEnumerable<KeyValuePair<string, Fingerprint>> texts, CancellationToken ct)
    {
        var all = texts.OrderBy(text => text.Key, StringComparer.Ordinal).ToList();
        var distinct = all.Where(text => text.Value.Pairs.Length > 0).GroupBy(text => text.Value.Whole)
            .OrderBy(same => same.Key).Select(same => same.ToList()).ToList();
        var sets = new DisjointSets(distinct.Count);
        var index = new SketchIndex(sets);
        var counts = new Dictionary<int, int>();
        for (var at = 0; at < distinct.Count; at++)
        {
            ct.ThrowIfCancellationRequested();
            var text = distinct[at][0].Value;
            index.Count(text.Sketch, counts);
            var needed = Math.Min(Shared, Math.Max(1, text.Sketch.Length / 8));
            foreach (var (set, _) in counts.Where(count => count.Value >= needed).OrderByDescending(count => count.Value).ThenBy(count => count.Key))
            {
                if (sets.Find(set) != sets.Find(at) && IsNearOneOf(text, sets.Members(sets.Find(set)), distinct))
                {
                    sets.Join(set, at);
                }
            }

            index.Add(at, text.Sketch);
        }

        return
        [
            .. Enumerable.Range(0, distinct.Count).GroupBy(sets.Find)
                .Select(members => new DuplicateGroup([.. members.SelectMany(member => distinct[member]).Select(text => text.Key).Order(StringComparer.Ordinal)],
                    [.. members.Select(member => distinct[member].Count).OrderDescending()]))
                .Where(group => group.Ids.Count > 1)
                .OrderByDescending(group => group.Ids.Count).ThenBy(group => group.Ids[0], StringComparer.Ordinal),
        ];
    }

    private static bool IsNearOneOf(Fingerprint text, IReadOnlyList<int> members, List<List<KeyValuePair<string, Fingerprint>>> distinct)
    {
        for (var i = 0; i < Math.Min(MostCompared, members.Count); i++)
        {
            // The first member and the latest ones: of a campaign any will do.
            var other = distinct[members[i == 0 ? 0 : ^i]][0].Value;
            if (Resemblance.AreVariants(text, other))
            {
                return true;
            }
        }

        return false;
    }
}

/// <param name="Ids">Of all texts of the group, ascending.</param>
/// <param name="Versions">How many texts have each wording, most first: <c>[40, 1, 1]</c> is forty equal letters and two variants.</param>
public sealed record DuplicateGroup(IReadOnlyList<string> Ids, IReadOnlyList<int> Versions);
