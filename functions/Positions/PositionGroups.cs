using Intake.Duplicates;

namespace Intake.Positions;

/// <summary>
/// Groups the statements on one theme that speak of the same proposal, whoever made them and whatever the order they came
/// in and whatever their languages, where there are concepts for these; others are compared within their language.
/// </summary>
public static class PositionGroups
{
    /// <summary>Statements of which every two are compared; when there are more, the others join the groups of these.</summary>
    private const int MostCompared = 2_000;

    /// <returns>All statements, each in one position; first what most contributions speak of.</returns>
    public static IReadOnlyList<Position> Group(IReadOnlyList<GroupableStatement> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        return
        [
            .. statements
                .OrderBy(one => one.Contribution, StringComparer.Ordinal).ThenBy(one => one.Statement.Document).ThenBy(one => one.Statement.Start)
                .GroupBy(one => one.Statement.Meaning.IsEmpty ? one.Statement.Language.Split('-')[0] : "")
                .SelectMany(comparable => OfComparable([.. comparable]))
                .OrderByDescending(position => position.Contributions)
                .ThenByDescending(position => position.Supporters.Count + position.Opponents.Count)
                .ThenBy(position => position.Central.Contribution, StringComparer.Ordinal)
                .ThenBy(position => position.Central.Statement.Document)
                .ThenBy(position => position.Central.Statement.Start),
        ];
    }

    private static IEnumerable<Position> OfComparable(List<GroupableStatement> statements)
    {
        var compared = Enumerable.Range(0, statements.Count).ToList();
        if (compared.Count > MostCompared)
        {
            // A sample that is nearly the same when a few come in: most positions stay what they were.
            compared = [.. compared.OrderBy(at => Hash(statements[at])).ThenBy(at => at).Take(MostCompared).Order()];
        }

        var space = new StatementSpace(statements.ConvertAll(one => one.Statement), compared);
        var groups = AverageLinkage.Cluster(compared.Count, (i, j) => space.Similarity(compared[i], compared[j]), space.Threshold)
            .ConvertAll(members => new StatementProfile(space, members.Select(member => compared[member])));
        Join(space, groups, Enumerable.Range(0, statements.Count).Except(compared));
        return groups.SelectMany(group => PositionsOf(space, [.. group.Members.Order()], statements));
    }

    /// <summary>Statements that were not compared with each other join the group they are most like; others stay alone.</summary>
    private static void Join(StatementSpace space, List<StatementProfile> groups, IEnumerable<int> others)
    {
        var joined = new List<(StatementProfile? Group, int Statement)>();
        foreach (var other in others)
        {
            var nearest = groups.MaxBy(group => group.Similarity(other));
            joined.Add((nearest?.Similarity(other) >= space.Threshold ? nearest : null, other));
        }

        foreach (var (group, statement) in joined)
        {
            if (group is null)
            {
                groups.Add(new(space, [statement]));
            }
            else
            {
                group.Add(statement);
            }
        }
    }

    /// <summary>
    /// One position; or two, when most who are for it say no to something too, or who seems to be against it is not so near to any: that they
    /// differ has to be certain, that they agree may be left unsaid.
    /// </summary>
    private static IEnumerable<Position> PositionsOf(StatementSpace space, List<int> members, List<GroupableStatement> statements)
    {
        var supports = Count(true) >= Count(false);
        var sides = members.ToLookup(member => statements[member].Statement.Supports == supports);
        var isClear = 2 * sides[true].Count(member => !statements[member].Statement.Mixed) > sides[true].Count();
        var opposed = sides[false].ToLookup(member => isClear && !statements[member].Statement.Mixed && sides[true].Any(other =>
            !statements[other].Statement.Mixed && statements[other].Contribution != statements[member].Contribution
            && space.Similarity(member, other) >= space.Opposed));
        yield return PositionOf(space, supports, [.. sides[true]], [.. opposed[true]], statements);
        if (opposed[false].Any())
            yield return PositionOf(space, !supports, [.. opposed[false]], [], statements);

        int Count(bool side) => members.Where(member => statements[member].Statement.Supports == side)
            .Select(member => statements[member].Contribution).Distinct(StringComparer.Ordinal).Count();
    }

    private static Position PositionOf(
        StatementSpace space, bool supports, List<int> supporters, List<int> opponents, List<GroupableStatement> statements) => new(
        supports,
        supporters.ConvertAll(member => statements[member]),
        opponents.ConvertAll(member => statements[member]),
        statements[CentralStatement.Of(space, supporters)],
        opponents.Count > 0 ? statements[CentralStatement.Of(space, opponents)] : null,
        supporters.Count + opponents.Count == 1 ? 1 : Math.Round(Math.Clamp(new StatementProfile(space, supporters.Concat(opponents)).Cohesion, 0, 1), 3));

    private static ulong Hash(GroupableStatement one) =>
        WordHashes.Mix(WordHashes.Of(one.Contribution) ^ (((ulong)one.Statement.Document << 40) | (uint)one.Statement.Start));
}
