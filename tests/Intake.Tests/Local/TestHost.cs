using Intake.Local.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Intake.Tests.Local;

/// <summary>Starts the local host with functions of the test assembly and a <see cref="Probe"/>.</summary>
internal static class TestHost
{
    /// <summary>No waits that a test would feel.</summary>
    public const string QuickHostJson = """
        {
          "extensions": {
            "http": { "routePrefix": "" },
            "queues": { "maxDequeueCount": 3, "visibilityTimeout": "00:00:00", "maxPollingInterval": "00:00:00.2" }
          }
        }
        """;

    public static Task<LocalHost> StartAsync(
        Type functions,
        Probe probe,
        string? storage = null,
        string hostJson = QuickHostJson,
        Dictionary<string, string?>? settings = null,
        Action<IFunctionsWorkerApplicationBuilder>? configure = null,
        TimeProvider? time = null,
        TimeSpan? queueLease = null,
        TimeSpan? stopTimeout = null,
        int port = 0) => LocalHost.StartAsync(
            new LocalHostOptions
            {
                Assembly = functions.Assembly,
                FunctionClasses = [functions],
                ConnectionString = storage ?? "UseDevelopmentStorage=true",
                HostJson = hostJson,
                FunctionKey = "let me in",
                Settings = settings ?? [],
                Port = port,
                TimeProvider = time ?? TimeProvider.System,
                QueueLease = queueLease ?? TimeSpan.FromSeconds(30),
                StopTimeout = stopTimeout ?? TimeSpan.FromSeconds(30),
                Configure = (app, _) =>
                {
                    app.Services.AddSingleton(probe);
                    configure?.Invoke(app);
                },
            },
            CancellationToken.None);
}
