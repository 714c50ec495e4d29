using System.Collections.Concurrent;
using System.Text.Json;
using Intake.Calls;
using Intake.Receive;
using Intake.Storage;

namespace Intake.Synthesis;

/// <summary>
/// Folds the journal into a <see cref="DigestState"/>. An entry says only that something happened; what a contribution
/// is now, its own record says. So an entry read twice, late or out of order leads to the same state, and so does
/// folding in many steps or in one.
/// </summary>
public sealed class DigestFold
{
    /// <summary>Contributions in memory with their content at a time.</summary>
    private const int Batch = 128;

    private readonly Call _call;
    private readonly IContributionSource _source;
    private readonly DigestOptions _options;
    private readonly ContributionReader _reader;
    private readonly DigestState _previous;

    /// <summary>What the last digest knew: the same book, but after a change of the agenda.</summary>
    private readonly LedgerBook _before;
    private readonly HashSet<SeenEntry> _seen;
    private readonly SortedDictionary<string, (DateTimeOffset First, EntryMark Latest)> _touched = new(StringComparer.Ordinal);

    public DigestFold(Call call, DigestState? previous, IContributionSource source, ILedgerStore ledger, DigestOptions? options = null)
    {
        var agenda = Agenda.Fingerprint(call);
        (_call, _source, _options) = (call, source, options ?? new DigestOptions());
        _reader = new ContributionReader(call);
        _before = new LedgerBook(call.Id, previous is { Rules: DigestState.CurrentRules } ? previous.Chunks : [], ledger);

        // Passages were chosen by the themes and questions of their time. When these change, all are read again.
        var goesOn = previous is { Rules: DigestState.CurrentRules } && previous.Agenda == agenda;
        _previous = goesOn ? previous! : new DigestState { Agenda = agenda, Last = previous?.Last };
        Book = goesOn ? _before : new LedgerBook(call.Id, [], ledger);
        _seen = [.. _previous.Seen];
        Tally = new Tally(call, _previous.Tally);
        Closely = new CloseReading(_options.ReadClosely, Tally, _previous.Closely);
    }

    /// <summary>From when on the journal is to be read.</summary>
    public DateTimeOffset Since => _previous.Cursor is { } cursor ? Before(cursor) : DateTimeOffset.MinValue;

    /// <summary>Whether a contribution is now other than it was in the state folded into.</summary>
    public bool Changed { get; private set; }

    internal LedgerBook Book { get; }

    internal Tally Tally { get; }

    internal CloseReading Closely { get; }

    internal ChangeLog Log { get; } = new();

    /// <summary>Reads the journal and the contributions it tells of.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var entry in _source.JournalAsync(_call.Id, Since, cancellation))
            await AddAsync(entry, cancellation);
        foreach (var ids in _touched.Keys.Chunk(Batch))
        {
            var read = await LoadAsync(ids, cancellation);
            foreach (var id in ids)
                await PutAsync(id, read.GetValueOrDefault(id), cancellation);
            Closely.Trim();
        }

