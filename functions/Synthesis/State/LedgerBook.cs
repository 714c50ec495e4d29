using System.Runtime.CompilerServices;

namespace Intake.Synthesis;

/// <summary>
/// The ledger while it is folded: finds and replaces contributions, and reads and writes no more chunks than that takes.
/// Where a chunk ends follows from the ids alone, so that the same contributions give the same chunks whatever their
/// history. Few chunks are in memory at a time; it costs the least when ids ascend.
/// </summary>
internal sealed class LedgerBook
{
    /// <summary>Contributions in a chunk, on average.</summary>
    private const ulong Average = 256;

    /// <summary>Contributions at the end of a new ledger before its chunks are written.</summary>
    private const int Spilled = 1_024;

    /// <summary>Contributions kept in memory that are not being changed: a ledger that stands in the digest is read once.</summary>
    private const int Held = 3_000;

    private readonly string _call;
    private readonly ILedgerStore _store;
    private readonly List<Part> _parts;
    private readonly Queue<Part> _inMemory = new();

    public LedgerBook(string call, IReadOnlyList<LedgerChunk> chunks, ILedgerStore store)
    {
        (_call, _store) = (call, store);
        _parts = chunks.Count == 0 ? [new Part { Rows = [] }] : [.. chunks.Select(chunk => new Part { Stored = chunk })];
    }

    /// <summary>What was last put, or null.</summary>
    public async Task<ContributionState?> FindAsync(string id, CancellationToken cancellation)
    {
        var rows = (await OpenAsync(id, cancellation)).Rows!;
        var at = IndexOf(rows, id);
        return at >= 0 ? rows[at] : null;
    }

    public async Task PutAsync(ContributionState row, CancellationToken cancellation)
    {
        var part = await OpenAsync(row.Id, cancellation);
        var at = IndexOf(part.Rows!, row.Id);
        if (at >= 0)
            part.Rows![at] = row;
        else
            part.Rows!.Insert(~at, row);
        part.IsChanged = true;
        if (part.Rows!.Count >= Spilled && part == _parts[^1] && ~at == part.Rows.Count - 1)
            await SpillAsync(part, cancellation);
    }

    /// <summary>All contributions in order of id, a chunk at a time.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ContributionState>> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var part in _parts)
            yield return part.Rows ?? await _store.ReadAsync(_call, part.Stored!.Name, cancellation);
    }

    /// <summary>Writes what changed.</summary>
    public async Task<IReadOnlyList<LedgerChunk>> SaveAsync(CancellationToken cancellation)
    {
        foreach (var part in _parts.Where(part => part.IsChanged).ToList())
            await WriteAsync(part, cancellation);
        return [.. _parts.Select(part => part.Stored).OfType<LedgerChunk>()];
    }

    private async Task<Part> OpenAsync(string id, CancellationToken cancellation)
    {
        var part = PartOf(id);
        if (part.Rows is not null)
            return part;
        part.Rows = [.. await _store.ReadAsync(_call, part.Stored!.Name, cancellation)];
        await HoldAsync(part, cancellation);
        return part;
    }

    /// <summary>Writes all of the last part but its last chunk: nothing will be put before that.</summary>
    private async Task SpillAsync(Part last, CancellationToken cancellation)
    {
        var chunks = Divided(last.Rows!).ToList();
        last.Rows = chunks[^1];
        foreach (var rows in chunks.Take(chunks.Count - 1))
        {
            var stored = new Part { Rows = rows };
            _parts.Insert(_parts.Count - 1, stored);
            await WriteAsync(stored, cancellation);
            await HoldAsync(stored, cancellation);
        }
    }

    /// <summary>Puts the chunks that its rows make in the place of a part.</summary>
    private async Task WriteAsync(Part part, CancellationToken cancellation)
    {
        var chunks = Divided(part.Rows!).ToList();
        for (var chunk = 0; chunk < chunks.Count; chunk++)
        {
            var rows = chunks[chunk];
            if (chunk > 0)
            {
                _parts.Insert(_parts.IndexOf(part) + 1, part = new Part());
                _inMemory.Enqueue(part);
            }

            (part.Rows, part.IsChanged) = (rows, false);
            part.Stored = new LedgerChunk(rows[0].Id, rows.Count, await _store.WriteAsync(_call, rows, cancellation));
        }
    }

    /// <summary>Lets go of what came into memory first, when there is too much.</summary>
    private async Task HoldAsync(Part part, CancellationToken cancellation)
    {
        _inMemory.Enqueue(part);
        while (_inMemory.Count > 1 && _inMemory.Sum(held => held.Rows!.Count) > Held)
        {
            var first = _inMemory.Dequeue();
            if (first.IsChanged)
                await WriteAsync(first, cancellation);
            first.Rows = null;
        }
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

    private Part PartOf(string id)
    {
        var (low, high) = (0, _parts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = string.CompareOrdinal(_parts[middle].First, id) <= 0 ? (middle, high) : (low, middle - 1);
        }

        return _parts[low];
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

    /// <summary>A chunk, or what several will be made of.</summary>
    private sealed class Part
    {
        /// <summary>As it was last read or written; null when it never was.</summary>
        public LedgerChunk? Stored { get; set; }

        /// <summary>Null when they are not in memory.</summary>
        public List<ContributionState>? Rows { get; set; }

        public bool IsChanged { get; set; }

        public string First => Rows is [var first, ..] ? first.Id : Stored?.First ?? "";
    }
}
