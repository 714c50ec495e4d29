using System.Globalization;
using System.Text;
using System.Text.Json;
using Intake.Local.Processes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Intake.Local.Hosting;

/// <summary>
/// What the host heeds of host.json. Environment variables that begin with AzureFunctionsJobHost__ win over it.
/// </summary>
/// <param name="RoutePrefix">Goes before every route; empty for none.</param>
/// <param name="Queues">Queue triggers; the blob trigger's retries follow them as well.</param>
/// <param name="FunctionTimeout">After which a function's cancellation token is cancelled.</param>
/// <param name="LogLevels">By category; <c>default</c> is the rest.</param>
internal sealed record HostJson(
    string RoutePrefix,
    QueueSettings Queues,
    TimeSpan FunctionTimeout,
    IReadOnlyDictionary<string, LogLevel> LogLevels)
{
    private const string EnvironmentPrefix = "AzureFunctionsJobHost__";

    /// <summary>Reads the text given, or the file beside the app, or nothing: then all is Azure's default.</summary>
    public static HostJson Load(string? text)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "host.json");
        text ??= File.Exists(file) ? File.ReadAllText(file) : "{}";
        try
        {
            return Read(new ConfigurationBuilder()
                .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(text)))
                .AddEnvironmentVariables(EnvironmentPrefix)
                .Build());
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            throw new HostStartException($"host.json is no JSON: {exception.Message}", exception);
        }
    }

    private static HostJson Read(IConfiguration host)
    {
        const string Queues = "extensions:queues";
        var batchSize = Whole(host, $"{Queues}:batchSize", 16, min: 1, max: 32);
        var encoding = host[$"{Queues}:messageEncoding"] ?? "base64";
        if (encoding is not ("base64" or "none"))
        {
            throw Wrong($"{Queues}:messageEncoding", encoding, "base64 or none");
        }

        var queues = new QueueSettings(
            batchSize,
            Whole(host, $"{Queues}:newBatchThreshold", batchSize / 2, min: 0, max: 1000),
            Whole(host, $"{Queues}:maxDequeueCount", 5, min: 1, max: 1000),
            Duration(host, $"{Queues}:visibilityTimeout", TimeSpan.Zero),
            Duration(host, $"{Queues}:maxPollingInterval", TimeSpan.FromMinutes(1)),
            encoding == "base64");
        return new HostJson(
            (host["extensions:http:routePrefix"] ?? "api").Trim('/'),
            queues,
            host["functionTimeout"] == "-1" ? Timeout.InfiniteTimeSpan
                : Duration(host, "functionTimeout", TimeSpan.FromMinutes(30)),
            host.GetSection("logging:logLevel").GetChildren()
                .Where(level => level.Value is not null)
                .ToDictionary(level => level.Key, level => Level(level.Path, level.Value!)));
    }

    private static int Whole(IConfiguration host, string key, int otherwise, int min, int max) =>
        host[key] is not { } text ? otherwise
        : int.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max ? value
        : throw Wrong(key, text, $"a number from {min} to {max}");

    private static TimeSpan Duration(IConfiguration host, string key, TimeSpan otherwise) =>
        host[key] is not { } text ? otherwise
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= TimeSpan.Zero ? value
        : throw Wrong(key, text, "a duration, hh:mm:ss");

    private static LogLevel Level(string key, string text) =>
        Enum.TryParse<LogLevel>(text, ignoreCase: true, out var level) ? level
        : throw Wrong(key, text, "a log level");

    private static HostStartException Wrong(string key, string text, string expected) =>
        new($"host.json, {key.Replace(':', '.')}: '{text}' is not {expected}.");
}
