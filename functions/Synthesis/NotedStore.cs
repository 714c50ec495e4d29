using Intake.FollowUps;

namespace Intake.Synthesis;

/// <summary>Reads what people noted beside the contributions, as a digest prints it.</summary>
public sealed class NotedStore(DecisionStore decisions, ForumStore fora, CorrectionRequestStore requests)
{
    public async Task<Noted> ReadAsync(string call, CancellationToken cancellation) => new(
        new FollowUp(
            [.. (await decisions.ListAsync(call, cancellation)).Select(decision => new DecisionNote(
                decision.Digest, decision.Message, decision.Body, decision.Action, Words.Of(decision.Status), decision.Date))],
            [.. (await fora.ListAsync(call, cancellation)).Select(forum => new ForumNote(forum.Name, forum.Date, forum.Link))]),
        [.. (await requests.ListAsync(call, cancellation)).Select(request => request.Public())
            .OrderBy(request => request.Received).ThenBy(request => request.Id, StringComparer.Ordinal)
            .Select(request => new CorrectionNote(
                request.Id, request.Digest, request.Message, request.Text, request.Received, request.Answer, request.AnsweredAt))]);
}
