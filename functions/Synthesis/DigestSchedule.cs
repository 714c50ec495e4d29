using Intake.Calls;

namespace Intake.Synthesis;

/// <summary>When a call's next digest is due.</summary>
public static class DigestSchedule
{
    /// <summary>
    /// The latest time of the schedule, or so many days before a meeting, that has come and that no digest has been issued since; null when there is none.
    /// So runs that were missed are caught up once, and a digest somebody asked for meanwhile counts.
    /// </summary>
    /// <param name="call">Times before it opened do not count.</param>
    /// <param name="issued">When its latest digest was issued; null when there is none.</param>
    /// <param name="now">The time it is.</param>
    public static DateTimeOffset? Due(Call call, DateTimeOffset? issued, DateTimeOffset now)
    {
        var times = new List<DateTimeOffset>();
        if (call.Digest.Schedule is { } schedule && Ncrontab.Parse(schedule).Previous(now, TimeZoneInfo.FindSystemTimeZoneById(call.TimeZone)) is { } previous)
            times.Add(previous);
        if (call.Digest.DaysBeforeMeetings is { } days)
            times.AddRange(call.Meetings.Select(meeting => meeting.Starts.AddDays(-days)));
        return times
            .Where(time => time <= now && time >= call.Opens && (issued is null || time > issued))
            .Select(time => (DateTimeOffset?)time)
            .Max();
    }
}
