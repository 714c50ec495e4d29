using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Intake.Local.CommandLine;

/// <summary>The app that <see cref="RunVerb"/> hosts.</summary>
/// <param name="Assembly">Where its functions are.</param>
/// <param name="Configure">Adds its services and middleware.</param>
/// <param name="MailSettings">Its settings for a mail server at a port of 127.0.0.1, unless others are configured.</param>
public sealed record HostedApp(
    Assembly Assembly,
    Action<IFunctionsWorkerApplicationBuilder, IConfiguration> Configure,
    Func<int, IReadOnlyDictionary<string, string?>> MailSettings);
