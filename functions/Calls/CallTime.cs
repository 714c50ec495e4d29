using System.Globalization;

namespace Intake.Calls;

/// <summary>Reads the times in a call's JSON.</summary>
internal static class CallTime
{
    /// <summary>A time with its offset, or, without one, in the call's own time zone.</summary>
    public static DateTimeOffset Required(JsonReading parent, string name, TimeZoneInfo zone)
    {
        if (parent.Member(name) is { } member)
            return Read(member, zone) ?? default;
        parent.Errors.Add(new InputError($"{parent.Path}.{name}", "is missing"));
        return default;
    }

    private static DateTimeOffset? Read(JsonReading member, TimeZoneInfo zone)
    {
        if (member.Text(40) is not { } text)
            return null;
        var time = Parse(text, zone, out var problem);
        if (problem is not null)
            member.Error(problem);
        return time;
    }

    /// <param name="text">ISO 8601.</param>
    /// <param name="zone">Of times without an offset.</param>
    /// <param name="problem">What is wrong with it, to be read after its name; else null.</param>
    public static DateTimeOffset? Parse(string text, TimeZoneInfo zone, out string? problem)
    {
        problem = null;
        string[] local = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];
        if (DateTime.TryParseExact(text, local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
        {
            var offset = zone.GetUtcOffset(wall);
            if (zone.IsInvalidTime(wall))
                problem = $"does not exist in {zone.Id}: the clocks are put forward then";
            else if (wall - DateTime.MinValue < offset || DateTime.MaxValue - wall < -offset)
                problem = "is before the year 1 or after the year 9999 in UTC";
            else
                return new DateTimeOffset(wall, offset);
            return null;
        }

        string[] absolute = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];
        if (DateTimeOffset.TryParseExact(text, absolute, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time;
        problem = "must be a date and time such as 2027-01-31T18:00:00Z, or without Z in the call's time zone";
        return null;
    }
}
