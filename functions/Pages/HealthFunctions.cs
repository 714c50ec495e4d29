using Azure;
using Intake.Http;
using Intake.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Pages;

public sealed class HealthFunctions(Api api, StorageClients storage)
{
    /// <summary>200 when blobs, queues and tables answer; 503 otherwise.</summary>
    [Function(nameof(GetHealth))]
    public Task<IActionResult> GetHealth(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/health")] HttpRequest request,
        CancellationToken cancellation) => api.RunAsync(async () =>
    {
        var parts = await Task.WhenAll(
            ProbeAsync("blobs", () => storage.Container(Containers.Calls).GetPropertiesAsync(cancellationToken: cancellation)),
            ProbeAsync("queues", () => storage.Queue(Queues.Received).GetPropertiesAsync(cancellation)),
            ProbeAsync("tables", () => storage.Table(Tables.Contributions).GetEntityIfExistsAsync<ContributionRow>("health", "health", cancellationToken: cancellation)));
        var healthy = parts.All(part => part.Ok);
        return Answer.Json(
            new { status = healthy ? "ok" : "unavailable", parts = parts.ToDictionary(part => part.Name, part => part.Ok ? "ok" : "unavailable") },
            healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    });

    private static async Task<(string Name, bool Ok)> ProbeAsync(string name, Func<Task> probe)
    {
        try
        {
            await probe();
            return (name, true);
        }
        catch (Exception fault) when (fault is RequestFailedException or AggregateException)
        {
            // Not swallowed: it is the answer.
            return (name, false);
        }
    }
}
