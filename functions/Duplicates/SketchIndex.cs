using System.Runtime.InteropServices;

namespace Intake.Duplicates;

/// <summary>Which groups of texts have a hash in one of their sketches.</summary>
internal sealed class SketchIndex(DisjointSets sets)
{
    /// <summary>Groups that share one hash; a word pair that more letters have is the topic's, and tells none of them apart.</summary>
    private const int MostGroups = 100;

    private readonly Dictionary<uint, List<int>> _groups = [];

    /// <summary>How many of these hashes each group has.</summary>
    public void Count(ReadOnlySpan<uint> sketch, Dictionary<int, int> counts)
    {
        counts.Clear();
        foreach (var hash in sketch)
        {
            if (!_groups.TryGetValue(hash, out var groups) || groups.Count > MostGroups)
            {
                continue;
            }

            Compact(groups);
            foreach (var group in groups)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, group, out _)++;
            }
        }
    }

    public void Add(int text, ReadOnlySpan<uint> sketch)
    {
        var group = sets.Find(text);
        foreach (var hash in sketch)
        {
            ref var groups = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, hash, out _);
            groups ??= new(1);
            if (groups.Count <= MostGroups && (groups.Count == 0 || groups[^1] != group))
            {
                groups.Add(group);
            }
        }
    }

    /// <summary>Groups that were joined since are one.</summary>
    private void Compact(List<int> groups)
    {
        var changed = false;
        foreach (ref var group in CollectionsMarshal.AsSpan(groups))
        {
            var now = sets.Find(group);
            changed |= now != group;
            group = now;
        }

        if (changed || groups.Count > 1)
        {
            groups.Sort();
            var kept = 0;
            for (var i = 0; i < groups.Count; i++)
            {
                if (i == 0 || groups[i] != groups[i - 1])
                {
                    groups[kept++] = groups[i];
                }
            }

            groups.RemoveRange(kept, groups.Count - kept);
        }
    }
}
