namespace Intake.Tests;

/// <summary>Waits for a condition, not for a time: looks often, for so long as a slow machine may need.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Looks until it is done, and gives what was seen then.</summary>
    public static async Task<T> Async<T>(Func<Task<(bool Done, T Value)>> probe, TimeSpan? patience = null)
    {
        var (done, value) = await UntilAsync(probe, patience ?? Patience);
        Assert.True(done, $"It did not come true in time; the last seen was: {value}");
        return value;
    }

    public static Task TrueAsync(Func<bool> condition, string what) =>
        TrueAsync(() => Task.FromResult(condition()), what);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        var (done, _) = await UntilAsync(async () => (await condition(), what), Patience);
        Assert.True(done, $"Waited in vain: {what}.");
    }

    private static async Task<(bool Done, T Value)> UntilAsync<T>(Func<Task<(bool Done, T Value)>> probe, TimeSpan patience)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var last = await probe();
            if (last.Done || TimeProvider.System.GetElapsedTime(begun) >= patience)
                return last;
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
