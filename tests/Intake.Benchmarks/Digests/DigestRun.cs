using System.Diagnostics;
using System.Text.Json;
using Intake.Calls;
using Intake.Local.CommandLine;
using Intake.Publish;
using Intake.Synthesis;

namespace Intake.Benchmarks.Digests;

/// <summary>Compiles one digest in a process of its own, so that nothing else is in its memory, and says what it cost.</summary>
internal sealed class DigestRun : IVerb
{
    /// <summary>Compiles that do not count, and those that do, of an incremental one: the process is warm in production too.</summary>
    private const int WarmUp = 2;
    private const int Rounds = 3;

    public string Name => "digest-run";

    public string Summary => "One compile of digest.";

    public IReadOnlyList<Option> Options { get; } =
        [new("--data", "DIR", "a filled call"), new("--what", "WHAT", "first, changed or nothing")];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var call = await Sample.ReadCallAsync(cancellationToken);
        var packed = new PackedCall(arguments.Value("--data")!, call);
        var what = arguments.Value("--what");
        var (warmUp, rounds) = what == "changed" ? (WarmUp, Rounds) : (0, 1);
        var figures = new List<DigestFigures>();
        for (var round = 0; round < warmUp + rounds; round++)
        {
            var measured = await MeasureAsync(call, packed, what!, cancellationToken);
            if (round >= warmUp)
                figures.Add(measured);
        }

        Console.WriteLine(JsonSerializer.Serialize(figures[^1] with
        {
            Seconds = Percentile.Median(figures.Select(one => one.Seconds)),
            ProcessorSeconds = Percentile.Median(figures.Select(one => one.ProcessorSeconds)),
            RenderSeconds = Percentile.Median(figures.Select(one => one.RenderSeconds)),
            PeakBytes = figures.Max(one => one.PeakBytes),
        }, Json.Options));
        return 0;
    }

    private static async Task<DigestFigures> MeasureAsync(Call call, PackedCall packed, string what, CancellationToken cancellation)
    {
        using var source = new PackedSource(packed, changed: what != "first");
        var ledger = new PackedLedger(packed);
        var now = what == "first" ? packed.Before : packed.After;
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var (began, processor) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        long peak;
        CompiledDigest compiled;
        await using (var memory = new MemoryPeak())
        {
            var previous = what == "changed" ? await ledger.StateAsync(cancellation) : null;
            compiled = await new DigestCompiler().CompileAsync(
                call, (previous?.Last?.Number ?? 0) + 1, previous, source, ledger, Noted.Nothing, now, null, cancellation);
            await ledger.WriteAsync(what == "first" ? packed.State : packed.State + ".next", compiled.State, cancellation);
            peak = memory.WorkingSet;
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        process.Refresh();
        processor = process.TotalProcessorTime - processor;
        began = Stopwatch.GetTimestamp();
        var json = await new DigestJson().RenderAsync(compiled.Digest, null, cancellation);
        return new DigestFigures(
            seconds, processor.TotalSeconds, source.Bytes + ledger.Bytes, peak, Stopwatch.GetElapsedTime(began).TotalSeconds, json.Length,
            compiled.Digest.Ledger.Contributions, compiled.Digest.Method.ReadClosely, compiled.Digest.AllMessages().Count(),
            compiled.Digest.Method.QuotesChecked, compiled.Digest.Reception.Campaigns.Count);
    }
}

/// <param name="Seconds">Of reading the state, compiling, and writing state and ledger.</param>
/// <param name="ProcessorSeconds">Of the same, of all threads: other programs do not change it much.</param>
/// <param name="ReadBytes">From storage.</param>
/// <param name="PeakBytes">Of memory of the process.</param>
/// <param name="RenderSeconds">Of writing the digest as JSON.</param>
/// <param name="RenderedBytes">Of that.</param>
internal sealed record DigestFigures(
    double Seconds, double ProcessorSeconds, long ReadBytes, long PeakBytes, double RenderSeconds, long RenderedBytes, int Contributions, int ReadClosely, int Messages, int Quotes, int Campaigns);
