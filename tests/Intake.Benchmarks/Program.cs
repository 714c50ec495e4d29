using Intake.Benchmarks;
using Intake.Benchmarks.Digests;
using Intake.Local.CommandLine;
using Intake.Local.Processes;

IVerb[] benchmarks =
[
    new ReceiveBenchmark(), new PipelineBenchmark(), new StartBenchmark(), new ExtractBenchmark(), new AnalysisBenchmark(), new QualityBenchmark(),
    new DigestBenchmark(), new PagesBenchmark(),
];
IVerb[] hidden = [new BareKestrel(), new DigestRun()];
var benchmark = benchmarks.Concat(hidden).FirstOrDefault(one => args.Length > 0 && one.Name == args[0]);
if (benchmark is null || args.Contains("--help"))
{
    foreach (var one in benchmarks)
    {
        Console.WriteLine($"{Report.Command} {one.Name}\n  {one.Summary}");
        foreach (var option in one.Options)
            Console.WriteLine($"  {$"{option.Name} {option.Value}",-16} {option.Help}");
    }

    return benchmark is null ? 2 : 0;
}

try
{
    return await benchmark.RunAsync(Arguments.Parse(args[1..], benchmark.Options), CancellationToken.None);
}
catch (Exception fault) when (fault is UsageException or HostStartException or BenchmarkException)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}
