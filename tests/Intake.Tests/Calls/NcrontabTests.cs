using System.Globalization;
using Intake.Calls;

namespace Intake.Tests.Calls;

public sealed class NcrontabTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("* * * * * *", "2026-03-01T10:00:00Z", "2026-03-01T10:00:01Z")]
    [InlineData("*/15 * * * * *", "2026-03-01T10:00:15.5Z", "2026-03-01T10:00:30Z")]
    [InlineData("0 */5 * * * *", "2026-03-01T10:00:00Z", "2026-03-01T10:05:00Z")]
    [InlineData("0 0 7 * * *", "2026-03-01T07:00:00Z", "2026-03-02T07:00:00Z")]
    [InlineData("0 0 7 * * MON-FRI", "2026-03-06T08:00:00Z", "2026-03-09T07:00:00Z")]
    [InlineData("0 30 9-17/4 * * *", "2026-03-06T09:30:00Z", "2026-03-06T13:30:00Z")]
    [InlineData("0 0 0 1,15 * *", "2026-03-02T00:00:00Z", "2026-03-15T00:00:00Z")]
    [InlineData("0 0 0 1 jan,JUL *", "2026-03-02T00:00:00Z", "2026-07-01T00:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2026-03-02T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 0 0 29 2 MON", "2026-03-02T00:00:00Z", "2044-02-29T00:00:00Z")]
    [InlineData("0 20/15 * * * *", "2026-03-02T10:21:00Z", "2026-03-02T10:35:00Z")]
    [InlineData("5,10-12 0 0 * * *", "2026-03-02T00:00:05Z", "2026-03-02T00:00:10Z")]
    [InlineData("59 59 23 31 12 *", "2026-01-01T00:00:00Z", "2026-12-31T23:59:59Z")]
    [InlineData("30 4 * * *", "2026-01-01T05:00:00Z", "2026-01-02T04:30:00Z")]
    public void Next_is_the_first_occurrence_after(string schedule, string after, string expected)
    {
        Assert.Equal(Instant(expected), Ncrontab.Parse(schedule).Next(Instant(after), TimeZoneInfo.Utc));
    }

    [Fact]
    public void A_day_must_match_both_day_fields()
    {
        var friday13 = Ncrontab.Parse("0 0 0 13 * FRI");

        Assert.Equal(Instant("2026-02-13T00:00:00Z"), friday13.Next(Instant("2026-01-01T00:00:00Z"), TimeZoneInfo.Utc));
        Assert.Equal(Instant("2026-03-13T00:00:00Z"), friday13.Next(Instant("2026-02-13T00:00:00Z"), TimeZoneInfo.Utc));
        Assert.Equal(Instant("2026-11-13T00:00:00Z"), friday13.Next(Instant("2026-03-13T00:00:00Z"), TimeZoneInfo.Utc));
    }

    // Berlin: 2026-03-29 02:00 becomes 03:00; 2026-10-25 03:00 becomes 02:00.
    [Theory]
    [InlineData("0 0 7 * * *", "2026-03-28T07:00:00+01:00", "2026-03-29T07:00:00+02:00")]
    [InlineData("0 30 2 * * *", "2026-03-28T12:00:00+01:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("0 30 2 * * *", "2026-03-29T01:59:59+01:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("0 30 2 * * *", "2026-03-29T03:00:00+02:00", "2026-03-30T02:30:00+02:00")]
    [InlineData("0 0,30 2 * * *", "2026-03-29T03:00:00+02:00", "2026-03-30T02:00:00+02:00")]
    [InlineData("0 30 * * * *", "2026-03-29T01:30:00+01:00", "2026-03-29T03:30:00+02:00")]
    [InlineData("0 */30 * * * *", "2026-03-29T01:30:00+01:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("0 30 2 * * *", "2026-10-25T00:00:00+02:00", "2026-10-25T02:30:00+02:00")]
    [InlineData("0 30 2 * * *", "2026-10-25T02:30:00+02:00", "2026-10-26T02:30:00+01:00")]
    [InlineData("0 30 * * * *", "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00")]
    [InlineData("0 30 * * * *", "2026-10-25T02:30:00+01:00", "2026-10-25T03:30:00+01:00")]
    [InlineData("0 0 3 * * *", "2026-10-25T02:30:00+01:00", "2026-10-25T03:00:00+01:00")]
    public void Next_follows_the_clocks_of_the_zone(string schedule, string after, string expected)
    {
        var next = Ncrontab.Parse(schedule).Next(Instant(after), Berlin);

        Assert.Equal(Instant(expected), next);
        Assert.Equal(Instant(expected).Offset, next!.Value.Offset);
    }

    [Theory]
    [InlineData("0 0 7 * * *", "2026-03-02T07:00:00Z", "2026-03-02T07:00:00Z")]
    [InlineData("0 0 7 * * *", "2026-03-02T06:59:59Z", "2026-03-01T07:00:00Z")]
    [InlineData("* * 0-22 * * *", "2026-03-02T23:59:59Z", "2026-03-02T22:59:59Z")]
    [InlineData("0 0 0 29 2 *", "2026-03-02T00:00:00Z", "2024-02-29T00:00:00Z")]
    [InlineData("*/15 * * * * *", "2026-03-01T10:00:15.5Z", "2026-03-01T10:00:15Z")]
    public void Previous_is_the_last_occurrence_at_or_before(string schedule, string at, string expected)
    {
        Assert.Equal(Instant(expected), Ncrontab.Parse(schedule).Previous(Instant(at), TimeZoneInfo.Utc));
    }

    [Fact]
    public void Previous_and_next_agree_through_a_year_of_changing_clocks()
    {
        var schedule = Ncrontab.Parse("0 15,45 1-4 * * *");
        var at = Instant("2026-01-01T00:00:00Z");
        while (at < Instant("2027-01-01T00:00:00Z"))
        {
            var next = schedule.Next(at, Berlin)!.Value;
            Assert.True(next > at);
            Assert.Equal(next, schedule.Previous(next, Berlin));
            Assert.Equal(next, schedule.Previous(next.AddSeconds(600), Berlin));
            at = next;
        }
    }

    [Fact]
    public void A_date_that_never_comes_has_no_occurrence()
    {
        var never = Ncrontab.Parse("0 0 0 30 2 *");

        Assert.Null(never.Next(Instant("2026-01-01T00:00:00Z"), TimeZoneInfo.Utc));
        Assert.Null(never.Previous(Instant("2026-01-01T00:00:00Z"), TimeZoneInfo.Utc));
    }

    [Theory]
    [InlineData("", "six fields")]
    [InlineData("* * * *", "six fields")]
    [InlineData("* * * * * * *", "six fields")]
    [InlineData("60 * * * * *", "second")]
    [InlineData("* * 24 * * *", "hour")]
    [InlineData("* * * 0 * *", "day of the month")]
    [InlineData("* * * * 13 *", "month")]
    [InlineData("* * * * * 7", "day of the week")]
    [InlineData("* * * * * FUN", "day of the week")]
    [InlineData("*/0 * * * * *", "second")]
    [InlineData("*/ * * * * *", "second")]
    [InlineData("-5 * * * * *", "second")]
    [InlineData("5-1 * * * * *", "second")]
    [InlineData("1,,2 * * * * *", "second")]
    [InlineData("+1 * * * * *", "second")]
    public void What_is_no_schedule_is_refused_with_the_field(string text, string named)
    {
        Assert.False(Ncrontab.TryParse(text, out _, out var error));
        Assert.Contains(named, error, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => Ncrontab.Parse(text));
    }

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
