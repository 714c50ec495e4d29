using System.Text.RegularExpressions;

namespace Intake.Local.Processes;

/// <summary>The storage emulator, as a child process.</summary>
public sealed partial class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // Published with the emulator: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly string[] Services = ["Blob", "Queue", "Table"];

    private readonly ChildProcess _process;

    private Azurite(ChildProcess process, IReadOnlyDictionary<string, string> endpoints)
    {
        _process = process;
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + string.Concat(Services.Select(service => $"{service}Endpoint={endpoints[service]}/{Account};"));
    }

    public string ConnectionString { get; }

    internal int ProcessId => _process.Id;

    internal Task Exited => _process.Exited;

    /// <summary>Starts Azurite, fetching it first when this machine never had it, and waits until it answers.</summary>
    public static async Task<Azurite> StartAsync(AzuriteOptions options, CancellationToken cancellationToken)
    {
        var script = await NpmTool.Azurite.EnsureAsync(options.Log, cancellationToken);
        var endpoints = new Dictionary<string, string>();
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = ChildProcess.Start(script, Arguments(options), line =>
        {
            if (ListeningLine().Match(line) is { Success: true } match)
            {
                endpoints[match.Groups["service"].Value] = match.Groups["address"].Value;
                if (endpoints.Count == Services.Length)
                {
                    listening.TrySetResult();
                }
            }
        });

        try
        {
            await Task.WhenAny(listening.Task, process.Exited)
                .WaitAsync(StartTimeout, TimeProvider.System, cancellationToken);
            if (!listening.Task.IsCompleted)
            {
                throw new HostStartException($"Azurite did not start:{Environment.NewLine}{process.Tail}");
            }

            return new Azurite(process, endpoints);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static IEnumerable<string> Arguments(AzuriteOptions options)
    {
        string[] arguments = ["--silent", "--disableTelemetry", "--skipApiVersionCheck"];
        string[] persistence = options.DataFolder is { } folder ? ["--location", folder] : ["--inMemoryPersistence"];

        // Port 0: a free one, which Azurite names once it listens; so nobody can take it in between.
        var ports = Services.SelectMany((service, index) =>
        {
            var usual = 10000 + index;
            var port = options.UsualPorts && FreePort.IsFree(usual) ? usual : 0;
            return new[] { $"--{service.ToLowerInvariant()}Port", $"{port}" };
        });
        return [.. arguments, .. persistence, .. ports];
    }

    [GeneratedRegex(@"^Azurite (?<service>\w+) service is successfully listening at (?<address>\S+)$",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListeningLine();
}
