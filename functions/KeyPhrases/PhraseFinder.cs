using Intake.Receive;
using Intake.Storage;

namespace Intake.KeyPhrases;

/// <summary>Stage 3: finds the key phrases of every passage and of the contribution.</summary>
public sealed class PhraseFinder(
    ContributionStore contributions, QueueSender sender, AnalysisStore analysis, IAnalyser analyser)
    : ContributionStage(contributions, sender, Queues.Extracted, Status.Extracted, Queues.Phrased)
{
    protected override async Task WorkAsync(string call, ContributionRow row, CancellationToken cancellation)
    {
        var passages = await analysis.PassageTextsAsync(row.Id, row.Revision, cancellation);
        var phrases = await analyser.FindKeyPhrasesAsync(passages, cancellation);
        await analysis.WriteAsync(row.Id, row.Revision, phrases, cancellation);
    }
}
