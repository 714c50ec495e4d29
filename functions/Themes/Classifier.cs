using Intake.Receive;
using Intake.Storage;

namespace Intake.Themes;

/// <summary>Stage 4: tells which themes and questions each passage is about and which stands it takes, and ends the
/// contribution's way.</summary>
public sealed class Classifier(
    ContributionStore contributions, QueueSender sender, ContributionClassifier classifier, CarriedCorrections carried)
    : ContributionStage(contributions, sender, Queues.Phrased, Status.Phrased, nextQueue: null)
{
    protected override async Task WorkAsync(string call, ContributionRow row, CancellationToken cancellation)
    {
        await carried.CarryAsync(call, row, cancellation);
        await classifier.StoreAsync(row, await classifier.ClassifyAsync(call, row, cancellation), cancellation);
    }
}
