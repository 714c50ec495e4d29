namespace Intake.Synthesis;

/// <summary>Notes how contributions differ from what the last digest said of them.</summary>
internal sealed class ChangeLog
{
    private readonly Named _new = new(), _revised = new(), _withdrawn = new(), _included = new(), _failed = new(), _reclassified = new();

    public void Add(ContributionState? before, ContributionState now)
    {
        if (before is null)
            _new.Add(now);
        if (before is not null && now.Revision > before.Revision && now.Outcome != Outcome.Withdrawn)
            _revised.Add(now);
        if (now.Outcome == Outcome.Withdrawn && before?.Outcome != Outcome.Withdrawn)
            _withdrawn.Add(now);
        if (now.IsIncluded && before?.Outcome is Outcome.Pending or Outcome.Failed)
            _included.Add(now);
        if (now.Outcome == Outcome.Failed && before?.Outcome != Outcome.Failed)
            _failed.Add(now);
        if (before is { IsIncluded: true } && now.IsIncluded && before.Revision == now.Revision && !Topics(before).SequenceEqual(Topics(now)))
            _reclassified.Add(now);
    }

    public ChangeList New() => _new.ToList();

    public ChangeList Revised() => _revised.ToList();

    public ChangeList Withdrawn() => _withdrawn.ToList();

    public ChangeList Included() => _included.ToList();

    public ChangeList Failed() => _failed.ToList();

    public ChangeList Reclassified() => _reclassified.ToList();

    private static IEnumerable<string> Topics(ContributionState contribution) =>
        contribution.Themes.Select(theme => theme.Topic).Order(StringComparer.Ordinal).Concat(contribution.Questions.Select(Agenda.Topic));

    /// <summary>Counts all, and names those that were received first.</summary>
    private sealed class Named
    {
        private const int Most = 1_000;

        private static readonly Comparer<(DateTimeOffset Received, string Id)> InOrder = Comparer<(DateTimeOffset Received, string Id)>.Create(
            static (one, other) => one.Received.CompareTo(other.Received) is not 0 and var order ? order : string.CompareOrdinal(one.Id, other.Id));

        private readonly SortedSet<(DateTimeOffset Received, string Id)> _first = new(InOrder);
        private int _count;

        public void Add(ContributionState contribution)
        {
            _count++;
            _first.Add((contribution.Received, contribution.Id));
            if (_first.Count > Most)
                _first.Remove(_first.Max);
        }

        public ChangeList ToList() => new(_count, [.. _first.Select(one => one.Id)]);
    }
}
