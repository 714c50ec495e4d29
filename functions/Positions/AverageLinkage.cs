namespace Intake.Positions;

/// <summary>
/// Joins what is most alike, by the average over all pairs of two groups, until no two groups are alike enough. By chains
/// of nearest neighbours: in the square of the number. Whole numbers, so that the order of adding makes no difference.
/// </summary>
internal static class AverageLinkage
{
    /// <param name="count">How many there are.</param>
    /// <param name="similarity">Of two of them.</param>
    /// <param name="threshold">The least average similarity of two groups that are joined.</param>
    /// <returns>The members of each group, by their first.</returns>
    public static List<List<int>> Cluster(int count, Func<int, int, int> similarity, int threshold)
    {
        var groups = new Groups(count, similarity);
        var done = new List<List<int>>();
        var chain = new Stack<int>();
        while (groups.Active.Count > 0)
        {
            if (chain.Count == 0)
            {
                chain.Push(groups.Active[0]);
            }

            var last = chain.Pop();
            var before = chain.TryPeek(out var peeked) ? peeked : -1;
            var nearest = groups.Nearest(last, before);
            if (nearest < 0 || !groups.AreAlike(last, nearest, threshold))
            {
                // Joining others never brings any of them nearer to this one.
                done.Add(groups.Remove(last));
            }
            else if (nearest == before)
            {
                chain.Pop();
                groups.Join(last, nearest);
            }
            else
            {
                chain.Push(last);
                chain.Push(nearest);
            }
        }

        return [.. done.OrderBy(members => members[0])];
    }

    private sealed class Groups
    {
        private readonly long[][] _sums;
        private readonly List<int>[] _members;

        public Groups(int count, Func<int, int, int> similarity)
        {
            Active = [.. Enumerable.Range(0, count)];
            _members = [.. Active.Select(one => new List<int> { one })];
            _sums = [.. Active.Select(_ => new long[count])];
            for (var i = 0; i < count; i++)
            {
                for (var j = i + 1; j < count; j++)
                {
                    _sums[i][j] = _sums[j][i] = similarity(i, j);
                }
            }
        }

        public List<int> Active { get; }

        /// <summary>Of two that are as near, <paramref name="preferred"/>, else the first; -1 when there is no other.</summary>
        public int Nearest(int group, int preferred)
        {
            var nearest = preferred;
            foreach (var other in Active)
            {
                // Averages compared without dividing: sums by the numbers of members.
                if (other != group
                    && (nearest < 0 || _sums[group][other] * _members[nearest].Count > _sums[group][nearest] * _members[other].Count))
                {
                    nearest = other;
                }
            }

            return nearest;
        }

        public bool AreAlike(int one, int other, int threshold) =>
            _sums[one][other] >= (long)threshold * _members[one].Count * _members[other].Count;

        public void Join(int one, int other)
        {
            foreach (var third in Active)
            {
                _sums[one][third] += _sums[other][third];
                _sums[third][one] = _sums[one][third];
            }

            _members[one].AddRange(_members[other]);
            _ = Remove(other);
        }

        /// <returns>Its members, ascending.</returns>
        public List<int> Remove(int group)
        {
            Active.Remove(group);
            return [.. _members[group].Order()];
        }
    }
}
