namespace Intake.Storage;

/// <summary>What tells one journal entry from another.</summary>
public sealed record SeenEntry(DateTimeOffset At, string Contribution, int Revision, JournalKind Kind);

/// <summary>
/// How far a reader of a call's journal has come. Clocks of workers differ, and an entry may be written some time after the
/// moment it bears: so a piece is read again each time, and what was read of it before is remembered.
/// </summary>
internal sealed class SeenEntries
{
    /// <summary>Entries in memory before those are let go that will not be read again.</summary>
    private const int Trimmed = 4_096;

    private readonly HashSet<SeenEntry> _seen;
    private readonly DateTimeOffset _now;
    private readonly TimeSpan _overlap;
    private int _trimAt = Trimmed;

    /// <param name="cursor">Time of the newest entry read before; null when none was.</param>
    /// <param name="seen">Entries read before that come again.</param>
    /// <param name="now">The time it is.</param>
    /// <param name="overlap">What of the journal is read again.</param>
    public SeenEntries(DateTimeOffset? cursor, IEnumerable<SeenEntry> seen, DateTimeOffset now, TimeSpan overlap)
    {
        (_seen, _now, _overlap, Cursor) = ([.. seen], now.ToUniversalTime(), overlap, cursor);
        Since = Again;
    }

    /// <summary>From when on the journal is to be read.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>Time of the newest entry. A worker whose clock is ahead must not hide from us what others write meanwhile.</summary>
    public DateTimeOffset? Cursor { get; private set; }

    /// <summary>What is older will not be read again.</summary>
    private DateTimeOffset Again => Cursor is { } cursor && cursor - DateTimeOffset.MinValue >= _overlap ? cursor - _overlap : DateTimeOffset.MinValue;

    /// <returns>False when it was read before.</returns>
    public bool Add(JournalEntry entry)
    {
        var written = entry.At.ToUniversalTime();
        if (!_seen.Add(new SeenEntry(written, entry.Contribution, entry.Revision, entry.Kind)))
            return false;
        var at = written < _now ? written : _now;
        Cursor = Cursor is { } cursor && cursor > at ? cursor : at;
        if (_seen.Count >= _trimAt)
        {
            Trim();
            _trimAt = Math.Max(Trimmed, 2 * _seen.Count);
        }

        return true;
    }

    public IReadOnlyList<SeenEntry> ToList()
    {
        Trim();
        return
        [
            .. _seen.OrderBy(entry => entry.At)
                .ThenBy(entry => entry.Contribution, StringComparer.Ordinal)
                .ThenBy(entry => entry.Revision)
                .ThenBy(entry => entry.Kind),
        ];
    }

    private void Trim()
    {
        if (Cursor is not null)
            _seen.RemoveWhere(entry => entry.At < Again);
    }
}
