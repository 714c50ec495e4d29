using System.Net;
using Intake.Local.Hosting.Blobs;
using Intake.Local.Hosting.Http;
using Intake.Local.Hosting.Invocation;
using Intake.Local.Hosting.Queues;
using Intake.Local.Hosting.Timers;
using Intake.Local.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Intake.Local.Hosting;

/// <summary>
/// A Functions host for one machine. It runs the functions of an app in this process and uses only the public surface
/// of the worker packages, so that it works with the real ones as well as with their stand-in.
/// </summary>
public sealed class LocalHost : IAsyncDisposable
{
    /// <summary>Azure's, FUNCTIONS_REQUEST_BODY_SIZE_LIMIT.</summary>
    private const long MaxRequestBodyBytes = 104_857_600;

    /// <summary>Slow clients are cut off one by one (Kestrel's least data rate); many of them at once are not let in.</summary>
    private const long MaxConnections = 2_000;

    /// <summary>For cancelled functions to end, and their messages to be given back.</summary>
    private static readonly TimeSpan SettleTimeout = TimeSpan.FromSeconds(5);

    private readonly WebApplication _web;
    private readonly TriggerLoops _loops;
    private readonly CancellationTokenSource _stopNow;
    private readonly TimeSpan _stopTimeout;
    private bool _stopped;

    private LocalHost(
        WebApplication web, TriggerLoops loops, IReadOnlyList<FunctionListing> functions,
        CancellationTokenSource stopNow, TimeSpan stopTimeout)
    {
        _web = web;
        _loops = loops;
        _stopNow = stopNow;
        _stopTimeout = stopTimeout;
        Functions = functions;
    }

    /// <summary>Where HTTP functions are served.</summary>
    public Uri Address => new(_web.Urls.First());

    public IServiceProvider Services => _web.Services;

    /// <summary>The functions that run here, for people.</summary>
    public IReadOnlyList<FunctionListing> Functions { get; }

    /// <exception cref="HostStartException">The app or the machine does not allow it; the message says why.</exception>
    public static async Task<LocalHost> StartAsync(LocalHostOptions options, CancellationToken cancellationToken)
    {
        var hostJson = HostJson.Load(options.HostJson);
        var builder = WebApplication.CreateEmptyBuilder(new()
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Development,
        });
        builder.Configuration
            .AddInMemoryCollection(options.Settings)
            .AddEnvironmentVariables()
            .AddInMemoryCollection([new("AzureWebJobsStorage", options.ConnectionString)]);
        var functions = FunctionTable.Discover(options, builder.Configuration);
        var app = new LocalAppBuilder(builder.Services);
        options.Configure(app, builder.Configuration);
        AddHost(builder, options, hostJson);

        var web = builder.Build();
        var stopNow = new CancellationTokenSource();
        var invoker = new FunctionInvoker(app, options.TimeProvider);
        web.Use(ActivatorUtilities.CreateInstance<Problems>(web.Services).ServeAsync);
        new HttpTriggers(invoker, new FunctionKeys(options.FunctionKey), hostJson.RoutePrefix).Map(web, functions);
        var host = new LocalHost(
            web,
            Loops(web, functions, invoker, options, hostJson, stopNow.Token),
            [.. functions.Select(function => FunctionListing.Of(function, hostJson.RoutePrefix, builder.Configuration))],
            stopNow,
            options.StopTimeout);
        try
        {
            await Task.WhenAll(web.StartAsync(cancellationToken), host._loops.PrepareAsync(cancellationToken));
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await host.DisposeAsync();
            throw FreePort.InUse(options.Port, exception);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        host._loops.Start();
        return host;
    }

    /// <summary>Takes no new work, waits for what is in hand as long as the options allow, then cancels it.</summary>
    public async Task StopAsync()
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        using var limit = new CancellationTokenSource(_stopTimeout, TimeProvider.System);
        try
        {
            // The server and the loops first: what they still have in hand needs the app's own services.
            var server = _web.Services.GetRequiredService<IServer>();
            await Task.WhenAll(server.StopAsync(limit.Token), _loops.StopAsync(limit.Token));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            _web.Logger.LogWarning("Functions still run after {Timeout}; they are cancelled.", _stopTimeout);
            await _stopNow.CancelAsync();
            using var settle = new CancellationTokenSource(SettleTimeout, TimeProvider.System);
            await _loops.StopAsync(settle.Token).ContinueWith(
                _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        await _web.StopAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _web.DisposeAsync();
        _loops.Dispose();
        _stopNow.Dispose();
    }

    private static void AddHost(WebApplicationBuilder builder, LocalHostOptions options, HostJson hostJson)
    {
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddRouting();
        builder.Services.AddMvcCore();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        foreach (var (category, level) in hostJson.LogLevels)
        {
            builder.Logging.AddFilter(category == "default" ? null : category, level);
        }

        options.Logging?.Invoke(builder.Logging);
    }

    private static TriggerLoops Loops(
        WebApplication web, IReadOnlyList<LocalFunction> functions, FunctionInvoker invoker,
        LocalHostOptions options, HostJson hostJson, CancellationToken stopNow)
    {
        var pulse = new Pulse();
        var background = new BackgroundInvoker(
            invoker, web.Services.GetRequiredService<IServiceScopeFactory>(), hostJson.FunctionTimeout, pulse, stopNow);
        ILogger<T> Logger<T>() => web.Services.GetRequiredService<ILogger<T>>();
        return new TriggerLoops(
            functions,
            new QueueTriggers(
                web.Configuration, hostJson.Queues, options.QueueLease, background, pulse, Logger<QueueTriggers>()),
            new BlobTriggers(web.Configuration, hostJson.Queues, background, Logger<BlobTriggers>()),
            new TimerTriggers(web.Configuration, background, options.TimeProvider, Logger<TimerTriggers>()),
            Logger<TriggerLoops>());
    }

    /// <summary>Whoever starts the host stops it; it does not listen for signals itself.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
