using System.Globalization;

namespace Intake.FollowUps;

/// <summary>Members that the secretariat's entries have in common.</summary>
internal static class FollowUpReading
{
    private const int MaxBytes = 100_000;

    /// <summary>A line; null when it is missing.</summary>
    public static string? Line(this JsonReading parent, string name) =>
        parent.Member(name) is { } member && member.Text(MaxBytes) is { } text ? FieldValue.Line(member.Path, text, parent.Errors) : null;

    public static string RequiredLine(this JsonReading parent, string name) =>
        parent.Required(name, member => FieldValue.Line(member.Path, member.Text(MaxBytes) ?? "", parent.Errors));

    /// <summary>Several lines; null when it is missing.</summary>
    public static string? Prose(this JsonReading parent, string name) =>
        parent.Member(name) is { } member && member.Text(MaxBytes) is { } text
            && CorrectionDraft.Prose(member.Path, text, parent.Errors) is { Length: > 0 } prose ? prose : null;

    public static string RequiredProse(this JsonReading parent, string name) =>
        parent.Required(name, member => CorrectionDraft.Prose(member.Path, member.Text(MaxBytes) ?? "", parent.Errors));

    public static DateOnly Date(this JsonReading parent, string name)
    {
        var text = parent.RequiredLine(name);
        if (text.Length > 0 && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            parent.Errors.Add(new InputError($"{parent.Path}.{name}", "must be a date such as 2027-01-31"));
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : default;
    }

    public static int Digest(this JsonReading parent)
    {
        if (parent.Member("digest") is { } member)
            return (int)(member.Whole(1, int.MaxValue) ?? 0);
        parent.Errors.Add(new InputError($"{parent.Path}.digest", "is missing"));
        return 0;
    }

    private static string Required(this JsonReading parent, string name, Func<JsonReading, string?> read)
    {
        var before = parent.Errors.Count;
        if (parent.Member(name) is not { } member)
        {
            parent.Errors.Add(new InputError($"{parent.Path}.{name}", "is missing"));
            return "";
        }

        var text = read(member);
        if (string.IsNullOrEmpty(text) && parent.Errors.Count == before)
            member.Error("must not be empty");
        return text ?? "";
    }
}
