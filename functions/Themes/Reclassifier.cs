using Intake.Receive;
using Intake.Storage;

namespace Intake.Themes;

/// <summary>Classifies analysed contributions again when more is known. One that comes out otherwise gets its new
/// classification, and the journal says so; done twice, or by two at once, it is the same.</summary>
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
            var stored = await analysis.ClassificationAsync(id, row.Revision, cancellation);

            // The text first: what the row tells of has to be there. A run that died between the two left a text that
            // the row does not tell of yet, so the row is what decides.
            if (stored is null || !AnalysisStore.Bytes(found).AsSpan().SequenceEqual(AnalysisStore.Bytes(stored)))
                await analysis.WriteAsync(id, row.Revision, found, cancellation);
            if (row.Classified == told)
                return false;
            if (await contributions.TryReclassifyAsync(call, row, cancellation))
                return true;
        }

        throw new IOException($"Contribution {id} is changed too often to be classified now.");
    }
}
