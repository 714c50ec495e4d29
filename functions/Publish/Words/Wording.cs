using System.Globalization;
using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>Numbers, dates and names as every format words them.</summary>
internal static class Wording
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static string Number(int value) => value.ToString("#,0", Invariant);

    public static string Contributions(int count) => count == 1 ? "1 contribution" : $"{Number(count)} contributions";

    /// <summary><c>3 of 12 contributions (civil society 2, government 1)</c>.</summary>
    public static string Of(int count, int of, IReadOnlyList<GroupCount> groups)
    {
        var text = $"{Number(count)} of {Contributions(of)}";
        return groups.Count == 0 ? text : $"{text} ({string.Join(", ", groups.Select(WithCount))})";
    }

    public static string Groups(IReadOnlyList<GroupCount> groups) =>
        groups.Count == 0 ? "none" : string.Join(", ", groups.Select(WithCount));

    /// <summary>As it stands in a sentence: <c>civil society</c>.</summary>
    public static string Group(string key) => key == GroupKey.NotStated ? "group not stated" : key.Replace('-', ' ');

    /// <summary>As it stands in a heading or at the head of a table's row.</summary>
    public static string Heading(string key) => Capital(Group(key));

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Country(string? code) =>
        code is null or GroupKey.NotStated ? "not stated" : Countries.Name(code);

    /// <summary><c>22 November 2026, 08:00</c> in the call's time zone.</summary>
    public static string Time(DateTimeOffset at, Digest digest) =>
        TimeZoneInfo.ConvertTime(at, ZoneOf(digest)).ToString("d MMMM yyyy, HH:mm", Invariant);

    /// <summary>For tables: <c>2026-11-22</c> in the call's time zone.</summary>
    public static string Day(DateTimeOffset at, Digest digest) =>
        TimeZoneInfo.ConvertTime(at, ZoneOf(digest)).ToString("yyyy-MM-dd", Invariant);

    /// <summary>When it was compiled, and whose times the digest tells.</summary>
    public static string Compiled(Digest digest) => $"{Time(digest.Generated, digest)} (all times: {ZoneOf(digest).Id})";

    /// <summary>For a <c>datetime</c> attribute.</summary>
    public static string Machine(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", Invariant);

    /// <summary>A day without a time zone: <c>22 November 2026</c>.</summary>
    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", Invariant);

    public static DateOnly LocalDay(DateTimeOffset at, Digest digest) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, ZoneOf(digest)).DateTime);

    public static string Standing(Digest digest) => digest switch
    {
        { Interim: false } => "final",
        _ when digest.Generated < digest.Call.Closes => "draft: the call is still open",
        _ => "draft: contributions are still being processed",
    };

    /// <summary>Of a whole, in whole per cent; <c>under 1%</c> where it rounds to nothing.</summary>
    public static string Percent(int part, int whole) => (part, whole) switch
    {
        (_, <= 0) => "–",
        _ when part > 0 && part * 200L < whole => "under 1%",
        _ => (((part * 200L) + whole) / (whole * 2L)).ToString(Invariant) + "%",
    };

    /// <summary><c>a, b and c</c>.</summary>
    public static string All(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";

    /// <summary>A UN M49 region or development status by its key: <c>latin-america-and-the-caribbean</c>.</summary>
    public static string Region(string key) => key == GroupKey.NotStated
        ? "not stated"
        : string.Join(' ', key.Split('-').Select((word, index) => index > 0 && word is "and" or "the" or "of" ? word : Capital(word)));

    /// <summary>A key as words: <c>least developed</c>.</summary>
    public static string Key(string key) => key.Replace('-', ' ');

    public static string Status(QuestionStatus status) => status switch
    {
        QuestionStatus.Answered => "answered",
        QuestionStatus.Partly => "partly answered",
        _ => "not answered",
    };

    /// <summary>Where a quote stands: <c>c17, document 1, passage 12 (in part)</c>.</summary>
    public static string Reference(Quote quote) =>
        $"{quote.Contribution}{(quote.Revision > 1 ? $", revision {quote.Revision.ToString(Invariant)}" : "")}, "
        + $"document {quote.Document.ToString(Invariant)}, passage {quote.Passage.ToString(Invariant)}{(quote.Excerpt ? " (in part)" : "")}";

    public static string Language(string tag) => Languages.Name(tag) ?? "language not known";

    /// <summary>After a contributor's name: <c>in Arabic</c>.</summary>
    public static string InLanguage(string tag) => Languages.Name(tag) is { } name ? $"in {name}" : "language not known";

    public static string Engine(IReadOnlyList<EngineUse> engines) => engines.Count == 0
        ? "none yet"
        : string.Join(", ", engines.Select(use => $"{use.Engine} ({Contributions(use.Contributions)})"));

    private static TimeZoneInfo ZoneOf(Digest digest) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(digest.Call.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    private static string WithCount(GroupCount count) => $"{Group(count.Group)} {Number(count.Contributions)}";
}
