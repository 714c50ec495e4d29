using System.Diagnostics;

namespace Intake.Benchmarks;

/// <summary>Looks at this process's memory every so often and keeps the highest, so that earlier peaks do not count.</summary>
internal sealed class MemoryPeak : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly Process _process = Process.GetCurrentProcess();
    private readonly ITimer _timer;

    public MemoryPeak() => _timer = TimeProvider.System.CreateTimer(_ => Look(), null, TimeSpan.Zero, Interval);

    /// <summary>Bytes of memory the process had.</summary>
    public long WorkingSet { get; private set; }

    /// <summary>Bytes of objects on the managed heap, those nobody refers to any more included.</summary>
    public long ManagedHeap { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        _process.Dispose();
    }

    private void Look()
    {
        _process.Refresh();
        WorkingSet = Math.Max(WorkingSet, _process.WorkingSet64);
        ManagedHeap = Math.Max(ManagedHeap, GC.GetTotalMemory(forceFullCollection: false));
    }
}
