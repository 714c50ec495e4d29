using System.Collections.Concurrent;

namespace Intake.Tests.Local;

/// <summary>What the functions under test write down, and where they wait until the test lets them go on.</summary>
internal sealed class Probe
{
    private readonly ConcurrentQueue<object?> _seen = new();
    private int _running;
    private int _most;

    public IReadOnlyList<object?> Seen => [.. _seen];

    public SemaphoreSlim Gate { get; } = new(0);

    public int Running => Volatile.Read(ref _running);

    /// <summary>The most that ever ran at once.</summary>
    public int Most => Volatile.Read(ref _most);

    public void Add(object? value) => _seen.Enqueue(value);

    /// <summary>Runs until the test opens the gate for one.</summary>
    public async Task PassGateAsync(CancellationToken cancellationToken = default)
    {
        var now = Interlocked.Increment(ref _running);
        for (var before = Most; now > before; before = Most)
        {
            Interlocked.CompareExchange(ref _most, now, before);
        }

        try
        {
            await Gate.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
