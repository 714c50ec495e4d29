namespace Intake.Local.CommandLine;

/// <summary>
/// Works on many items at once and hands over what came of them in the order they were given. Bounded both ways: only as
/// many are in work as there are processors and memory for, and a slow one lets only so many others finish ahead of it.
/// </summary>
internal sealed class OrderedParallel
{
    /// <summary>Items in work at the same time. Default: one a processor.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Results that may wait for an earlier item. Default 256: they are small.</summary>
    public int Ahead { get; init; } = 256;

    /// <summary>Bytes of the items in work together; an item larger than that is worked on alone. Default 64 MiB.</summary>
    public long Bytes { get; init; } = 64 * 1024 * 1024;

    /// <param name="items">Taken one by one, as there is room.</param>
    /// <param name="size">Bytes that an item takes while it is worked on.</param>
    /// <param name="work">Done on any thread.</param>
    /// <param name="then">Called with one item's result after the other, in the items' order, never two at once.</param>
    /// <param name="ct">Ends it; what is in work is told to end and waited for, so that nothing goes on behind the caller.</param>
    public async Task RunAsync<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, long> size, Func<TItem, CancellationToken, Task<TResult>> work, Action<TItem, TResult> then, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var waiting = new Queue<(TItem Item, Task<TResult> Task)>();
        var running = new List<(Task Task, long Bytes)>();
        try
        {
            foreach (var item in items)
            {
                ct.ThrowIfCancellationRequested();
                var bytes = size(item);
                while (running.Count >= Workers || (running.Count > 0 && running.Sum(one => one.Bytes) + bytes > Bytes))
                {
                    await Task.WhenAny(running.Select(one => one.Task));
                    running.RemoveAll(one => one.Task.IsCompleted);
                    await HandOverAsync(whileMoreThan: waiting.Count, then);
                }

                await HandOverAsync(whileMoreThan: Ahead, then);
                var task = Task.Run(() => work(item, stop.Token), stop.Token);
                waiting.Enqueue((item, task));
                running.Add((task, bytes));
            }

            await HandOverAsync(whileMoreThan: 0, then);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(running.Select(one => one.Task)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // Hands over what is done, and waits for the first while there are too many.
        async Task HandOverAsync(int whileMoreThan, Action<TItem, TResult> then)
        {
            while (waiting.TryPeek(out var first) && (first.Task.IsCompleted || waiting.Count > whileMoreThan))
            {
                then(first.Item, await first.Task);
                waiting.Dequeue();
            }
        }
    }
}
