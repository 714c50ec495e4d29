using Azure.Data.Tables;
using Intake.Local.CommandLine;
using Intake.Local.Processes;
using Intake.Storage;

namespace Intake.Benchmarks;

/// <summary>
/// How fast contributions are accepted, beside the floor: the storage writes alone. Both run in this process against
/// the same Azurite, in turns, so that both meet the same noise.
/// </summary>
internal sealed class ReceiveBenchmark : IVerb
{
    private const string Call = "benchmark";
    private const int JsonBytes = 3_000;
    private const int FileBytes = 200_000;

    /// <summary>Enough for the compiler to have done its second pass over both sides.</summary>
    private const int WarmUp = 600;

    public string Name => "receive";

    public string Summary => "Contributions accepted per second and their latency, beside the bare storage writes.";

    public IReadOnlyList<Option> Options { get; } =
    [
        new("--concurrency", "N", "requests at once (8)"),
        new("--rounds", "N", "rounds of each (10)"),
        new("--count", "N", "contributions a round (200)"),
    ];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var concurrency = arguments.Number("--concurrency", 8, 1, 1_000);
        var rounds = arguments.Number("--rounds", 10, 1, 1_000);
        var count = arguments.Number("--count", 200, 1, 100_000);
        var report = new Report(Name, "", "accepted/s", "p50 ms", "p99 ms", "processor ms each");
        var spread = new List<string>();

        await using var azurite = await Azurite.StartAsync(new AzuriteOptions { Log = Console.Error.WriteLine }, cancellationToken);
        await using var service = await Service.StartAsync(azurite.ConnectionString);
        await service.OpenCallAsync(Call);
        await MeasureAsync("JSON of 3 kB", Contribution.Json(JsonBytes));
        await MeasureAsync("form with a file of 200 kB", await Contribution.FormAsync(FileBytes));

        report.Print(arguments, Options, [
            $"{rounds} rounds of {count} each, service and floor in turns after a warm-up of {WarmUp}, each from empty storage, {concurrency} requests at once, Azurite in memory.",
            "To reach: at least 0.85 of the floor's throughput, p50 at most 1.3 of the floor's.",
            .. spread,
            "The service is the local host in the process of its client, over HTTP, with the HTTP functions only: nothing takes from the queues.",
            "Processor time is this process's; the service's includes its HTTP client.",
        ]);
        return 0;

        async Task MeasureAsync(string what, Contribution contribution)
        {
            Console.Error.WriteLine($"Measuring: {what} ...");
            var id = await service.SendAsync(Call, contribution);
            var stored = await service.Get<ContributionStore>().FindAsync(Call, id, cancellationToken);
            var floorLoop = new StorageFloor(service.Get<StorageClients>(), Call, stored!, contribution.Document);
            var accept = new Rounds(() => service.SendAsync(Call, contribution), concurrency);
            var floor = new Rounds(floorLoop.WriteAsync, concurrency);
            await accept.WarmUpAsync(WarmUp);
            await floor.WarmUpAsync(WarmUp);
            for (var round = 0; round < rounds; round++)
            {
                // Who begins changes, so that neither always follows the other.
                foreach (var side in round % 2 == 0 ? [accept, floor] : (Rounds[])[floor, accept])
                {
                    await EmptyAsync(service.Get<StorageClients>(), cancellationToken);
                    await side.RunAsync(count);
                }
            }

            report.Row([what, .. Figures(accept)]);
            report.Row(["- floor", .. Figures(floor)]);
            report.Row(["- ratio", .. Values(accept).Zip(Values(floor), (mine, bare) => Report.Number(mine / bare, 2))]);
            var pairs = accept.EachPerSecond.Zip(floor.EachPerSecond, (mine, bare) => mine / bare).ToList();
            spread.Add($"Ratio of throughput, {what}, round by round: {Report.Number(pairs.Min(), 2)} to "
                + $"{Report.Number(pairs.Max(), 2)}, median {Report.Number(Percentile.Median(pairs), 2)}.");
        }

        static double[] Values(Rounds side) =>
            [side.PerSecond, side.Latency(0.5), side.Latency(0.99), side.CpuMilliseconds];

        static IEnumerable<string> Figures(Rounds side) => Values(side).Select(value => Report.Number(value));
    }

    /// <summary>
    /// Azurite gets slower the more rows and blobs it holds, so each round begins with none. Messages stay: they cost
    /// nothing, while deleted ones make Azurite clean up once a minute, and it answers nobody meanwhile.
    /// </summary>
    private static async Task EmptyAsync(StorageClients storage, CancellationToken cancellation)
    {
        foreach (var table in (TableClient[])[storage.Table(Tables.Contributions), storage.Table(Tables.Requests)])
        {
            await table.DeleteAsync(cancellation);
            await table.CreateAsync(cancellation);
        }

        var originals = storage.Container(Containers.Originals);
        await originals.DeleteAsync(cancellationToken: cancellation);
        await originals.CreateAsync(cancellationToken: cancellation);
    }
}
