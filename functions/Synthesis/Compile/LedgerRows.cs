using Intake.Calls;
using Intake.Receive;

namespace Intake.Synthesis;

/// <summary>Writes the ledger: nothing that was received is missing in it.</summary>
internal sealed class LedgerRows
{
    private readonly ILookup<string, string> _messages;
    private readonly Dictionary<string, int> _quotes;
    private readonly IReadOnlyDictionary<string, (RemovalReason Reason, string CountedAs)> _removed;

    /// <param name="digest">With all its messages and quotes.</param>
    /// <param name="removed">Duplicates and letters of campaigns.</param>
    public LedgerRows(Digest digest, IReadOnlyDictionary<string, (RemovalReason Reason, string CountedAs)> removed)
    {
        _messages = digest.AllMessages()
            .SelectMany(message => message.SupportedBy.Union(message.OpposedBy, StringComparer.Ordinal).Select(id => (id, message.Id)))
            .ToLookup(pair => pair.id, pair => pair.Id, StringComparer.Ordinal);
        _quotes = digest.AllQuotes().CountBy(quote => quote.Contribution, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        _removed = removed;
    }

    public LedgerRow Of(ContributionState contribution)
    {
        var removed = RemovedOf(contribution, out var countedAs);
        var quotes = _quotes.GetValueOrDefault(contribution.Id);
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
            Removed = removed,
            CountedAs = countedAs,
            UsedIn = removed is not null ? [] :
            [
                .. contribution.Themes.Select(theme => theme.Topic),
                .. contribution.Questions.Select(Agenda.Topic),
            ],
            Messages = [.. _messages[contribution.Id]],
            Quotes = quotes,
            Why = Why(contribution, removed, countedAs, quotes, _messages.Contains(contribution.Id)),
            Problems = contribution.Problems is { Count: > 0 } problems ? problems : null,
        };
    }

    private RemovalReason? RemovedOf(ContributionState contribution, out string? countedAs)
    {
        countedAs = null;
        if (_removed.TryGetValue(contribution.Id, out var removed))
        {
            countedAs = removed.CountedAs;
            return removed.Reason;
        }

        return contribution switch
        {
            { Outcome: Outcome.Pending } => RemovalReason.Pending,
            { Outcome: Outcome.Withdrawn } => RemovalReason.Withdrawn,
            { Outcome: Outcome.Failed } => RemovalReason.Unreadable,
            { IsEmpty: true } => RemovalReason.Empty,
            _ => null,
        };
    }

    private static string? Why(ContributionState contribution, RemovalReason? removed, string? countedAs, int quotes, bool inMessages) => contribution switch
    {
        _ when removed == RemovalReason.Duplicate => $"the same text as {countedAs} by the same contributor",
        _ when removed == RemovalReason.Campaign => $"a letter of the campaign that is counted once, as {countedAs}",
        { Outcome: Outcome.Pending, Revision: > 1 } => "its latest revision is still being processed",
        { Outcome: Outcome.Pending } => "still being processed",
        { Outcome: Outcome.Withdrawn } => "withdrawn",
        { Outcome: Outcome.Failed, Reason: { } reason } => $"could not be read: {reason}",
        { Outcome: Outcome.Failed } => "could not be read",
        { IsEmpty: true } => "no text could be read in it",
        { Contributor.Publish: PublishAs.None, IsOutside: true } => "no passage is about a theme of the call; text withheld at the contributor's wish",
        { Contributor.Publish: PublishAs.None } => "counted, not quoted: text withheld at the contributor's wish",
        { IsOutside: true } when quotes == 0 => "no passage is about a theme of the call",
        _ when quotes == 0 && inMessages => "counted, not quoted: others are quoted for the same",
        _ when quotes == 0 => "counted, not quoted: no sentence takes a stand, and others of its group are quoted on the same",
        _ => null,
    };
}
