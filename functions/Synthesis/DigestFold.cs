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
    private readonly ContributionReader _reader;
    private readonly DigestOptions _options;
    private readonly DigestState _previous;
    private readonly Dictionary<string, ContributionState> _contributions;
    private readonly HashSet<SeenEntry> _seen;
    private readonly Dictionary<string, (DateTimeOffset First, EntryMark Latest)> _touched = new(StringComparer.Ordinal);

    public DigestFold(Call call, DigestState? previous, DigestOptions? options = null)
    {
        var agenda = Agenda.Fingerprint(call);
        _options = options ?? new DigestOptions();
        _reader = new ContributionReader(call);

        // Passages were chosen by the themes and questions of their time. When these change, all are read again.
        _previous = previous switch
        {
            null => new DigestState { Agenda = agenda },
            { Rules: DigestState.CurrentRules } when previous.Agenda == agenda => previous,
            _ => previous.Restarted(agenda),
        };
        _contributions = _previous.Contributions.ToDictionary(state => state.Id, StringComparer.Ordinal);
        _seen = [.. _previous.Seen];
    }

    /// <summary>From when on the journal is to be read.</summary>
    public DateTimeOffset Since => _previous.Cursor is { } cursor ? Before(cursor) : DateTimeOffset.MinValue;

    /// <summary>Contributions of entries that were added and not read before; each is to be put.</summary>
    public IReadOnlyCollection<string> Touched => _touched.Keys;

    /// <summary>Whether a contribution is now other than it was in the state folded into.</summary>
    public bool Changed { get; private set; }

    /// <summary>Adds one entry with the contribution as it stands now (null: nothing is stored of it).</summary>
    public void Fold(JournalEntry entry, AnalysedContribution? contribution)
    {
        if (Add(entry))
        {
            Put(entry.Contribution, contribution is null ? null : Read(contribution));
        }
    }

    /// <summary>Notes an entry; false when it was folded before.</summary>
    public bool Add(JournalEntry entry)
    {
        var mark = EntryMark.Of(entry);
        if (!_seen.Add(new SeenEntry(mark.At, entry.Contribution, entry.Revision, entry.Kind)))
        {
            return false;
        }

        (DateTimeOffset First, EntryMark Latest) known =
            _touched.TryGetValue(entry.Contribution, out var touched) ? touched
            : _contributions.TryGetValue(entry.Contribution, out var state) ? (state.First, state.Latest)
            : (mark.At, mark);
        _touched[entry.Contribution] =
            (mark.At < known.First ? mark.At : known.First, mark.IsAfter(known.Latest) ? mark : known.Latest);
        return true;
    }

    /// <summary>What the state keeps of a contribution. Safe to call from several threads.</summary>
    public ContributionState Read(AnalysedContribution contribution) => _reader.Read(contribution);

    /// <summary>Replaces what was known of a touched contribution.</summary>
    public void Put(string id, ContributionState? read)
    {
        var (first, latest) = _touched[id];
        var state = (read ?? FromJournal(id, first, latest)) with { First = first, Latest = latest };
        if (state is { Outcome: Outcome.Failed, Reason: null } && latest is { Kind: JournalKind.Failed, Note: { } note })
        {
            state = state with { Reason = Labels.Clean(note) };
        }

        Changed |= !_contributions.TryGetValue(id, out var before) || !Same(before, state);
        _contributions[id] = state;
    }

    public DigestState ToState(DateTimeOffset now)
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
            Contributions = [.. _contributions.Values.OrderBy(state => state.Id, StringComparer.Ordinal)],
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
