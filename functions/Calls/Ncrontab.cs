using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Intake.Calls;

/// <summary>
/// A schedule in NCRONTAB: second, minute, hour, day of the month, month, day of the week (0 or SUN to 6 or SAT); the
/// second may be left out and is then 0. A field is <c>*</c>, a value, a range, either with a step (<c>*/5</c>,
/// <c>10-20/2</c>), or a list of these. A day must match both day fields, as with Azure's timers.
/// </summary>
public sealed class Ncrontab
{
    private const int MaxLength = 256;

    // 29 February on a given weekday comes back within 40 years, over a skipped leap year as well.
    private const int MaxYears = 40;

    private static readonly Field[] Fields =
    [
        new("second", 0, 59, []),
        new("minute", 0, 59, []),
        new("hour", 0, 23, []),
        new("day of the month", 1, 31, []),
        new("month", 1, 12,
            ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]),
        new("day of the week", 0, 6, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]),
    ];

    private readonly string _text;
    private readonly ulong[] _masks;

    // A schedule at fixed hours runs once a day whatever the clocks do; one that repeats through the hours follows them.
    private readonly bool _fixedHours;

    private Ncrontab(string text, ulong[] masks, bool fixedHours)
    {
        _text = text;
        _masks = masks;
        _fixedHours = fixedHours;
    }

    /// <exception cref="FormatException">The text is no schedule; the message says why.</exception>
    public static Ncrontab Parse(string text) =>
        TryParse(text, out var schedule, out var error) ? schedule : throw new FormatException(error);

    public static bool TryParse(
        string? text, [NotNullWhen(true)] out Ncrontab? schedule, [NotNullWhen(false)] out string? error)
    {
        schedule = null;
        var parts = text is { Length: <= MaxLength }
            ? text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            : [];
        if (parts.Length == Fields.Length - 1)
        {
            parts = ["0", .. parts];
        }

        if (parts.Length != Fields.Length)
        {
            error = "A schedule has six fields: second, minute, hour, day of the month, month, day of the week.";
            return false;
        }

        var masks = new ulong[Fields.Length];
        for (var i = 0; i < Fields.Length; i++)
        {
            if (!Fields[i].TryParse(parts[i], out masks[i], out error))
            {
                return false;
            }
        }

        error = null;
        schedule = new Ncrontab(text!.Trim(), masks, fixedHours: parts[2].AsSpan().IndexOfAny('*', '-', '/') < 0);
        return true;
    }

    /// <summary>
    /// The first occurrence after an instant, by the clocks of a zone; null when there is none in 40 years (30 February).
    /// What falls in the hour that is skipped in spring happens when that hour has passed, unless the schedule repeats
    /// through the hours; what falls in the hour that comes twice in autumn happens once, unless it repeats.
    /// </summary>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(after);
        var cursor = after.ToOffset(offset).DateTime;
        cursor = new DateTime(cursor.Ticks - (cursor.Ticks % TimeSpan.TicksPerSecond)).AddSeconds(1);
        var lastYear = Math.Min(cursor.Year + MaxYears, DateTime.MaxValue.Year - 1);
        while (NextLocal(cursor, lastYear) is { } local)
        {
            var occurrence = new DateTimeOffset(local, offset);
            var offsetThen = zone.GetUtcOffset(occurrence);
            if (offsetThen == offset)
            {
                if (_fixedHours && IsSecondPass(local, offset, zone))
                {
                    cursor = local.AddSeconds(1);
                    continue;
                }

                return occurrence;
            }

            // The clocks change before the occurrence: go on from there, in the new offset.
            var change = Change(new DateTimeOffset(cursor.AddSeconds(-1), offset), occurrence, zone);
            offset = zone.GetUtcOffset(change);
            cursor = change.ToOffset(offset).DateTime;
            if (_fixedHours && local < cursor)
            {
                return change.ToOffset(offset);
            }
        }

        return null;
    }

    /// <summary>The last occurrence at or before an instant; null when there was none in 40 years.</summary>
    public DateTimeOffset? Previous(DateTimeOffset atOrBefore, TimeZoneInfo zone)
    {
        // Next is monotone, so the last start from which it stays within the limit is found by halving.
        long window = 1;
        while (!(Next(atOrBefore.AddSeconds(-window), zone) <= atOrBefore))
        {
            window *= 2;
            if (window > MaxYears * 366L * 86400)
            {
                return null;
            }
        }

        long within = window, beyond = 0;
        while (within - beyond > 1)
        {
            var middle = beyond + ((within - beyond) / 2);
            if (Next(atOrBefore.AddSeconds(-middle), zone) <= atOrBefore)
            {
                within = middle;
            }
            else
            {
                beyond = middle;
            }
        }

        return Next(atOrBefore.AddSeconds(-within), zone);
    }

    public override string ToString() => _text;

    private static bool IsSecondPass(DateTime local, TimeSpan offset, TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(local) && offset == zone.GetAmbiguousTimeOffsets(local).Min();

    /// <summary>The second in which the offset first differs from that before it.</summary>
    private static DateTimeOffset Change(DateTimeOffset before, DateTimeOffset after, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(before);
        while (after - before > TimeSpan.FromSeconds(1))
        {
            var middle = before.AddSeconds((long)((after - before).TotalSeconds / 2));
            if (zone.GetUtcOffset(middle) == offset)
            {
                before = middle;
            }
            else
            {
                after = middle;
            }
        }

        return after;
    }

    private DateTime? NextLocal(DateTime from, int lastYear)
    {
        var time = from;
        while (time.Year <= lastYear)
        {
            if (!Has(4, time.Month))
            {
                time = new DateTime(time.Year, time.Month, 1).AddMonths(1);
            }
            else if (!Has(3, time.Day) || !Has(5, (int)time.DayOfWeek))
            {
                time = time.Date.AddDays(1);
            }
            else if (!Has(2, time.Hour))
            {
                time = time.Date.AddHours(time.Hour + 1);
            }
            else if (!Has(1, time.Minute))
            {
                time = time.Date.AddHours(time.Hour).AddMinutes(time.Minute + 1);
            }
            else if (!Has(0, time.Second))
            {
                time = time.AddSeconds(1);
            }
            else
            {
                return time;
            }
        }

        return null;
    }

    private bool Has(int field, int value) => (_masks[field] & (1UL << value)) != 0;

    /// <summary>One field: its range, and the names its values may have.</summary>
    private sealed record Field(string Name, int Min, int Max, string[] Names)
    {
        public bool TryParse(string text, out ulong mask, [NotNullWhen(false)] out string? error)
        {
            mask = 0;
            foreach (var part in text.Split(','))
            {
                if (!TryParsePart(part, out var low, out var high, out var step))
                {
                    error = $"'{part}' is no {Name}: {Min} to {Max}, a range, a step such as */5, or a list of these.";
                    return false;
                }

                for (var value = low; value <= high; value += step)
                {
                    mask |= 1UL << value;
                }
            }

            error = null;
            return true;
        }

        private bool TryParsePart(string part, out int low, out int high, out int step)
        {
            (low, high, step) = (Min, Max, 1);
            var slash = part.IndexOf('/');
            var range = slash < 0 ? part : part[..slash];
            if (slash >= 0 && (!TryNumber(part[(slash + 1)..], out step) || step < 1 || step > Max))
            {
                return false;
            }

            if (range == "*")
            {
                return true;
            }

            var dash = range.IndexOf('-');
            if (!TryValue(dash < 0 ? range : range[..dash], out low))
            {
                return false;
            }

            // A single value with a step runs to the end of the field.
            high = dash < 0 && slash < 0 ? low : Max;
            return dash < 0 || (TryValue(range[(dash + 1)..], out high) && low <= high);
        }

        private bool TryValue(string text, out int value)
        {
            var name = Array.FindIndex(Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
            value = name + Min;
            return name >= 0 || (TryNumber(text, out value) && value >= Min && value <= Max);
        }

        private static bool TryNumber(string text, out int value) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
