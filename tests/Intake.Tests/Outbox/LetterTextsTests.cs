using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Intake.Extract;
using Intake.Outbox;
using Intake.Tests.Repository;

namespace Intake.Tests.Outbox;

/// <summary>The six languages say the same things, in their own form.</summary>
public sealed partial class LetterTextsTests
{
    public static TheoryData<string> Languages => [.. LetterTexts.Languages];

    [Fact]
    public void There_are_the_six_languages_of_the_United_Nations_and_all_else_is_English()
    {
        Assert.Equal(["ar", "en", "es", "fr", "ru", "zh"], LetterTexts.Languages.Order());
        Assert.Equal("fr", LetterTexts.Of("fr-CA").Language);
        Assert.Equal("zh", LetterTexts.Of("ZH-Hant").Language);
        Assert.All(["pt", "und", "", null], tag => Assert.Equal("en", LetterTexts.Of(tag).Language));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_fills_in_what_English_does(string language)
    {
        Assert.Equal(Placeholders("en"), Placeholders(language));
        Assert.Equal(12, LetterTexts.Of(language).Months.Distinct().Count());
        Assert.Equal(3, LetterTexts.Of(language).Units.Count);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_kind_of_document_has_a_name(string language)
    {
        var kinds = typeof(DocumentKind).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => !field.Name.EndsWith("ContentType", StringComparison.Ordinal)).Select(field => (string)field.GetValue(null)!);
        Assert.All(kinds, kind => Assert.NotEmpty(LetterTexts.Of(language).Kinds[kind]));
    }

    [Theory]
    [InlineData("en", "5 January 2026, 18:30 (Europe/Zurich)", "1.2 MB", "12,345")]
    [InlineData("fr", "5 janvier 2026 à 18:30 (Europe/Zurich)", "1,2 Mo", "12\u202f345")]
    [InlineData("es", "5 de enero de 2026, 18:30 (Europe/Zurich)", "1,2 MB", "12\u00a0345")]
    [InlineData("ru", "5 января 2026 г., 18:30 (Europe/Zurich)", "1,2 МБ", "12\u00a0345")]
    [InlineData("ar", "5 كانون الثاني/يناير 2026، الساعة 18:30 (Europe/Zurich)", "1.2 ميغابايت", "12,345")]
    [InlineData("zh", "2026年1月5日 18:30（Europe/Zurich）", "1.2 MB", "12,345")]
    public void Dates_are_in_the_calls_time_zone_and_numbers_in_the_languages_form(string language, string time, string size, string number)
    {
        var texts = LetterTexts.Of(language);
        Assert.Equal(time, texts.At(DateTimeOffset.Parse("2026-01-05T17:30:00Z", CultureInfo.InvariantCulture), "Europe/Zurich"));
        Assert.Equal(size, texts.Size(1_234_567));
        Assert.Equal(number, texts.Number(12_345));
        Assert.StartsWith("999 ", texts.Size(999), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("This document is protected with a password and could not be read; it is kept as received.", "protégé")]
    [InlineData("No text could be read in this document; it is kept as received.", "Aucun texte")]
    [InlineData("This PDF holds no text that could be read; it may be a scan. It is kept as received.", "Aucun texte")]
    [InlineData("Reading this PDF took too long; it is kept as received.", "trop complexe")]
    [InlineData("Reading this PDF took too long; only its beginning was read.", "seul le début")]
    [InlineData("This document is damaged; only the part before the damage was read.", "qui précède le dommage")]
    [InlineData("The document is very long; only the first 2,000,000 characters were read.", "très long")]
    [InlineData("This document is larger than 30 MB and could not be read; it is kept as received.", "trop volumineux")]
    [InlineData("This spreadsheet could not be read; it is kept as received.", "Ce type de fichier")]
    [InlineData("This is a program, which is not read; it is kept as received.", "Ce type de fichier")]
    [InlineData("Not everything in it could be read: a.docx: it is protected with a password and could not be read.", "(en anglais) Not everything")]
    [InlineData("PDF cannot be read here: install poppler-utils", "pour le moment")]
    [InlineData("Something that nobody thought of.", "(en anglais) Something that nobody thought of.")]
    public void Why_a_document_could_not_be_read_is_said_in_the_language(string sentence, string said)
    {
        Assert.Contains(said, DocumentProblem.Said(sentence, LetterTexts.Of("fr")), StringComparison.Ordinal);
        Assert.Equal(sentence, DocumentProblem.Said(sentence, LetterTexts.Of("en")));
    }

    /// <summary>Path of each sentence, with what is filled into it.</summary>
    private static IEnumerable<string> Placeholders(string language)
    {
        using var json = JsonDocument.Parse(RepositoryFiles.Read($"functions/Outbox/LetterTexts/{language}.json"));
        return Of(json.RootElement, "").Order(StringComparer.Ordinal).ToList();

        static IEnumerable<string> Of(JsonElement at, string path) => at.ValueKind switch
        {
            JsonValueKind.Object => at.EnumerateObject().SelectMany(one => Of(one.Value, $"{path}.{one.Name}")),
            JsonValueKind.String => [$"{path}: {string.Join(' ', Placeholder().Matches(at.GetString()!).Select(match => match.Value).Order(StringComparer.Ordinal))}"],
            _ => [path],
        };
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
