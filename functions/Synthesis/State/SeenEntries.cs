namespace Intake.Synthesis;

/// <summary>
/// Which journal entries were folded: of the last digests, those that are read again, and of this one, those that the next one
/// will read again.
/// </summary>
internal sealed class SeenEntries
{
    /// <summary>Entries in memory before those are let go that will not be read again.</summary>
    private const int Trimmed = 4_096;

    private readonly HashSet<SeenEntry> _seen;
    private readonly DateTimeOffset _now;
    private readonly TimeSpan _overlap;
    private int _trimAt = Trimmed;

    /// <param name="previous">What was known before.</param>
    /// <param name="now">The time of the digest.</param>
    /// <param name="overlap">What of the journal is read again.</param>
    public SeenEntries(DigestState previous, DateTimeOffset now, TimeSpan overlap)
    {
        (_seen, _now, _overlap, Cursor) = ([.. previous.Seen], now.ToUniversalTime(), overlap, previous.Cursor);
        Since = Again;
    }

    /// <summary>From when on the journal is to be read.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>Time of the newest entry. A worker whose clock is ahead must not hide from us what others write meanwhile.</summary>
    public DateTimeOffset? Cursor { get; private set; }

    /// <summary>What is older will not be read again.</summary>
    private DateTimeOffset Again => Cursor is { } cursor && cursor - DateTimeOffset.MinValue >= _overlap ? cursor - _overlap : DateTimeOffset.MinValue;

    /// <returns>False when it was folded before.</returns>
    public bool Add(SeenEntry entry)
    {
        if (!_seen.Add(entry))
            return false;
        var at = entry.At < _now ? entry.At : _now;
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
