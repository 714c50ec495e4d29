using Intake.Local.CommandLine;
using Intake.Local.Processes;

namespace Intake.Benchmarks;

/// <summary>Pages served, beside a bare Kestrel that returns the same bytes; in this process and in turns.</summary>
internal sealed class PagesBenchmark : IVerb
{
    private const string Call = SampleLoader.Call;
    private const int WarmUp = 2_000;

    /// <summary>What is asked for. A page more is a line more.</summary>
    private static readonly (string Name, string Path)[] Pages =
    [
        ("the call", $"calls/{Call}"),
        ("the form", $"calls/{Call}/contribute"),
        ("the record", $"calls/{Call}/contributions"),
        ("the digest", $"calls/{Call}/digests/1"),
    ];

    public string Name => "pages";

    public string Summary => "Pages a second and their latency, beside a bare Kestrel that returns the same bytes.";

    public IReadOnlyList<Option> Options { get; } =
    [
        new("--concurrency", "N", "requests at once (8)"),
        new("--rounds", "N", "rounds of each (5)"),
        new("--count", "N", "requests a round (2000)"),
    ];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var concurrency = arguments.Number("--concurrency", 8, 1, 1_000);
        var rounds = arguments.Number("--rounds", 5, 1, 1_000);
        var count = arguments.Number("--count", 2_000, 1, 1_000_000);
        var report = new Report(Name, "", "bytes", "requests/s", "p50 ms", "p99 ms", "processor ms each");

        await using var azurite = await Azurite.StartAsync(new AzuriteOptions { Log = Console.Error.WriteLine }, cancellationToken);
        await using var service = await Service.StartAsync(azurite.ConnectionString, Service.EveryFunction);
        await new SampleLoader(service.Http, Sample.Folder, TimeProvider.System).LoadAsync(Console.Error.WriteLine, cancellationToken);
        foreach (var (what, path) in Pages)
        {
            Console.Error.WriteLine($"Measuring: {what} ...");
            var address = new Uri(service.Http.BaseAddress!, path);
            using var first = await GetAsync(service.Http, address);
            var body = await first.Content.ReadAsByteArrayAsync(cancellationToken);
            await using var bare = await BarePage.StartAsync(first, body);
            var page = new Rounds(() => ReadAsync(service.Http, address), concurrency);
            var floor = new Rounds(() => ReadAsync(service.Http, bare.Address), concurrency);
            await page.WarmUpAsync(WarmUp);
            await floor.WarmUpAsync(WarmUp);
            for (var round = 0; round < rounds; round++)
            {
                // Who begins changes, so that neither always follows the other.
                foreach (var side in round % 2 == 0 ? [page, floor] : (Rounds[])[floor, page])
                    await side.RunAsync(count);
            }

            report.Row([what, Report.Number(body.Length, 0), .. Values(page).Select(value => Report.Number(value, 2))]);
            report.Row(["- floor", Report.Number(body.Length, 0), .. Values(floor).Select(value => Report.Number(value, 2))]);
            report.Row(["- ratio", "", .. Values(page).Zip(Values(floor), (mine, least) => Report.Number(mine / least, 2))]);
        }

        report.Print(arguments, Options, [
            $"{rounds} rounds of {count} each, page and floor in turns after a warm-up of {WarmUp}, {concurrency} requests at once, compressed with Brotli.",
            "Both are in the process of their client; processor time includes it.",
        ]);
        return 0;

        static double[] Values(Rounds side) => [side.PerSecond, side.Latency(0.5), side.Latency(0.99), side.CpuMilliseconds];
    }

    private static async Task ReadAsync(HttpClient http, Uri address)
    {
        using var answer = await GetAsync(http, address);
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient http, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", "br");
        var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode ? answer : throw new BenchmarkException($"{address} was answered with {answer.StatusCode}");
    }
}
