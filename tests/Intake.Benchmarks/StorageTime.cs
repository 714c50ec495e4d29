using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Intake.Benchmarks;

/// <summary>
/// How long the functions ran, and how long of it they waited for storage: from handing a call to the client until its
/// answer is there, with signing and retries. No stage makes two calls at once, so the times add up.
/// </summary>
internal sealed class StorageTime : HttpPipelinePolicy
{
    private readonly AsyncLocal<bool> _inFunction = new();
    private long _functionTicks;
    private long _storageTicks;
    private int _calls;

    /// <summary>Of the time all functions ran, 0 to 1.</summary>
    public double Share => (double)_storageTicks / _functionTicks;

    public int Calls => _calls;

    /// <summary>Times a function; storage calls made elsewhere do not count.</summary>
    public async Task InFunctionAsync(Func<Task> function)
    {
        _inFunction.Value = true;
        var begun = Stopwatch.GetTimestamp();
        await function();
        Interlocked.Add(ref _functionTicks, Stopwatch.GetTimestamp() - begun);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var begun = Stopwatch.GetTimestamp();
        await ProcessNextAsync(message, pipeline);
        Count(begun);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var begun = Stopwatch.GetTimestamp();
        ProcessNext(message, pipeline);
        Count(begun);
    }

    private void Count(long begun)
    {
        if (!_inFunction.Value)
            return;
        Interlocked.Add(ref _storageTicks, Stopwatch.GetTimestamp() - begun);
        Interlocked.Increment(ref _calls);
    }
}
