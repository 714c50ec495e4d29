using Intake.Calls;
using Intake.Receive;
using Intake.Storage;

namespace Intake.Themes;

/// <summary>Stage 4: tells which themes and questions each passage is about, and ends the contribution's way.</summary>
public sealed class Classifier(
    ContributionStore contributions, QueueSender sender, AnalysisStore analysis, CallStore calls, ThemeClassifier classifier)
    : ContributionStage(contributions, sender, Queues.Phrased, Status.Phrased, nextQueue: null)
{
    protected override async Task WorkAsync(string call, ContributionRow row, CancellationToken cancellation)
    {
        var stored = await calls.FindAsync(call, cancellation)
            ?? throw new InvalidOperationException($"Call {call} is not in storage.");
        var passages = await analysis.PassageTextsAsync(row.Id, row.Revision, cancellation);
        var phrases = await analysis.PhrasesAsync(row.Id, row.Revision, cancellation)
            ?? throw new InvalidOperationException($"The key phrases of {row.Id} are not in storage.");
        var classification = classifier.Classify(stored.Call, stored.Version, passages, phrases);
        await analysis.WriteAsync(row.Id, row.Revision, classification, cancellation);
        row.Themes = string.Join(' ', classification.Themes.Select(theme => theme.Theme));
    }
}
