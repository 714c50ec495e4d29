namespace Intake.Synthesis;

/// <summary>
/// The ledger while it is folded: finds and replaces contributions, and reads and writes no more chunks than that takes.
/// Where a chunk ends follows from the ids alone, so that the same contributions give the same chunks whatever their
/// history.
/// </summary>
internal sealed class LedgerBook(string call, IReadOnlyList<LedgerChunk> chunks, ILedgerStore store)
{
    /// <summary>Contributions in a chunk, on average.</summary>
    private const ulong Average = 256;

    private readonly SortedDictionary<int, List<ContributionState>> _open = [];
    private readonly SortedSet<int> _changed = [];

    /// <summary>What was last put, or null. Ascending ids cost the least.</summary>
    public async Task<ContributionState?> FindAsync(string id, CancellationToken cancellation)
    {
        var rows = await OpenAsync(ChunkOf(id), cancellation);
        var at = IndexOf(rows, id);
        return at >= 0 ? rows[at] : null;
    }

    public async Task PutAsync(ContributionState row, CancellationToken cancellation)
    {
        var chunk = ChunkOf(row.Id);
        var rows = await OpenAsync(chunk, cancellation);
        var at = IndexOf(rows, row.Id);
        if (at >= 0)
            rows[at] = row;
        else
            rows.Insert(~at, row);
        _changed.Add(chunk);
    }

    /// <summary>All contributions in order of id, a chunk at a time.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ContributionState>> AllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var chunk = 0; chunk < Math.Max(1, chunks.Count); chunk++)
        {
            yield return _open.TryGetValue(chunk, out var rows) ? rows
                : chunks.Count == 0 ? [] : await store.ReadAsync(call, chunks[chunk].Name, cancellation);
        }
    }

    /// <summary>Writes what changed.</summary>
    public async Task<IReadOnlyList<LedgerChunk>> SaveAsync(CancellationToken cancellation)
    {
        var saved = new List<LedgerChunk>();
        for (var chunk = 0; chunk < Math.Max(1, chunks.Count); chunk++)
        {
            if (!_changed.Contains(chunk))
            {
                saved.AddRange(chunks.Skip(chunk).Take(1));
                continue;
            }

            foreach (var rows in Divided(_open[chunk]))
                saved.Add(new LedgerChunk(rows[0].Id, rows.Count, await store.WriteAsync(call, rows, cancellation)));
        }

        return saved;
    }

    private static IEnumerable<List<ContributionState>> Divided(List<ContributionState> rows)
    {
        var from = 0;
        for (var at = 1; at <= rows.Count; at++)
        {
            if (at == rows.Count || Storage.Ids.Spread(rows[at].Id) % Average == 0)
            {
                yield return rows.GetRange(from, at - from);
                from = at;
            }
        }
    }

    private int ChunkOf(string id)
    {
        var (low, high) = (0, chunks.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = string.CompareOrdinal(chunks[middle].First, id) <= 0 ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private async Task<List<ContributionState>> OpenAsync(int chunk, CancellationToken cancellation)
    {
        if (!_open.TryGetValue(chunk, out var rows))
        {
            rows = chunks.Count == 0 ? [] : [.. await store.ReadAsync(call, chunks[chunk].Name, cancellation)];
            _open[chunk] = rows;
        }

        return rows;
    }

    /// <summary>The index of the id, or the complement of where it belongs.</summary>
    private static int IndexOf(List<ContributionState> rows, string id)
    {
        var (low, high) = (0, rows.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (string.CompareOrdinal(rows[middle].Id, id))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return ~low;
    }
}
