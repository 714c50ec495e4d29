using Intake.Local.Hosting;
using Intake.Local.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Intake.Tests.Local;

[Collection(AzuriteCollection.Name)]
public sealed class TimerTriggerTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _time = new(Noon);
    private readonly Probe _probe = new();

    [Theory]
    [InlineData("0 */5 * * * *", 5)]
    [InlineData("00:05:00", 5)]
    [InlineData("0 0 0 1 6 *", 60 * 24 * 92 - 60 * 12)]
    public async Task A_timer_fires_when_its_schedule_says_so_and_not_before(string schedule, int minutes)
    {
        await using var host = await StartAsync(typeof(Quick), schedule);

        await AdvanceAsync(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        Assert.Empty(_probe.Seen);
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        await Eventually.TrueAsync(() => _probe.Seen.Count == 1, "the timer fires");
        Assert.Equal([Noon.AddMinutes(minutes)], _probe.Seen);
    }

    [Fact]
    public async Task A_timer_follows_the_time_zone_of_the_settings()
    {
        await using var host = await StartAsync(typeof(Quick), "0 0 15 * * *", zone: "Asia/Kolkata");

        await AdvanceAsync(TimeSpan.FromHours(21.5));

        await Eventually.TrueAsync(() => _probe.Seen.Count == 1, "the timer fires");
        Assert.Equal([new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero)], _probe.Seen);
    }

    [Fact]
    public async Task A_timer_never_overlaps_itself_and_leaves_out_what_it_missed_meanwhile()
    {
        await using var host = await StartAsync(typeof(Gated), "0 * * * * *");
        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(() => _probe.Running == 1, "the first run");

        // Nothing waits for the clock while the function runs.
        Assert.Equal(0, _time.Waiting);
        _time.Advance(TimeSpan.FromMinutes(3.5));
        _probe.Gate.Release();
        await AdvanceAsync(TimeSpan.FromSeconds(29));
        Assert.Equal([Noon.AddMinutes(1)], _probe.Seen);
        await AdvanceAsync(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => _probe.Running == 1, "the second run");
        _probe.Gate.Release();

        await Eventually.TrueAsync(() => _probe.Seen.Count == 2, "the second run ends");
        Assert.Equal([Noon.AddMinutes(1), Noon.AddMinutes(5)], _probe.Seen);
        Assert.Equal(1, _probe.Most);
    }

    [Fact]
    public async Task A_timer_that_failed_fires_again_at_its_next_time()
    {
        await using var host = await StartAsync(typeof(Failing), "0 * * * * *");

        await AdvanceAsync(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(() => _probe.Seen.Count == 1, "the first run");
        await AdvanceAsync(TimeSpan.FromMinutes(1));

        await Eventually.TrueAsync(() => _probe.Seen.Count == 2, "the second run");
    }

    [Fact]
    public async Task A_timer_may_run_at_start()
    {
        await using var host = await StartAsync(typeof(AtStart), "0 0 0 * * *");

        await Eventually.TrueAsync(() => _probe.Seen.Count == 1, "the timer fires");
        Assert.Equal([false], _probe.Seen);
    }

    [Fact]
    public async Task A_run_missed_while_the_host_was_down_is_made_up_for_once()
    {
        await ForgetAsync("PastDue");
        await using (await StartAsync(typeof(PastDue), "0 0 * * * *"))
        {
            await Eventually.TrueAsync(() => _time.Waiting == 1, "the timer waits");
        }

        _time.Advance(TimeSpan.FromHours(5.5));
        await using (await StartAsync(typeof(PastDue), "0 0 * * * *"))
        {
            await Eventually.TrueAsync(() => _probe.Seen.Count == 1, "the missed run");
            await Eventually.TrueAsync(() => _time.Waiting == 1, "the timer waits");
        }

        await using (await StartAsync(typeof(PastDue), "0 0 * * * *"))
        {
            await Eventually.TrueAsync(() => _time.Waiting == 1, "the timer waits");
        }

        Assert.Equal([true], _probe.Seen);
    }

    [Fact]
    public async Task A_wrong_schedule_stops_the_start()
    {
        var exception = await Assert.ThrowsAsync<HostStartException>(() => StartAsync(typeof(Quick), "0 0 25 * * *"));

        Assert.Contains("Quick", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'25' is no hour", exception.Message, StringComparison.Ordinal);
    }

    private Task<LocalHost> StartAsync(Type functions, string schedule, string? zone = null) => TestHost.StartAsync(
        functions, _probe, azurite.ConnectionString, time: _time,
        configure: app => app.Services.AddSingleton<TimeProvider>(_time),
        settings: new() { ["Schedule"] = schedule, ["WEBSITE_TIME_ZONE"] = zone });

    /// <summary>Moves the clock once the timer waits for it, a day at most at a time.</summary>
    private async Task AdvanceAsync(TimeSpan by)
    {
        for (; by > TimeSpan.Zero; by -= TimeSpan.FromDays(1))
        {
            await Eventually.TrueAsync(() => _time.Waiting == 1, "the timer waits");
            _time.Advance(by < TimeSpan.FromDays(1) ? by : TimeSpan.FromDays(1));
        }
    }

    private async Task ForgetAsync(string function) =>
        await HostsContainer.Of(azurite.ConnectionString).GetBlobClient($"timers/{function}/status").DeleteIfExistsAsync();

    internal sealed class Quick(Probe probe, TimeProvider time)
    {
        [Function("Quick")]
        public void Run([TimerTrigger("%Schedule%", UseMonitor = false)] TimerInfo timer)
        {
            Assert.Null(timer.ScheduleStatus);
            probe.Add(time.GetUtcNow());
        }
    }

    internal sealed class Gated(Probe probe, TimeProvider time)
    {
        [Function("Gated")]
        public async Task Run([TimerTrigger("%Schedule%", UseMonitor = false)] TimerInfo timer)
        {
            var begun = time.GetUtcNow();
            await probe.PassGateAsync();
            probe.Add(begun);
        }
    }

    internal sealed class Failing(Probe probe)
    {
        [Function("Failing")]
        public void Run([TimerTrigger("%Schedule%", UseMonitor = false)] TimerInfo timer)
        {
            probe.Add(timer.IsPastDue);
            throw new InvalidOperationException("always");
        }
    }

    internal sealed class AtStart(Probe probe)
    {
        [Function("AtStart")]
        public void Run([TimerTrigger("%Schedule%", RunOnStartup = true, UseMonitor = false)] TimerInfo timer) =>
            probe.Add(timer.IsPastDue);
    }

    internal sealed class PastDue(Probe probe)
    {
        [Function("PastDue")]
        public void Run([TimerTrigger("%Schedule%")] TimerInfo timer)
        {
            Assert.Equal(DateTimeKind.Utc, timer.ScheduleStatus!.Next.Kind);
            probe.Add(timer.IsPastDue);
        }
    }
}
