using System.Diagnostics;

namespace Intake.Benchmarks;

/// <summary>Runs one operation many times, so many at once, in rounds, and keeps how long each took.</summary>
/// <param name="operation">Is given nothing and throws when it fails; must allow being run several times at once.</param>
/// <param name="concurrency">How many run at once.</param>
internal sealed class Rounds(Func<Task> operation, int concurrency)
{
    private readonly List<double> _latencies = [];
    private readonly List<double> _perSecond = [];
    private readonly Process _process = Process.GetCurrentProcess();
    private double _seconds;
    private double _cpuSeconds;

    /// <summary>Operations per second, over all rounds.</summary>
    public double PerSecond => _latencies.Count / _seconds;

    /// <summary>Operations per second of each round.</summary>
    public IReadOnlyList<double> EachPerSecond => _perSecond;

    /// <summary>Milliseconds of processor time of this process for each operation; other programs do not change it much.</summary>
    public double CpuMilliseconds => 1_000 * _cpuSeconds / _latencies.Count;

    /// <summary>Milliseconds within which the fraction of all operations ended.</summary>
    public double Latency(double fraction) => Percentile.Of(_latencies, fraction);

    /// <summary>A round that does not count.</summary>
    public Task WarmUpAsync(int count) => TimeAsync(count);

    public async Task RunAsync(int count)
    {
        var cpu = Cpu();
        var (latencies, seconds) = await TimeAsync(count);
        _cpuSeconds += Cpu() - cpu;
        _latencies.AddRange(latencies);
        _perSecond.Add(count / seconds);
        _seconds += seconds;
    }

    private double Cpu()
    {
        _process.Refresh();
        return _process.TotalProcessorTime.TotalSeconds;
    }

    private async Task<(double[] Latencies, double Seconds)> TimeAsync(int count)
    {
        var latencies = new double[count];
        var next = -1;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(CallAsync)));
        return (latencies, Stopwatch.GetElapsedTime(begun).TotalSeconds);

        async Task CallAsync()
        {
            for (int mine; (mine = Interlocked.Increment(ref next)) < count;)
            {
                var started = Stopwatch.GetTimestamp();
                await operation();
                latencies[mine] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }
    }
}
