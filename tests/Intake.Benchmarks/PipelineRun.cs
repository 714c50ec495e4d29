using System.Diagnostics;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Intake.Extract;
using Intake.KeyPhrases;
using Intake.Local.Hosting;
using Intake.Receive;
using Intake.Storage;
using Intake.Themes;
using Microsoft.Extensions.DependencyInjection;

namespace Intake.Benchmarks;

/// <summary>Starts the three queue functions on contributions that wait in the queue, and measures until all are analysed.</summary>
internal sealed class PipelineRun(string connectionString, string call, int count)
{
    private const string LastFunction = "Classify";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly TaskCompletionSource _allClassified = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _firstBegun;
    private long _lastEnded;
    private int _classified;

    public StorageTime Storage { get; } = new();

    /// <summary>From the first function's begin to the last one's end.</summary>
    public double Seconds => Stopwatch.GetElapsedTime(_firstBegun, _lastEnded).TotalSeconds;

    /// <summary>Processor time of this process: the functions, the local host and the storage clients.</summary>
    public double CpuSeconds { get; private set; }

    public long PeakWorkingSet { get; private set; }

    public long PeakManagedHeap { get; private set; }

    public async Task RunAsync(CancellationToken cancellation)
    {
        GC.Collect();
        await using var memory = new MemoryPeak();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await using var host = await LocalHost.StartAsync(Options(), cancellation);
        await _allClassified.Task.WaitAsync(Patience, TimeProvider.System, cancellation);
        process.Refresh();
        CpuSeconds = (process.TotalProcessorTime - before).TotalSeconds;
        (PeakWorkingSet, PeakManagedHeap) = (memory.WorkingSet, memory.ManagedHeap);
        await CheckAsync(host.Services.GetRequiredService<ContributionList>(), cancellation);
    }

    private LocalHostOptions Options() => new()
    {
        Assembly = typeof(IntakeServices).Assembly,
        FunctionClasses = [typeof(ExtractFunctions), typeof(KeyPhraseFunctions), typeof(ThemeFunctions)],
        ConnectionString = connectionString,
        Configure = (app, configuration) =>
        {
            app.Services.AddSingleton(Clients());
            app.Services.AddIntake(configuration);
            app.Use(next => context => TimeAsync(context.FunctionDefinition.Name, () => next(context)));
        },
    };

    /// <summary>As the app makes them, and measured.</summary>
    private StorageClients Clients()
    {
        var queues = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        return new StorageClients(
            new BlobServiceClient(connectionString, Measured(new BlobClientOptions())),
            new QueueServiceClient(connectionString, Measured(queues)),
            new TableServiceClient(connectionString, Measured(new TableClientOptions())));

        T Measured<T>(T options)
            where T : ClientOptions
        {
            options.AddPolicy(Storage, HttpPipelinePosition.PerCall);
            return options;
        }
    }

    private async Task TimeAsync(string function, Func<Task> run)
    {
        Interlocked.CompareExchange(ref _firstBegun, Stopwatch.GetTimestamp(), 0);
        await Storage.InFunctionAsync(run);
        if (function != LastFunction || Interlocked.Increment(ref _classified) != count)
            return;
        _lastEnded = Stopwatch.GetTimestamp();
        _allClassified.SetResult();
    }

    /// <summary>A message may be handled twice, so the count of runs alone proves nothing.</summary>
    private async Task CheckAsync(ContributionList list, CancellationToken cancellation)
    {
        var page = await list.PageAsync(call, after: null, count + 1, cancellation);
        var analysed = page.Count(row => row.State == nameof(Status.Analysed));
        if (analysed != count)
            throw new BenchmarkException($"Of {count} contributions, {page.Count} are there and {analysed} analysed.");
    }
}
