using System.Globalization;
using System.Text.Json;
using Intake.Local.CommandLine;

namespace Intake.Benchmarks.Digests;

/// <summary>What a digest costs: when a hundred things changed since the last one, and from nothing; for calls of three sizes.</summary>
internal sealed class DigestBenchmark : IVerb
{
    private const double Megabyte = 1_000_000;

    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    public string Name => "digest";

    public string Summary => "Seconds, MB read and memory of a digest after a hundred changes and of one from nothing, for 1,000, 10,000 and 100,000 contributions.";

    public IReadOnlyList<Option> Options { get; } =
        [new("--only", "N", "contributions, instead of the three sizes"), new("--data", "DIR", "keeps the calls there, and uses those that are")];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var sizes = arguments.Value("--only") is null ? Sizes : [arguments.Number("--only", 0, 100, 1_000_000)];
        var report = new Report(
            Name, "contributions", "100 changes: s", "processor s", "MB read", "peak MB", "from nothing: s", "processor s", "MB read", "peak MB", "as JSON: s", "MB");
        var kept = arguments.Value("--data");
        var folder = kept ?? Directory.CreateTempSubdirectory("intake-benchmark-").FullName;
        try
        {
            (DigestFigures Changed, DigestFigures Nothing)? smallest = null;
            foreach (var size in sizes)
            {
                var figures = await MeasureAsync(size, Path.Combine(folder, size.ToString(CultureInfo.InvariantCulture)), cancellationToken);
                report.Row([Report.Number(size, 0), .. Cells(figures)]);
                if (smallest is { } first)
                    report.Row([$"- ratio to {Report.Number(sizes[0], 0)}", .. Cells(figures, first)]);
                smallest ??= figures;
            }
        }
        finally
        {
            if (kept is null)
                Directory.Delete(folder, recursive: true);
        }

        report.Print(
            arguments, Options,
            $"After the digest of so many contributions: {PackedCall.New} new ones, {PackedCall.Revised} revised, {PackedCall.Withdrawn} withdrawn, and the next digest from the last one's state, and from nothing.",
            "Letters of some 300 words in three languages, one in twenty of a campaign, put together by the benchmark and analysed by the stages' own classes.",
            "Simulated: storage. Rows, texts, blobs, state and ledger are the bytes that storage would hold, in files of this machine, so waiting for a network is in no figure; the journal's are without the keys of its rows.",
            "Each in a process of its own. Incremental: median of 3 after 2 that do not count; from nothing: once, cold. Peak: working set of the whole process. MB are 1,000,000 bytes.");
        return 0;
    }

    private static async Task<(DigestFigures Changed, DigestFigures Nothing)> MeasureAsync(int size, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await new PackedCall(folder, await Sample.ReadCallAsync(cancellation)).FillAsync(size, cancellation);
        await RunAsync("first");
        return (await RunAsync("changed"), await RunAsync("nothing"));

        async Task<DigestFigures> RunAsync(string what)
        {
            Console.Error.Write($"{what} ... ");
            var said = await RivalProcess.RunAsync(
                "dotnet", [typeof(DigestBenchmark).Assembly.Location, "digest-run", "--data", folder, "--what", what], null, cancellation);
            Console.Error.WriteLine(said?.Trim());
            return JsonSerializer.Deserialize<DigestFigures>(said!, Json.Options)!;
        }
    }

    private static IEnumerable<string> Cells((DigestFigures Changed, DigestFigures Nothing) figures) =>
        Values(figures).Select((value, column) => Report.Number(value, column is 0 or 1 or 8 ? 2 : 1));

    private static IEnumerable<string> Cells((DigestFigures, DigestFigures) figures, (DigestFigures, DigestFigures) first) =>
        Values(figures).Zip(Values(first), (value, one) => Report.Number(value / one, 2));

    private static double[] Values((DigestFigures Changed, DigestFigures Nothing) figures) =>
    [
        figures.Changed.Seconds, figures.Changed.ProcessorSeconds, figures.Changed.ReadBytes / Megabyte, figures.Changed.PeakBytes / Megabyte,
        figures.Nothing.Seconds, figures.Nothing.ProcessorSeconds, figures.Nothing.ReadBytes / Megabyte, figures.Nothing.PeakBytes / Megabyte,
        figures.Changed.RenderSeconds, figures.Changed.RenderedBytes / Megabyte,
    ];
}
