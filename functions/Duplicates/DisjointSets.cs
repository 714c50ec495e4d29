namespace Intake.Duplicates;

/// <summary>Numbers from 0, each at first in a set of its own; sets are joined, never divided.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;
    private readonly List<int>[] _members;

    public DisjointSets(int count)
    {
        _parent = [.. Enumerable.Range(0, count)];
        _members = [.. _parent.Select(number => new List<int>(1) { number })];
    }

    /// <summary>The number that stands for the set.</summary>
    public int Find(int number)
    {
        while (_parent[number] != number)
        {
            number = _parent[number] = _parent[_parent[number]];
        }

        return number;
    }

    /// <summary>Of the set that a number stands for.</summary>
    public IReadOnlyList<int> Members(int root) => _members[root];

    public void Join(int one, int other)
    {
        (one, other) = (Find(one), Find(other));
        if (one == other)
        {
            return;
        }

        if (_members[one].Count < _members[other].Count)
        {
            (one, other) = (other, one);
        }

        _parent[other] = one;
        _members[one].AddRange(_members[other]);
        _members[other] = [];
    }
}
