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
    private readonly SeenEntries _seen;

    /// <summary>Contributions with new entries: the time of the first of these, and the last.</summary>
    private readonly SortedDictionary<string, (DateTimeOffset First, EntryMark Latest)> _touched = new(StringComparer.Ordinal);

    /// <param name="now">The time of the digest.</param>
    public DigestFold(
        Call call, DigestState? previous, IContributionSource source, ILedgerStore ledger, DateTimeOffset now, DigestOptions? options = null)
    {
        var agenda = Agenda.Fingerprint(call);
        (_call, _source, _options) = (call, source, options ?? new DigestOptions());
        _reader = new ContributionReader(call);
        _before = new LedgerBook(call.Id, previous is { Rules: DigestState.CurrentRules } ? previous.Chunks : [], ledger);

        // Passages were chosen by the themes and questions of their time. When these change, all are read again.
        var goesOn = previous is { Rules: DigestState.CurrentRules } && previous.Agenda == agenda;
        _previous = goesOn ? previous! : new DigestState { Agenda = agenda, Last = previous?.Last };
        Book = goesOn ? _before : new LedgerBook(call.Id, [], ledger);
        _seen = new SeenEntries(_previous.Cursor, _previous.Seen, now, _options.Overlap);
        Tally = new Tally(call, _previous.Tally);
        Closely = new CloseReading(_options.ReadClosely, Tally, _previous.Closely);
    }

    /// <summary>From when on the journal is to be read.</summary>
    public DateTimeOffset Since => _seen.Since;

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
            Add(entry);
        foreach (var ids in _touched.Keys.Chunk(Batch))
        {
            var read = await LoadAsync(ids, Closely.Wants, cancellation);
            foreach (var id in ids)
                await PutAsync(id, read.GetValueOrDefault(id), cancellation);
            Closely.Trim();
        }

        await RefillAsync(cancellation);
    }

    /// <summary>Notes an entry, unless it was folded before.</summary>
    private void Add(JournalEntry entry)
    {
        var mark = EntryMark.Of(entry);
        if (_seen.Add(entry))
            _touched[entry.Contribution] = _touched.TryGetValue(entry.Contribution, out var known) ? Earliest(known, (mark.At, mark)) : (mark.At, mark);
    }

    private static (DateTimeOffset First, EntryMark Latest) Earliest(
        (DateTimeOffset First, EntryMark Latest) one, (DateTimeOffset First, EntryMark Latest) other) =>
        (other.First < one.First ? other.First : one.First, other.Latest.IsAfter(one.Latest) ? other.Latest : one.Latest);

    /// <param name="wanted">Whether a contribution's content is; null when all are.</param>
    private async Task<ConcurrentDictionary<string, ReadState>> LoadAsync(
        IEnumerable<string> ids, Func<string, string, bool>? wanted, CancellationToken cancellation)
    {
        var read = new ConcurrentDictionary<string, ReadState>(StringComparer.Ordinal);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Readers, CancellationToken = cancellation };
        await Parallel.ForEachAsync(ids, parallel, async (id, token) =>
        {
            if (await _source.LoadAsync(_call.Id, id, token) is not { } contribution)
                return;
            var isWhole = wanted?.Invoke(GroupKey.Of(contribution.Contributor.StakeholderGroup), id) != false;
            read[id] = new ReadState(_reader.Read(contribution, isWhole), isWhole);
        });
        return read;
    }

    /// <summary>Replaces what was known of a contribution.</summary>
    private async Task PutAsync(string id, ReadState? read, CancellationToken cancellation)
    {
        var before = await Book.FindAsync(id, cancellation);
        var (first, latest) = before is null ? _touched[id] : Earliest((before.First, before.Latest), _touched[id]);

        // Withdrawals of others meanwhile may have made room for it.
        if (read is { IsWhole: false, State.IsIncluded: true } && Closely.Wants(GroupKey.Of(read.State.Contributor.StakeholderGroup), id))
            read = (await LoadAsync([id], null, cancellation)).GetValueOrDefault(id);
        var state = (read?.State ?? FromJournal(id, first, latest)) with { First = first, Latest = latest };
        if (state is { Outcome: Outcome.Failed, Reason: null } && latest is { Kind: JournalKind.Failed, Note: { } note })
            state = state with { Reason = Labels.Clean(note) };

        var row = state.WithoutContent();
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
                foreach (var (id, (state, _)) in await LoadAsync(batch, null, cancellation))
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
    public async Task<DigestState> ToStateAsync(CancellationToken cancellation) => _previous with
    {
        Cursor = _seen.Cursor,
        Seen = _seen.ToList(),
        Tally = Tally.Counts,
        Chunks = await Book.SaveAsync(cancellation),
        Closely = Closely.Kept(),
    };

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

    /// <param name="IsWhole">With its content, if it has any.</param>
    private sealed record ReadState(ContributionState State, bool IsWhole);
}
