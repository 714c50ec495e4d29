using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Intake.Local.Hosting;

/// <summary>What <see cref="LocalHost"/> runs, and with what.</summary>
public sealed class LocalHostOptions
{
    /// <summary>The app: every public method in it that has a <see cref="FunctionAttribute"/> is a function.</summary>
    public required Assembly Assembly { get; init; }

    /// <summary>The only classes to look for functions in; all of the assembly's when null.</summary>
    public IReadOnlyCollection<Type>? FunctionClasses { get; init; }

    /// <summary>Adds the app's services and middleware, as the app's own Program.cs does in Azure.</summary>
    public Action<IFunctionsWorkerApplicationBuilder, IConfiguration> Configure { get; init; } = (_, _) => { };

    /// <summary>The storage account: the setting AzureWebJobsStorage.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The text of host.json. Null: the file beside the app.</summary>
    public string? HostJson { get; init; }

    /// <summary>The port on 127.0.0.1; 0 is a free one.</summary>
    public int Port { get; init; }

    /// <summary>What callers of functions above the anonymous level must show. One key for all functions.</summary>
    public string FunctionKey { get; init; } = "local";

    /// <summary>App settings. Environment variables win over them.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Where logs go; nowhere when null.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }

    /// <summary>The clock of timers.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// How long a queue message is hidden while its function runs. It is renewed in time; so it only says how long a
    /// message waits after the host was killed. Azure's is ten minutes, too long to wait for at one's desk.
    /// </summary>
    public TimeSpan QueueLease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long functions may go on once the host is told to stop.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
