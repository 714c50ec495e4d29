using Intake.Calls;

namespace Intake.Synthesis;

/// <summary>When a call's next digest is due.</summary>
public static class DigestSchedule
{
    /// <summary>
    /// The latest time of the schedule that has come and has no digest; null when none has. Earlier times that were
    /// missed are covered by it. Times before the call opened do not count.
    /// </summary>
    public static DateTimeOffset? Due(Call call, DateTimeOffset? last, DateTimeOffset now)
    {
        if (call.Digest.Schedule is not { } schedule)
            return null;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(call.TimeZone);
        var due = Ncrontab.Parse(schedule).Previous(now, zone);
        return due is not null && due >= call.Opens && (last is null || due > last) ? due : null;
    }
}
