using Intake.Local.CommandLine;
using Intake.Local.Processes;

namespace Intake.Benchmarks;

/// <summary>How fast contributions go from the queue to analysed, what of it is storage, and how much memory it takes.</summary>
internal sealed class PipelineBenchmark : IVerb
{
    private const string Call = "benchmark";
    private const int WarmUp = 300;
    private const double Megabyte = 1_000_000;

    public string Name => "pipeline";

    public string Summary => "Contributions per second from queue to analysed, the share of storage in it, and memory.";

    public IReadOnlyList<Option> Options { get; } =
    [
        new("--rounds", "N", "rounds (3)"),
        new("--count", "N", "contributions a round (200)"),
    ];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var rounds = arguments.Number("--rounds", 3, 1, 100);
        var count = arguments.Number("--count", 200, 1, 100_000);
        var report = new Report(Name, ["", .. Enumerable.Range(1, rounds).Select(round => $"round {round}")]);
        var mix = await Sample.MixAsync();
        var runs = new List<PipelineRun>();

        for (var round = 0; round <= rounds; round++)
        {
            Console.Error.WriteLine(round == 0 ? "Warming up ..." : $"Round {round} of {rounds} ...");
            var size = round == 0 ? WarmUp : count;

            // A new one each time: once a minute it cleans up after deleted messages, and answers nobody meanwhile.
            await using var azurite = await Azurite.StartAsync(
                new AzuriteOptions { Log = Console.Error.WriteLine }, cancellationToken);
            await FillAsync(azurite.ConnectionString, size, mix);
            var run = new PipelineRun(azurite.ConnectionString, Call, size);
            await run.RunAsync(cancellationToken);
            if (round > 0)
                runs.Add(run);
        }

        Row("analysed/s", run => count / run.Seconds, 1);
        Row("time in storage, % of the functions' time", run => 100 * run.Storage.Share, 0);
        Row("storage calls per contribution", run => (double)run.Storage.Calls / count, 1);
        Row("processor ms per contribution", run => 1_000 * run.CpuSeconds / count, 1);
        Row("peak working set, MB", run => run.PeakWorkingSet / Megabyte, 0);
        Row("peak managed heap, MB", run => run.PeakManagedHeap / Megabyte, 0);
        report.Print(
            arguments, Options,
            $"After a warm-up of {WarmUp}, {count} contributions a round wait in the queue before the three queue functions start, with host.json's batches; a new Azurite each round, in memory.",
            "The sample's contributions in their languages, and a long English letter as a file after every third.",
            "Time in storage: what the functions waited for their storage calls, summed over all that ran at once, of the time they ran;",
            "with Azurite on the same cores this includes waiting for a core. The host's own queue calls are in neither.",
            "Processor time and memory are this process's: functions, local host and storage clients, without Azurite.");
        return 0;

        void Row(string what, Func<PipelineRun, double> figure, int decimals) =>
            report.Row([what, .. runs.Select(run => Report.Number(figure(run), decimals))]);
    }

    private static async Task FillAsync(string connectionString, int count, IReadOnlyList<Contribution> mix)
    {
        await using var service = await Service.StartAsync(connectionString);
        await service.OpenCallAsync(Call);
        for (var i = 0; i < count; i++)
            await service.SendAsync(Call, mix[i % mix.Count]);
    }
}
