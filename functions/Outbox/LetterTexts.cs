using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Intake.Outbox;

/// <summary>
/// Every sentence of our letters in one language, from <c>LetterTexts/</c>: the six of the United Nations. Words in braces
/// are filled in; counts stand after a label, so that no language's plurals matter.
/// </summary>
public sealed record LetterTexts
{
    private const string Fallback = "en";

    private static readonly FrozenDictionary<string, LetterTexts> All =
        new[] { Fallback, "fr", "es", "ru", "ar", "zh" }.ToFrozenDictionary(language => language, Load);

    public static IEnumerable<string> Languages => All.Keys;

    /// <summary>ISO 639-1.</summary>
    public string Language { get; init; } = Fallback;

    public required bool IsRightToLeft { get; init; }

    public required string DecimalSeparator { get; init; }

    public required string GroupSeparator { get; init; }

    /// <summary>Bytes, thousands and millions of bytes.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    public required string Time { get; init; }

    /// <summary>In the form that stands in a date.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    public required string SeveralSubject { get; init; }

    public required ReceiptTexts Receipt { get; init; }

    public required RefusedTexts Refused { get; init; }

    public required UnplacedTexts Unplaced { get; init; }

    /// <summary>Names of the kinds of document.</summary>
    public required IReadOnlyDictionary<string, string> Kinds { get; init; }

    /// <summary>Why a document could not be read, by <see cref="DocumentProblem"/>.</summary>
    public required IReadOnlyDictionary<string, string> Problems { get; init; }

    /// <summary>The texts for a BCP 47 tag: its own language's, else English.</summary>
    public static LetterTexts Of(string? tag) =>
        All.GetValueOrDefault(tag?.Split('-')[0].ToLowerInvariant() ?? Fallback) ?? All[Fallback];

    /// <summary>A whole number with its digits in groups.</summary>
    public string Number(long number) => number.ToString("N0", Format);

    /// <summary>A number of bytes as people say it.</summary>
    public string Size(long bytes) => bytes switch
    {
        < 1_000 => $"{Number(bytes)} {Units[0]}",
        < 1_000_000 => $"{(bytes / 1_000m).ToString("N1", Format)} {Units[1]}",
        _ => $"{(bytes / 1_000_000m).ToString("N1", Format)} {Units[2]}",
    };

    /// <summary>A moment in a time zone, which it names.</summary>
    /// <param name="zone">IANA name.</param>
    public string At(DateTimeOffset moment, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return Time.Replace("{day}", local.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{month}", Months[local.Month - 1], StringComparison.Ordinal)
            .Replace("{year}", local.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{clock}", local.ToString("HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{zone}", zone, StringComparison.Ordinal);
    }

    private NumberFormatInfo Format => new()
    {
        NumberDecimalSeparator = DecimalSeparator,
        NumberGroupSeparator = GroupSeparator,
    };

    private static LetterTexts Load(string language)
    {
        using var file = typeof(LetterTexts).Assembly.GetManifestResourceStream($"Intake.Outbox.{language}.json")!;
        return JsonSerializer.Deserialize<LetterTexts>(file, Json.Options)! with { Language = language };
    }
}

public sealed record ReceiptTexts(
    string Subject, string First, string Revision, string Reference, string Received, string Late, string Documents,
    string Document, string Kind, string Counts, string Unread, string Problem, string Mail, string Link, string Private,
    string NotYou);

public sealed record RefusedTexts(
    string Subject, string CallSubject, string Closed, string NotOpenYet, string Empty, string TooLarge, string TooManyFiles,
    string Other, string Kept);

public sealed record UnplacedTexts(
    string Subject, string Thanks, string Kept, string Call, string How, string None);
