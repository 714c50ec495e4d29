using Intake.Calls;
using Intake.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Synthesis;

/// <summary>Digests on schedule and on demand, and which there are; <see cref="Publish.PublicationFunctions"/> hands them out.</summary>
public sealed class DigestFunctions(Api api, CallStore calls, DigestStore digests, DigestIssuer issuer)
{
    /// <summary>Every minute: the schedules themselves are data of the calls.</summary>
    [Function("Digest")]
    public Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        issuer.IssueDueAsync(cancellation);

    /// <summary>Now, and to the call's recipients unless <c>?send=false</c>.</summary>
    [Function(nameof(PostDigest))]
    public Task<IActionResult> PostDigest(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/calls/{call}/digests")] HttpRequest request,
        string call, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        var found = await calls.RequireAsync(call, cancellation);
        var row = await issuer.IssueAsync(found, send: request.Query["send"] != "false", cancellation);
        return Answer.Json(Shown(call, row), StatusCodes.Status201Created)
            .With("Location", $"/api/calls/{call}/digests/{row.Number}");
    });

    [Function(nameof(ListDigests))]
    public Task<IActionResult> ListDigests(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calls/{call}/digests")] HttpRequest request,
        string call, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        await calls.RequireAsync(call, cancellation);
        var page = PageQuery.Of(request);
        int? before = int.TryParse(page.After, out var number) ? number : null;
        var rows = new List<DigestRow>();
        await foreach (var row in digests.ListAsync(call, before, page.Limit, cancellation))
            rows.Add(row);
        return Answer.Json(new { digests = rows.Select(row => Shown(call, row)), next = page.Next(rows, row => $"{row.Number}") });
    });

    private static object Shown(string call, DigestRow row) => new
    {
        row.Number,
        row.Generated,
        row.ScheduledFor,
        row.Contributions,
        location = $"/api/calls/{call}/digests/{row.Number}",
    };
}
