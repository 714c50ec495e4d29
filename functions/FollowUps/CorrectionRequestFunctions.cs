using Intake.Calls;
using Intake.Http;
using Intake.Receive;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Intake.FollowUps;

/// <summary>Anybody asks for a correction of a digest; the secretariat answers; everybody sees both.</summary>
public sealed class CorrectionRequestFunctions(
    Api api, CallStore calls, CorrectionRequestStore store, CorrectionDesk desk, TimeProvider time)
{
    /// <summary>Bytes of an answer's JSON at most.</summary>
    private const int MaxBytes = 100_000;

    [Function(nameof(PostCorrectionRequest))]
    public Task<IActionResult> PostCorrectionRequest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/calls/{call}/digests/{digest:int}/correction-requests")] HttpRequest request,
        string call, int digest, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        await calls.RequireAsync(call, cancellation);
        var draft = await CorrectionDraft.ReadAsync(request, cancellation);
        var stored = await desk.ReceiveAsync(call, digest, draft, Sender.IdentityOf(request, draft.Email), cancellation);
        return Answer.Json(stored.Public(), StatusCodes.Status202Accepted)
            .With("Location", $"/api/calls/{call}/correction-requests/{stored.Id}");
    });

    [Function(nameof(ListCorrectionRequests))]
    public Task<IActionResult> ListCorrectionRequests(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calls/{call}/correction-requests")] HttpRequest request,
        string call, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        await calls.RequireAsync(call, cancellation);
        var page = PageQuery.Of(request);
        var found = await store.PageAsync(call, page.After, page.Limit, cancellation);
        return Answer.Json(new { correctionRequests = found.Select(each => each.Public()), next = page.Next(found, each => each.Id) });
    });

    [Function(nameof(GetCorrectionRequest))]
    public Task<IActionResult> GetCorrectionRequest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calls/{call}/correction-requests/{id}")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        await calls.RequireAsync(call, cancellation);
        return Answer.Json((await store.RequireAsync(call, id, cancellation)).Public());
    });

    /// <summary>For the secretariat: all of them whole, with who sent them.</summary>
    [Function(nameof(GetCorrectionInbox))]
    public Task<IActionResult> GetCorrectionInbox(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/calls/{call}/inbox/correction-requests")] HttpRequest request,
        string call, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        await calls.RequireAsync(call, cancellation);
        var page = PageQuery.Of(request);
        var found = await store.PageAsync(call, page.After, page.Limit, cancellation);
        return Answer.Json(new { correctionRequests = found, next = page.Next(found, each => each.Id) });
    });

    [Function(nameof(PutCorrectionAnswer))]
    public Task<IActionResult> PutCorrectionAnswer(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/calls/{call}/correction-requests/{id}/answer")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        await calls.RequireAsync(call, cancellation);
        using var json = await JsonBody.ReadAsync(request, MaxBytes, cancellation);
        return Answer.Json(await store.AnswerAsync(call, id, CorrectionAnswer.Read(json.RootElement), time.GetUtcNow(), cancellation));
    });
}
