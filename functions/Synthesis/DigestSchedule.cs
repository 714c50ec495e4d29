using Intake.Calls;

namespace Intake.Synthesis;

/// <summary>When a call's next digest is due.</summary>
public static class DigestSchedule
{
    /// <summary>
    /// The latest time of the schedule that has come and that no digest has been issued since; null when there is none.
    /// So runs that were missed are caught up once, and a digest somebody asked for meanwhile counts.
    /// </summary>
    /// <param name="call">Times before it opened do not count.</param>
    /// <param name="issued">When its latest digest was issued; null when there is none.</param>
    /// <param name="now">The time it is.</param>
    public static DateTimeOffset? Due(Call call, DateTimeOffset? issued, DateTimeOffset now)
    {
        if (call.Digest.Schedule is not { } schedule)
            return null;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(call.TimeZone);
        var due = Ncrontab.Parse(schedule).Previous(now, zone);
        return due is not null && due >= call.Opens && (issued is null || due > issued) ? due : null;
    }
}
