using System.Diagnostics;
using System.Net;
using Intake.Local.CommandLine;
using Intake.Local.Processes;

namespace Intake.Benchmarks;

/// <summary>Seconds from the start of the built local host to the first accepted contribution, Azurite already running.</summary>
internal sealed class StartBenchmark : IVerb
{
    private const string Call = "benchmark";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(5);

    private readonly HttpClient _http = new();
    private readonly Contribution _contribution = Contribution.Json(3_000);
    private int _started;

    public string Name => "start";

    public string Summary => "Seconds from the start of the built local host to the first 202, beside a bare Kestrel's first 200.";

    public IReadOnlyList<Option> Options { get; } = [new("--runs", "N", "starts of each (5)")];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var runs = arguments.Number("--runs", 5, 1, 100);
        var report = new Report(Name, "from start to", "median s", "fastest s", "slowest s");
        await using var azurite = await Azurite.StartAsync(new AzuriteOptions { Log = Console.Error.WriteLine }, cancellationToken);
        await using (var service = await Service.StartAsync(azurite.ConnectionString))
            await service.OpenCallAsync(Call);

        var intake = new List<double>();
        var bare = new List<double>();
        for (var run = 0; run <= runs; run++)
        {
            Console.Error.WriteLine(run == 0 ? "Warming up ..." : $"Run {run} of {runs} ...");
            var seconds = await IntakeAsync(azurite.ConnectionString, cancellationToken);
            var floor = await BareAsync(cancellationToken);

            // The first reads the files from disk, and warms this process's own client.
            if (run == 0)
                continue;
            intake.Add(seconds);
            bare.Add(floor);
        }

        Row("Intake's first 202", intake);
        Row("- floor: a bare Kestrel's first 200", bare);
        report.Row("- ratio", Report.Number(Percentile.Median(intake) / Percentile.Median(bare), 2), "", "");
        report.Print(
            arguments, Options,
            $"{runs} starts of each in turns after one that does not count; Azurite runs, tables, queues and the call are there.",
            "`dotnet Intake.Local.dll --no-sample --no-mail`, with all its functions; the first 202 includes the four storage writes.");
        return 0;

        void Row(string what, List<double> seconds) => report.Row(
            what, Report.Number(Percentile.Median(seconds), 2), Report.Number(seconds.Min(), 2), Report.Number(seconds.Max(), 2));
    }

    private Task<double> IntakeAsync(string connectionString, CancellationToken cancellationToken) => TimeAsync(
        port => ["Intake.Local.dll", "--storage", connectionString, "--no-sample", "--no-mail", "--port", $"{port}"],
        () => Service.Request(Call, _contribution, $"start-{_started++}"),
        HttpStatusCode.Accepted,
        cancellationToken);

    private Task<double> BareAsync(CancellationToken cancellationToken) => TimeAsync(
        port => ["Intake.Benchmarks.dll", "bare-kestrel", "--port", $"{port}"],
        () => new HttpRequestMessage(HttpMethod.Get, "ready"),
        HttpStatusCode.OK,
        cancellationToken);

    private async Task<double> TimeAsync(
        Func<int, IReadOnlyList<string>> command, Func<HttpRequestMessage> request, HttpStatusCode expected,
        CancellationToken cancellationToken)
    {
        var port = FreePort.Any();
        var start = new ProcessStartInfo("dotnet", command(port))
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        try
        {
            while (!await AnswersAsync(new Uri($"http://127.0.0.1:{port}/"), request, expected, cancellationToken))
            {
                if (process.HasExited)
                    throw new BenchmarkException($"{start.ArgumentList[0]} ended:\n{string.Concat(await said)}");
                if (Stopwatch.GetElapsedTime(begun) > Patience)
                    throw new BenchmarkException($"{start.ArgumentList[0]} did not answer {expected} within {Patience.TotalSeconds} s.");
                await Task.Delay(PollInterval, TimeProvider.System, cancellationToken);
            }

            return Stopwatch.GetElapsedTime(begun).TotalSeconds;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private async Task<bool> AnswersAsync(
        Uri address, Func<HttpRequestMessage> make, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        using var request = make();
        request.RequestUri = new Uri(address, request.RequestUri!);
        try
        {
            using var answer = await _http.SendAsync(request, cancellationToken);
            return answer.StatusCode == expected;
        }
        catch (HttpRequestException)
        {
            // Not listening yet; or reset, since the host first tries the port and lets go of it again.
            return false;
        }
    }
}
