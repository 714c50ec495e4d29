using Intake.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Calls;

/// <summary>The secretariat writes calls; everybody reads them.</summary>
public sealed class CallFunctions(Api api, CallStore calls, RequestLimits limits, TimeProvider time)
{
    [Function(nameof(PutCall))]
    public Task<IActionResult> PutCall(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/calls/{call}")] HttpRequest request,
        string call, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        using var json = await JsonBody.ReadAsync(request, limits.CallBytes, cancellation);
        var errors = new List<InputError>();
        if (CallReader.Read(json.RootElement, call, errors) is not { } read)
            throw Problems.Invalid(errors);
        await foreach (var other in calls.AllAsync(cancellation))
        {
            if (other.Id != read.Id && other.MailTag == read.MailTag)
                throw Problems.Invalid([new InputError(read.Mailbox is null ? "$.id" : "$.mailbox", $"already leads mail to the call '{other.Id}'")]);
        }

        var (stored, created) = await calls.PutAsync(read, cancellation);
        return Answer.Json(stored.Call, created ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            .With("Location", $"/api/calls/{call}");
    });

    [Function(nameof(GetCall))]
    public Task<IActionResult> GetCall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calls/{call}")] HttpRequest request,
        string call, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        var found = await calls.RequireAsync(call, cancellation);

        // Who gets the digests is nobody's business but the secretariat's.
        return Answer.Json(found with { Digest = found.Digest with { Recipients = [] } });
    });

    [Function(nameof(ListCalls))]
    public Task<IActionResult> ListCalls(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calls")] HttpRequest request,
        CancellationToken cancellation) => api.RunAsync(async () =>
    {
        var page = PageQuery.Of(request);
        var found = await calls.PageAsync(page.After, page.Limit, cancellation);
        var now = time.GetUtcNow();
        return Answer.Json(new
        {
            calls = found.Select(call => new
            {
                call.Id,
                call.Title,
                call.Stage,
                state = now < call.Opens ? "upcoming" : now < call.Closes ? "open" : "closed",
                call.Opens,
                call.Closes,
                call.TimeZone,
            }),
            next = page.Next(found, call => call.Id),
        });
    });
}
