namespace Intake.Tests;

/// <summary>Waits for a condition, not for a time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public static async Task<T> Async<T>(Func<Task<(bool Done, T Value)>> probe, TimeSpan? patience = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var (done, value) = await probe();
            if (done)
                return value;
            Assert.True(
                TimeProvider.System.GetElapsedTime(started) < (patience ?? Patience),
                $"It did not come true in time; the last seen was: {value}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    public static Task TrueAsync(Func<Task<bool>> probe) => Async(async () => (await probe(), false));
}
