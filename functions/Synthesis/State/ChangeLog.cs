namespace Intake.Synthesis;

/// <summary>Notes how contributions differ from what the last digest said of them.</summary>
internal sealed class ChangeLog
{
    /// <summary>Ids named of each kind of change.</summary>
    private const int Named = 1_000;

    private readonly List<(ContributionState? Before, ContributionState Now)> _changes = [];

    public void Add(ContributionState? before, ContributionState now) =>
        _changes.Add((before, now with { Latest = new EntryMark(0, default, default, null), Problems = [] }));

    public ChangeList New() => Where((before, _) => before is null);

    public ChangeList Revised() => Where((before, now) => before is not null && now.Revision > before.Revision && now.Outcome != Outcome.Withdrawn);

    public ChangeList Withdrawn() => Where((before, now) => now.Outcome == Outcome.Withdrawn && before?.Outcome != Outcome.Withdrawn);

    public ChangeList Included() => Where((before, now) => now.IsIncluded && before?.Outcome is Outcome.Pending or Outcome.Failed);

    public ChangeList Failed() => Where((before, now) => now.Outcome == Outcome.Failed && before?.Outcome != Outcome.Failed);

    public ChangeList Reclassified() => Where((before, now) => before is { IsIncluded: true } && now.IsIncluded
        && before.Revision == now.Revision && !Topics(before).SequenceEqual(Topics(now)));

    private ChangeList Where(Func<ContributionState?, ContributionState, bool> holds)
    {
        var changed = _changes.Where(change => holds(change.Before, change.Now)).Select(change => change.Now).ToList();
        return new ChangeList(changed.Count, [.. changed
            .OrderBy(contribution => contribution.Received)
            .ThenBy(contribution => contribution.Id, StringComparer.Ordinal)
            .Select(contribution => contribution.Id)
            .Take(Named)]);
    }

    private static IEnumerable<string> Topics(ContributionState contribution) =>
        contribution.Themes.Select(theme => theme.Topic).Order(StringComparer.Ordinal).Concat(contribution.Questions.Select(Agenda.Topic));
}
