using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Intake.Local.CommandLine;

/// <summary>The app that <see cref="RunVerb"/> hosts.</summary>
/// <param name="Assembly">Where its functions are.</param>
/// <param name="Configure">Adds its services and middleware.</param>
/// <param name="Settings">Its settings for its own port and, unless null, the mail server's port on 127.0.0.1; what is configured wins.</param>
public sealed record HostedApp(
    Assembly Assembly,
    Action<IFunctionsWorkerApplicationBuilder, IConfiguration> Configure,
    Func<int, int?, IReadOnlyDictionary<string, string?>> Settings);
