using Intake.Positions;

namespace Intake.Synthesis;

/// <summary>What contributors ask of the process itself, and for how long they have been asking.</summary>
internal static class ProcessRequests
{
    private const int QuotesOfEach = 3;

    public static List<ProcessRequest> Of(Speakers speakers, StatementQuotes quotes, MessageBuilder messages, LastDigest? last)
    {
        var statements = speakers.All.SelectMany(contribution => contribution.Statements
            .Where(statement => statement.Said.Process)
            .Select(statement => new GroupableStatement(contribution.Id, statement.Said)));
        return
        [
            .. PositionGroups.Group([.. statements])
                .Select(position =>
                {
                    var all = position.Supporters.Concat(position.Opponents).ToList();
                    var ids = MessageBuilder.Contributions(all);
                    var id = $"process-{messages.MessageKey(position)}";
                    return new ProcessRequest(
                        id,
                        ids.Count,
                        speakers.Groups(ids),
                        ids.Min(contribution => speakers[contribution].Received),
                        1 + (last?.Requests.GetValueOrDefault(id) ?? 0),
                        quotes.Choose(position.Central, all, QuotesOfEach, null));
                })
                .Where(request => request.Quotes.Count > 0)
                .OrderBy(request => request.Since)
                .ThenBy(request => request.Id, StringComparer.Ordinal),
        ];
    }
}
