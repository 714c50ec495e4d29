using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Intake.Local.Hosting.Timers;

/// <summary>Fires one timer. The next run is planned when the last has ended, so a timer never overlaps itself.</summary>
internal sealed class TimerLoop(
    TimerSchedule schedule,
    bool runOnStartup,
    TimerMonitor? monitor,
    Func<TimerInfo, Task> function,
    TimeProvider time,
    ILogger logger,
    string name) : ITriggerLoop
{
    /// <summary>Timers of the system cannot wait for longer than 49 days.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private DateTimeOffset _last;
    private bool _pastDue;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        _last = time.GetUtcNow();
        if (monitor is not null && await monitor.LastAsync(cancellationToken) is { } lastRun)
        {
            _pastDue = schedule.Next(lastRun) <= _last;
        }
    }

    public async Task RunAsync(CancellationToken stopTaking)
    {
        if (runOnStartup || _pastDue)
        {
            await FireAsync(_pastDue);
        }
        else if (monitor is not null)
        {
            await monitor.KeepAsync(_last);
        }

        while (schedule.Next(_last) is { } next && await WaitAsync(next, stopTaking))
        {
            _last = next;
            await FireAsync(isPastDue: false);
        }
    }

    private async Task<bool> WaitAsync(DateTimeOffset until, CancellationToken stopTaking)
    {
        try
        {
            while (until - time.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait < LongestWait ? wait : LongestWait, time, stopTaking);
            }

            return !stopTaking.IsCancellationRequested;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task FireAsync(bool isPastDue)
    {
        var next = schedule.Next(_last);
        try
        {
            await function(new TimerInfo
            {
                IsPastDue = isPastDue,
                ScheduleStatus = monitor is null ? null : new ScheduleStatus
                {
                    Last = _last.UtcDateTime,
                    Next = next?.UtcDateTime ?? DateTime.MaxValue,
                    LastUpdated = _last.UtcDateTime,
                },
            });
        }
        catch (Exception exception)
        {
            // The next run is the retry, as in Azure.
            logger.LogError(exception, "Timer {Function} failed.", name);
        }

        if (monitor is not null)
        {
            await monitor.KeepAsync(_last);
        }

        // Occurrences that passed while the function ran are left out.
        var now = time.GetUtcNow();
        _last = now > _last ? now : _last;
    }
}
