using Intake.Http;
using Intake.Storage;

namespace Intake.FollowUps;

/// <summary>Correction requests of a call.</summary>
public sealed class CorrectionRequestStore(StorageClients storage) : FollowUpTable<CorrectionRequest>(storage, "q")
{
    /// <summary>In the order in which they came.</summary>
    public Task<IReadOnlyList<CorrectionRequest>> ListAsync(string call, CancellationToken cancellation) => RowsAsync(call, cancellation);

    /// <exception cref="ProblemException">There is none with that reference.</exception>
    public async Task<CorrectionRequest> RequireAsync(string call, string id, CancellationToken cancellation) =>
        (Ids.IsValid(id) ? await FindAsync(call, id, cancellation) : null) ?? throw Problems.UnknownCorrectionRequest();

    /// <summary>Keeps it, unless an earlier try of the same request did: then that one comes back.</summary>
    public async Task<CorrectionRequest> AddAsync(string call, CorrectionRequest request, CancellationToken cancellation) =>
        await TryAddAsync(call, request.Id, request, cancellation) ? request : await RequireAsync(call, request.Id, cancellation);

    /// <summary>Answers it, or replaces the answer. The same answer once more changes nothing, not even its time.</summary>
    public async Task<CorrectionRequest> AnswerAsync(
        string call, string id, CorrectionAnswer answer, DateTimeOffset now, CancellationToken cancellation)
    {
        var known = await RequireAsync(call, id, cancellation);
        if (answer.IsIn(known))
            return known;
        return await ChangeAsync(call, id, request => request with
        {
            Status = RequestStatus.Answered,
            Answer = answer.Answer,
            AnsweredBy = answer.By,
            AnsweredAt = now,
            Withheld = answer.Withhold,
        }, cancellation) ?? throw Problems.UnknownCorrectionRequest();
    }
}
