using Intake.Receive;
using Intake.Storage;

namespace Intake.Themes;

/// <summary>Classifies analysed contributions again when more is known. One that comes out otherwise gets its new
/// classification and positions, and the journal says so; done twice, or by two at once, it is the same.</summary>
public sealed class Reclassifier(ContributionStore contributions, AnalysisStore analysis, ContributionClassifier classifier)
{
    private const int MaxTries = 5;

    /// <returns>Whether it came out otherwise.</returns>
    public async Task<bool> RunAsync(string call, string id, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (await contributions.FindAsync(call, id, cancellation) is not { Status: Status.Analysed } row)
                return false;

            var told = row.Classified;
            var found = await classifier.ClassifyAsync(call, row, cancellation);

            // The texts first: what the row tells of has to be there. A run that died between the two left texts that
            // the row does not tell of yet, so the row is what decides.
            if (!await IsStoredAsync(row, found, cancellation))
                await classifier.StoreAsync(row, found, cancellation);
            if (row.Classified == told)
                return false;
            if (await contributions.TryReclassifyAsync(call, row, cancellation))
                return true;
        }

        throw new IOException($"Contribution {id} is changed too often to be classified now.");
    }

    /// <summary>Both are looked at: of two runs at once, each may have written one last.</summary>
    private async Task<bool> IsStoredAsync(ContributionRow row, Classified found, CancellationToken cancellation) =>
        Same(await analysis.ClassificationAsync(row.Id, row.Revision, cancellation), found.Classification)
        && Same(await analysis.PositionsAsync(row.Id, row.Revision, cancellation), found.Positions);

    private static bool Same<T>(T? stored, T found)
        where T : class =>
        stored is not null && AnalysisStore.Bytes(found).AsSpan().SequenceEqual(AnalysisStore.Bytes(stored));
}
