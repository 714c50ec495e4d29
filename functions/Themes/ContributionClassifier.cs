using Intake.Calls;
using Intake.Positions;
using Intake.Storage;

namespace Intake.Themes;

/// <summary>Classifies a stored contribution by all that is known now: the call, what was learned of its themes, and what
/// people said.</summary>
public sealed class ContributionClassifier(ContributionStore contributions, AnalysisStore analysis, CallStore calls,
    ThemeClassifier classifier, ThemeModelStore models)
{
    /// <summary>Sets what the row shows of it too.</summary>
    public async Task<Classified> ClassifyAsync(string call, ContributionRow row, CancellationToken cancellation)
    {
        var stored = await calls.FindAsync(call, cancellation)
            ?? throw new InvalidOperationException($"Call {call} is not in storage.");
        var passages = await analysis.PassageTextsAsync(row.Id, row.Revision, cancellation);
        var phrases = await analysis.PhrasesAsync(row.Id, row.Revision, cancellation)
            ?? throw new InvalidOperationException($"The key phrases of {row.Id} are not in storage.");
        var classification = classifier.Classify(stored.Call, stored.Version, passages, phrases,
            await models.FindAsync(stored.Call, cancellation),
            await contributions.CorrectionsAsync(call, row.Id, row.Revision, cancellation));
        row.Themes = string.Join(' ', classification.Themes.Select(theme => theme.Theme));
        row.Classified = Ids.Hash(Convert.ToHexString(AnalysisStore.Bytes(classification with { CallVersion = "" })))[..16];
        return new(classification, StatementFinder.Find(passages, classification));
    }

    /// <summary>Writes what was found. The positions first: where the classification is, they are too.</summary>
    public async Task StoreAsync(ContributionRow row, Classified found, CancellationToken cancellation)
    {
        await analysis.WriteAsync(row.Id, row.Revision, found.Positions, cancellation);
        await analysis.WriteAsync(row.Id, row.Revision, found.Classification, cancellation);
    }
}

/// <summary>What a revision is about, and the stands it takes on that.</summary>
public sealed record Classified(Classification Classification, PositionSet Positions);
