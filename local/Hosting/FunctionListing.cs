using Intake.Local.Hosting.Blobs;
using Intake.Local.Hosting.Http;
using Intake.Local.Hosting.Queues;
using Intake.Local.Hosting.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Intake.Local.Hosting;

/// <summary>A function as the host lists it at start.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Trigger">http, queue, blob or timer.</param>
/// <param name="Methods">Of an HTTP function; none means all.</param>
/// <param name="Source">The route with its prefix, the queue, the blob path or the schedule.</param>
public sealed record FunctionListing(string Name, string Trigger, IReadOnlyList<string> Methods, string Source)
{
    internal static FunctionListing Of(LocalFunction function, string routePrefix, IConfiguration configuration) =>
        function.Trigger switch
        {
            HttpTriggerAttribute => new(
                function.Name, "http", HttpTriggers.Methods(function), HttpTriggers.Route(function, routePrefix)),
            QueueTriggerAttribute => new(function.Name, "queue", [], QueueTriggers.Queue(function, configuration)),
            BlobTriggerAttribute => new(function.Name, "blob", [], BlobTriggers.Path(function, configuration)),
            TimerTriggerAttribute => new(function.Name, "timer", [], TimerTriggers.Schedule(function, configuration)),
            _ => new(function.Name, function.Trigger.GetType().Name, [], ""),
        };
}
