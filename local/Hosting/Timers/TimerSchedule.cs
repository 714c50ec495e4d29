using System.Globalization;
using Intake.Calls;
using Intake.Local.Processes;

namespace Intake.Local.Hosting.Timers;

/// <summary>When a timer fires: NCRONTAB by the clocks of a zone, or a time span after the last run.</summary>
internal sealed class TimerSchedule
{
    private readonly Ncrontab? crontab;
    private readonly TimeSpan interval;
    private readonly TimeZoneInfo zone;

    public TimerSchedule(string text, TimeZoneInfo zone, string function)
    {
        this.zone = zone;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out interval) && interval > TimeSpan.Zero)
        {
            return;
        }

        crontab = Ncrontab.TryParse(text, out var parsed, out var error)
            ? parsed
            : throw new HostStartException($"Function {function}: the schedule '{text}': {error}");
    }

    public DateTimeOffset? Next(DateTimeOffset after) => crontab is null ? after + interval : crontab.Next(after, zone);
}
