using Intake.Calls;
using Intake.Receive;

namespace Intake.Synthesis;

/// <summary>Writes the ledger: nothing that was received is missing in it.</summary>
internal static class LedgerRows
{
    public static LedgerRow Of(ContributionState contribution, int quotes)
    {
        return new LedgerRow
        {
            Contribution = contribution.Id,
            Revision = contribution.Revision,
            Contributor = Naming.Of(contribution.Contributor),
            Group = GroupKey.Of(contribution.Contributor.StakeholderGroup),
            Country = contribution.Contributor.Country,
            Language = contribution.Language,
            Channel = contribution.Channel,
            Received = contribution.Received,
            Late = contribution.Late,
            Status = contribution.Outcome switch
            {
                Outcome.Included => Status.Analysed,
                Outcome.Failed => Status.Failed,
                Outcome.Withdrawn => Status.Withdrawn,
                _ => Status.Received,
            },
            UsedIn =
            [
                .. contribution.Themes.Select(theme => theme.Topic),
                .. contribution.Questions.Select(Agenda.Topic),
            ],
            Messages = [],
            Quotes = quotes,
            Why = Why(contribution, quotes),
            Problems = contribution.Problems is { Count: > 0 } problems ? problems : null,
        };
    }

    private static string? Why(ContributionState contribution, int quotes) => contribution switch
    {
        { Outcome: Outcome.Pending, Revision: > 1 } => "its latest revision is still being processed",
        { Outcome: Outcome.Pending } => "still being processed",
        { Outcome: Outcome.Withdrawn } => "withdrawn",
        { Outcome: Outcome.Failed, Reason: { } reason } => $"could not be read: {reason}",
        { Outcome: Outcome.Failed } => "could not be read",
        { Contributor.Publish: PublishAs.None, IsOutside: true } => "no passage is about a theme of the call; text withheld at the contributor's wish",
        { Contributor.Publish: PublishAs.None } => "counted, not quoted: text withheld at the contributor's wish",
        { IsOutside: true, Words: 0 } => "no text could be read in it",
        { IsOutside: true } => "no passage is about a theme of the call",
        _ when quotes == 0 && contribution.Candidates.Count == 0 => "counted, not quoted: no passage of it can stand as a quote",
        _ when quotes == 0 => "counted, not quoted: others of its group are quoted on the same",
        _ => null,
    };
}
