using System.Globalization;

namespace Intake.Receive.Mail;

/// <summary>A date and time in a header field (RFC 5322, sections 3.3 and 4.3, obsolete zones and years included).</summary>
internal static class MailDate
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static readonly char[] Separators = [' ', ',', '\t', '-'];

    public static DateTimeOffset? Parse(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw) || raw.Length > 200)
        {
            return null;
        }

        var comment = raw.IndexOf('(', StringComparison.Ordinal);
        var text = comment < 0 ? raw : raw[..comment];

        // The sign of the zone is no separator; "01-Jan-2026" has two that are.
        var time = text.IndexOf(':', StringComparison.Ordinal);
        if (time < 2)
        {
            return Loosely(text);
        }

        var dateEnd = text.LastIndexOf(' ', time);
        var date = dateEnd < 0 ? [] : text[..dateEnd].Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var clock = text[(dateEnd + 1)..].Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        return date.Length >= 3 && clock.Length > 0 && Day(date[^3..]) is { } day && Time(clock[0]) is { } timeOfDay
            ? At(day, timeOfDay, Zone(clock.Length > 1 ? clock[1].Trim() : ""))
            : Loosely(text);
    }

    private static DateTimeOffset? At(DateOnly day, TimeOnly time, TimeSpan zone)
    {
        var local = day.ToDateTime(time);
        return local.Ticks - zone.Ticks is >= 0 and var utc && utc <= DateTimeOffset.MaxValue.UtcTicks ? new(local, zone) : null;
    }

    private static DateTimeOffset? Loosely(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var date) ? date : null;

    private static DateOnly? Day(string[] parts)
    {
        var month = parts[1].Length >= 3 ? Months.IndexOf(parts[1][..3], StringComparison.OrdinalIgnoreCase) : -1;
        if (month < 0 || month % 3 != 0 || !Number(parts[0], 2, out var day) || !Number(parts[2], 4, out var year))
        {
            return null;
        }

        // RFC 5322, 4.3: two digits below 50 are of this century, three digits count from 1900.
        year += parts[2].Length == 2 ? (year < 50 ? 2000 : 1900) : parts[2].Length == 3 ? 1900 : 0;
        month = (month / 3) + 1;
        return year >= 1 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
    }

    private static TimeOnly? Time(string text)
    {
        var parts = text.Split(':');
        var second = 0;
        return parts.Length is 2 or 3 && Number(parts[0], 2, out var hour) && Number(parts[1], 2, out var minute)
            && (parts.Length == 2 || Number(parts[2].Split('.')[0], 2, out second)) && hour < 24 && minute < 60 && second <= 60
            ? new(hour, minute, Math.Min(second, 59))
            : null;
    }

    private static TimeSpan Zone(string text)
    {
        var zone = text.Split(' ')[0];
        if (zone.Length == 5 && zone[0] is '+' or '-' && Number(zone[1..3], 2, out var hours) && Number(zone[3..], 2, out var minutes) && hours < 14 && minutes < 60)
        {
            return new TimeSpan(hours, minutes, 0) * (zone[0] == '-' ? -1 : 1);
        }

        // The military letters were defined wrongly once and mean nothing since; unknown zones count as UTC.
        return TimeSpan.FromHours(zone.ToUpperInvariant() switch { "EDT" => -4, "EST" or "CDT" => -5, "CST" or "MDT" => -6, "MST" or "PDT" => -7, "PST" => -8, _ => 0 });
    }

    private static bool Number(string text, int longest, out int number)
    {
        number = 0;
        return text.Length <= longest && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
