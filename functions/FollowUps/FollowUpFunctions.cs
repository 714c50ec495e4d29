using Intake.Calls;
using Intake.Http;
using Intake.Synthesis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Intake.FollowUps;

/// <summary>What became of a digest's messages, as the secretariat keeps it and everybody reads it.</summary>
public sealed class FollowUpFunctions(Api api, CallStore calls, DigestStore digests, DecisionStore decisions, ForumStore fora)
{
    /// <summary>Bytes of an entry's JSON at most.</summary>
    private const int MaxBytes = 100_000;

    [Function(nameof(ListDecisions))]
    public Task<IActionResult> ListDecisions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calls/{call}/decisions")] HttpRequest request,
        string call, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        await calls.RequireAsync(call, cancellation);
        return Answer.Json(new { decisions = await decisions.ListAsync(call, cancellation) });
    });

    [Function(nameof(PutDecision))]
    public Task<IActionResult> PutDecision(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/calls/{call}/decisions/{id}")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        await calls.RequireAsync(call, cancellation);
        using var json = await JsonBody.ReadAsync(request, MaxBytes, cancellation);
        var decision = Decision.Read(json.RootElement, id);
        await RequireDigestAsync(call, decision.Digest, cancellation);
        return Put(decision, await decisions.PutAsync(call, id, decision, cancellation));
    });

    [Function(nameof(DeleteDecision))]
    public Task<IActionResult> DeleteDecision(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/calls/{call}/decisions/{id}")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => api.RunAsync(() => DeletedAsync(call, id, decisions, cancellation));

    [Function(nameof(ListFora))]
    public Task<IActionResult> ListFora(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calls/{call}/fora")] HttpRequest request,
        string call, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        await calls.RequireAsync(call, cancellation);
        return Answer.Json(new { fora = await fora.ListAsync(call, cancellation) });
    });

    [Function(nameof(PutForum))]
    public Task<IActionResult> PutForum(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/calls/{call}/fora/{id}")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        await calls.RequireAsync(call, cancellation);
        using var json = await JsonBody.ReadAsync(request, MaxBytes, cancellation);
        var forum = Forum.Read(json.RootElement, id);
        await RequireDigestAsync(call, forum.Digest, cancellation);
        return Put(forum, await fora.PutAsync(call, id, forum, cancellation));
    });

    [Function(nameof(DeleteForum))]
    public Task<IActionResult> DeleteForum(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/calls/{call}/fora/{id}")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => api.RunAsync(() => DeletedAsync(call, id, fora, cancellation));

    private static Answer Put<T>(T value, bool created) =>
        Answer.Json(value, created ? StatusCodes.Status201Created : StatusCodes.Status200OK);

    private async Task<Answer> DeletedAsync<T>(string call, string id, FollowUpTable<T> table, CancellationToken cancellation)
        where T : class
    {
        await calls.RequireAsync(call, cancellation);

        // What is no id stands for nothing, and may hold what a key must not.
        if (CallId.IsWord(id))
            await table.DeleteAsync(call, id, cancellation);
        return Answer.Empty(StatusCodes.Status204NoContent);
    }

    private async Task RequireDigestAsync(string call, int number, CancellationToken cancellation)
    {
        if (await digests.FindAsync(call, number, cancellation) is null)
            throw Problems.UnknownDigest();
    }
}
