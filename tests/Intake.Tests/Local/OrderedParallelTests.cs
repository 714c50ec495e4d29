using Intake.Local.CommandLine;

namespace Intake.Tests.Local;

public sealed class OrderedParallelTests
{
    [Fact]
    public async Task Results_come_in_the_order_of_the_items_though_later_ones_are_done_first()
    {
        var others = new CountdownEvent(9);
        var seen = new List<int>();
        var work = new OrderedParallel { Workers = 2 }.RunAsync(
            Enumerable.Range(0, 10),
            _ => 1,
            (item, ct) =>
            {
                if (item == 0)
                    others.Wait(ct);
                else
                    others.Signal();
                return Task.FromResult(item * 10);
            },
            (item, result) =>
            {
                Assert.Equal(item * 10, result);
                seen.Add(item);
            },
            Deadline().Token);
        await work;

        Assert.Equal(Enumerable.Range(0, 10), seen);
    }

    [Fact]
    public async Task No_more_are_in_work_than_there_are_workers_and_bytes_for()
    {
        var (guard, now, most, bytes, mostBytes) = (new Lock(), 0, 0, 0L, 0L);
        await new OrderedParallel { Workers = 4, Bytes = 10 }.RunAsync(
            [1, 2, 3, 4, 50, 1, 9, 9, 1, 1, 1, 1],
            item => item,
            async (item, _) =>
            {
                lock (guard)
                {
                    most = Math.Max(most, ++now);
                    bytes += item;
                    mostBytes = now > 1 ? Math.Max(mostBytes, bytes) : mostBytes;
                }

                await Task.Yield();
                lock (guard)
                {
                    now--;
                    bytes -= item;
                }

                return item;
            },
            (_, _) => { },
            Deadline().Token);

        Assert.InRange(most, 1, 4);
        Assert.InRange(mostBytes, 0, 10);
    }

    [Fact]
    public async Task A_fault_ends_it_and_nothing_is_left_in_work()
    {
        var running = 0;
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => new OrderedParallel { Workers = 2 }.RunAsync(
            Enumerable.Range(0, 100),
            _ => 1,
            async (item, ct) =>
            {
                if (item == 0)
                    throw new InvalidDataException("first");
                Interlocked.Increment(ref running);
                try
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
                }
                finally
                {
                    Interlocked.Decrement(ref running);
                }

                return item;
            },
            (_, _) => { },
            Deadline().Token));

        Assert.Equal("first", fault.Message);
        Assert.Equal(0, running);
    }

    [Fact]
    public async Task Cancelled_it_waits_for_what_is_in_work()
    {
        using var stop = new CancellationTokenSource();
        var ended = 0;
        var work = new OrderedParallel { Workers = 2 }.RunAsync(
            Enumerable.Range(0, 100),
            _ => 1,
            async (item, ct) =>
            {
                if (item == 1)
                    await stop.CancelAsync();
                await Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct));
                Interlocked.Increment(ref ended);
                ct.ThrowIfCancellationRequested();
                return item;
            },
            (_, _) => { },
            stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.Equal(2, ended);
    }

    private static CancellationTokenSource Deadline() => new(TimeSpan.FromMinutes(1));
}
