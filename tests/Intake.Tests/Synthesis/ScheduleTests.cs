using Intake.Calls;
using Intake.Synthesis;

namespace Intake.Tests.Synthesis;

/// <summary>Schedules are data; missed runs are caught up once.</summary>
public sealed class ScheduleTests
{
    private static readonly Call Weekly = new()
    {
        Id = "weekly",
        Title = "Weekly",
        Opens = At("2026-01-05T00:00:00+01:00"),
        Closes = At("2026-12-31T00:00:00+01:00"),
        TimeZone = "Europe/Zurich",
        Digest = new DigestPlan { Schedule = "0 0 8 * * MON" },
    };

    [Theory]
    [InlineData(null, "2026-01-05T07:59:59+01:00", null)]
    [InlineData(null, "2026-01-05T08:00:00+01:00", "2026-01-05T08:00:00+01:00")]
    [InlineData("2026-01-05T08:00:02+01:00", "2026-01-11T23:59:00+01:00", null)]
    [InlineData("2026-01-05T08:00:02+01:00", "2026-01-12T08:00:30+01:00", "2026-01-12T08:00:00+01:00")]
    [InlineData("2026-01-05T08:00:02+01:00", "2026-02-20T12:00:00+01:00", "2026-02-16T08:00:00+01:00")]
    [InlineData("2026-02-18T12:00:00+01:00", "2026-02-20T12:00:00+01:00", null)]
    [InlineData("2026-03-23T08:00:02+01:00", "2026-03-30T08:00:00+02:00", "2026-03-30T08:00:00+02:00")]
    public void The_latest_time_without_a_digest_is_due(string? issued, string now, string? due) =>
        Assert.Equal(due is null ? null : At(due), DigestSchedule.Due(Weekly, issued is null ? null : At(issued), At(now)));

    [Fact]
    public void A_call_without_a_schedule_is_never_due() =>
        Assert.Null(DigestSchedule.Due(Weekly with { Digest = new DigestPlan() }, null, At("2026-06-01T00:00:00Z")));

    [Theory]
    [InlineData(null, "2026-03-02T13:59:00+01:00", null)]
    [InlineData(null, "2026-03-02T14:00:00+01:00", "2026-03-02T14:00:00+01:00")]
    [InlineData("2026-03-02T14:00:01+01:00", "2026-03-04T12:00:00+01:00", null)]
    [InlineData("2026-03-02T14:00:01+01:00", "2026-06-30T12:00:00+02:00", "2026-06-06T09:00:00+02:00")]
    public void A_digest_is_due_some_days_before_each_meeting(string? issued, string now, string? due)
    {
        var call = Weekly with
        {
            Digest = new DigestPlan { DaysBeforeMeetings = 3 },
            Meetings = [new("First", At("2026-03-05T14:00:00+01:00"), true), new("Second", At("2026-06-09T09:00:00+02:00"), false)],
        };
        Assert.Equal(due is null ? null : At(due), DigestSchedule.Due(call, issued is null ? null : At(issued), At(now)));
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
