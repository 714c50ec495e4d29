using System.Globalization;
using Intake.Calls;
using Intake.Local.Processes;

namespace Intake.Local.Hosting.Timers;

/// <summary>When a timer fires: NCRONTAB by the clocks of a zone, or a time span after the last run.</summary>
internal sealed class TimerSchedule
{
    private readonly Ncrontab? _crontab;
    private readonly TimeSpan _interval;
    private readonly TimeZoneInfo _zone;

    public TimerSchedule(string text, TimeZoneInfo zone, string function)
    {
        _zone = zone;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _interval) && _interval > TimeSpan.Zero)
        {
            return;
        }

        _crontab = Ncrontab.TryParse(text, out var parsed, out var error)
            ? parsed
            : throw new HostStartException($"Function {function}: the schedule '{text}': {error}");
    }

    public DateTimeOffset? Next(DateTimeOffset after) => _crontab is null ? after + _interval : _crontab.Next(after, _zone);
}
