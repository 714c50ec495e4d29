using Intake.Storage;

namespace Intake.Themes;

/// <summary>Carries what people said of passages over to a revision that has the same passages: who changes one paragraph does
/// not undo what was said of the others.</summary>
public sealed class CarriedCorrections(ContributionStore contributions, AnalysisStore analysis)
{
    /// <summary>Before the revision is classified for the first time. Repeated, it writes the same.</summary>
    public async Task CarryAsync(string call, ContributionRow row, CancellationToken cancellation)
    {
        for (var before = row.Revision - 1; before > 0; before--)
        {
            var said = await contributions.CorrectionsAsync(call, row.Id, before, cancellation);
            if (said.Count > 0)
            {
                foreach (var (correction, passage) in await FindAsync(row, before, said, cancellation))
                    await contributions.CarryAsync(row, correction, passage, cancellation);
                return;
            }

            // It was looked at, and nothing was said of it, or all of it taken back.
            if (await analysis.ClassificationAsync(row.Id, before, cancellation) is not null)
                return;
        }
    }

    /// <summary>The corrections whose passage's text the revision has too; equal texts answer each other in their order.</summary>
    private async Task<List<(CorrectionRow Correction, int Passage)>> FindAsync(
        ContributionRow row, int before, IReadOnlyList<CorrectionRow> said, CancellationToken cancellation)
    {
        var numbers = (await analysis.PassageTextsAsync(row.Id, row.Revision, cancellation))
            .GroupBy(passage => passage.Text, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Select(passage => passage.Passage.Number).ToList(), StringComparer.Ordinal);
        var corrections = said.ToDictionary(correction => correction.Passage);
        var carried = new List<(CorrectionRow, int)>();
        foreach (var same in (await analysis.PassageTextsAsync(row.Id, before, cancellation)).GroupBy(passage => passage.Text, StringComparer.Ordinal))
        {
            foreach (var (old, number) in same.Zip(numbers.GetValueOrDefault(same.Key, [])))
            {
                if (corrections.TryGetValue(old.Passage.Number, out var correction))
                    carried.Add((correction, number));
            }
        }

        return carried;
    }
}