        await RefillAsync(cancellation);
    }

    /// <summary>Notes an entry, unless it was folded before.</summary>
    private async Task AddAsync(JournalEntry entry, CancellationToken cancellation)
    {
        var mark = EntryMark.Of(entry);
        if (!_seen.Add(new SeenEntry(mark.At, entry.Contribution, entry.Revision, entry.Kind)))
            return;
        (DateTimeOffset First, EntryMark Latest) known =
            _touched.TryGetValue(entry.Contribution, out var touched) ? touched
            : await Book.FindAsync(entry.Contribution, cancellation) is { } state ? (state.First, state.Latest)
            : (mark.At, mark);
        _touched[entry.Contribution] =
            (mark.At < known.First ? mark.At : known.First, mark.IsAfter(known.Latest) ? mark : known.Latest);
    }

    private async Task<ConcurrentDictionary<string, ContributionState>> LoadAsync(IEnumerable<string> ids, CancellationToken cancellation)
    {
        var read = new ConcurrentDictionary<string, ContributionState>(StringComparer.Ordinal);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Readers, CancellationToken = cancellation };
        await Parallel.ForEachAsync(ids, parallel, async (id, token) =>
        {
            if (await _source.LoadAsync(_call.Id, id, token) is { } contribution)
                read[id] = _reader.Read(contribution);
        });
        return read;
    }

    /// <summary>Replaces what was known of a contribution.</summary>
    private async Task PutAsync(string id, ContributionState? read, CancellationToken cancellation)
    {
        var (first, latest) = _touched[id];
        var state = (read ?? FromJournal(id, first, latest)) with { First = first, Latest = latest };
        if (state is { Outcome: Outcome.Failed, Reason: null } && latest is { Kind: JournalKind.Failed, Note: { } note })
            state = state with { Reason = Labels.Clean(note) };

        var row = state.WithoutContent();
        var before = await Book.FindAsync(id, cancellation);
        Closely.Replace(before, state);
        if (before is not null)
            Tally.Add(before, -1);
        Tally.Add(row, 1);
        await Book.PutAsync(row, cancellation);
        var reported = ReferenceEquals(Book, _before) ? before : await _before.FindAsync(id, cancellation);
        Log.Add(reported, row);
        Changed |= reported is null || !Same(reported, row) || latest.Kind is JournalKind.Reclassified or JournalKind.Corrected;
    }

    /// <summary>After many withdrawals others are read closely in their place.</summary>
    private async Task RefillAsync(CancellationToken cancellation)
    {
        if (Closely.Short() is not { Count: > 0 } needed)
            return;
        var ids = needed.Keys.ToDictionary(group => group, _ => new List<string>(), StringComparer.Ordinal);
        await foreach (var rows in Book.AllAsync(cancellation))
        {
            foreach (var row in rows.Where(row => row.IsIncluded))
            {
                if (ids.TryGetValue(GroupKey.Of(row.Contributor.StakeholderGroup), out var ofGroup))
                    ofGroup.Add(row.Id);
            }
        }

        foreach (var (group, count) in needed)
        {
            var missing = CloseReading.FirstOf(ids[group], count).Where(id => !Closely.Has(group, id));
            foreach (var batch in missing.Chunk(Batch))
            {
                foreach (var (id, state) in await LoadAsync(batch, cancellation))
                {
                    var row = (await Book.FindAsync(id, cancellation))!;

                    // What was changed since the journal was read is the next digest's.
                    if (state.Revision == row.Revision && state.IsIncluded)
                        Closely.Refill(state with { First = row.First, Latest = row.Latest });
                }
            }
        }
    }

    /// <summary>Writes the ledger's chunks that changed.</summary>
    public async Task<DigestState> ToStateAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        // A worker whose clock is ahead must not hide from us what others write meanwhile.
        DateTimeOffset? newest = _seen.Count == 0 ? _previous.Cursor : _seen.Max(entry => entry.At);
        newest = newest < _previous.Cursor ? _previous.Cursor : newest;
        var cursor = newest > now ? now.ToUniversalTime() : newest;
        return _previous with
        {
            Cursor = cursor,
            Seen = [.. _seen
                .Where(entry => cursor is { } at && entry.At >= Before(at))
                .OrderBy(entry => entry.At)
                .ThenBy(entry => entry.Contribution, StringComparer.Ordinal)
                .ThenBy(entry => entry.Revision)
                .ThenBy(entry => entry.Kind)],
            Tally = Tally.Counts,
            Chunks = await Book.SaveAsync(cancellation),
            Closely = Closely.Kept(),
        };
    }

    /// <summary>The journal promises a contribution of which nothing is stored: it is still in the ledger.</summary>
    private static ContributionState FromJournal(string id, DateTimeOffset first, EntryMark latest) => new()
    {
        Id = id,
        Revision = latest.Revision,
        Outcome = latest.Kind switch
        {
            JournalKind.Failed => Outcome.Failed,
            JournalKind.Withdrawn => Outcome.Withdrawn,
            _ => Outcome.Pending,
        },
        Received = first,
        Contributor = new Contributor { Publish = PublishAs.Anonymous },
        Latest = latest,
    };

    private static bool Same(ContributionState one, ContributionState other) =>
        Bytes(one).AsSpan().SequenceEqual(Bytes(other));

    /// <summary>Which entries told of it does not matter to a reader of the digest.</summary>
    private static byte[] Bytes(ContributionState state) => JsonSerializer.SerializeToUtf8Bytes(
        state with { First = default, Latest = new EntryMark(0, default, default, null) }, Json.Options);

    private DateTimeOffset Before(DateTimeOffset cursor) =>
        cursor - DateTimeOffset.MinValue < _options.Overlap ? DateTimeOffset.MinValue : cursor - _options.Overlap;
}
