namespace Intake.Synthesis;

/// <summary>Compares contributions with what the last digest said of them.</summary>
internal static class ChangesSince
{
    public static Changes Of(LastDigest? last, IReadOnlyList<ContributionState> all)
    {
        var reported = (last?.Reported ?? []).ToDictionary(known => known.Contribution, StringComparer.Ordinal);
        ChangeList Where(Func<ContributionState, ReportedContribution?, bool> holds) =>
            ListOf(all
                .Where(contribution => holds(contribution, reported.GetValueOrDefault(contribution.Id)))
                .Select(contribution => contribution.Id).ToList());

        return new Changes(
            last?.Number,
            Where((_, known) => known is null),
            Where((now, known) => known is not null && now.Revision > known.Revision && now.Outcome != Outcome.Withdrawn),
            Where((now, known) => now.Outcome == Outcome.Withdrawn && known?.Outcome != Outcome.Withdrawn),
            Where((now, known) => now.IsIncluded && known?.Outcome is Outcome.Pending or Outcome.Failed),
            Where((now, known) => now.Outcome == Outcome.Failed && known?.Outcome != Outcome.Failed),
            ListOf([]),
            [],
            [],
            []);
    }

    private static ChangeList ListOf(List<string> ids) => new(ids.Count, ids);
}
