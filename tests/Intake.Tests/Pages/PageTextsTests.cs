using System.Text.RegularExpressions;
using Intake.Calls;
using Intake.Pages;
using Intake.Receive;
using Intake.Tests.Repository;

namespace Intake.Tests.Pages;

/// <summary>The six languages have the same sentences, and every sentence that pages use is there.</summary>
public sealed partial class PageTextsTests
{
    /// <summary>Keys made of a word of the code.</summary>
    private static readonly IEnumerable<string> Made =
    [
        .. Words.All<StakeholderGroup>().Select(group => $"groups.{group}"),
        .. Words.All<Stage>().Select(stage => $"call.stage.{stage}"),
        .. Words.All<PublishAs>().SelectMany(choice => new[] { $"form.publish.{choice}.label", $"form.publish.{choice}.hint" }),
        .. Words.All<PublishAs>().Select(choice => $"correct.publish.{choice}"),
        "record.theme", "record.question", "record.group", "record.country", "record.language",
        .. Words.All<Status>().SelectMany(status => new[] { $"receipt.states.{status}.label", $"receipt.states.{status}.text" }),
    ];

    public static TheoryData<string> Languages => [.. PageLanguage.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_says_and_fills_in_what_English_does(string code)
    {
        var english = PageTexts.Of(PageLanguage.Default);
        var texts = PageTexts.Of(PageLanguage.Find(code)!);
        var keys = texts.Keys.Where(key => !IsCountry(key)).ToList();
        Assert.Equal(english.Keys.Where(key => !IsCountry(key)).Order(StringComparer.Ordinal), keys.Order(StringComparer.Ordinal));
        Assert.All(keys, key =>
        {
            Assert.False(string.IsNullOrWhiteSpace(texts[key]), key);
            Assert.Equal(Places(english[key]), Places(texts[key]));
        });
    }

    [Fact]
    public void Countries_have_a_name_in_every_language()
    {
        var codes = CountryNames.In(PageTexts.Of(PageLanguage.Default)).Select(country => country.Code).Order().ToList();
        Assert.InRange(codes.Count, 240, 260);
        Assert.All(PageLanguage.All, language => Assert.All(CountryNames.In(PageTexts.Of(language)), country =>
        {
            Assert.NotEqual(country.Code, country.Name);
            Assert.Contains(country.Code, codes);
        }));
    }

    [Fact]
    public void Every_sentence_that_pages_use_is_there_and_no_other_is()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "functions/Pages"), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Select(File.ReadAllText).ToList();
        var there = PageTexts.Of(PageLanguage.Default).Keys.ToHashSet();
        var names = there.Select(key => key.Split('.')[0]).ToHashSet();
        var used = sources.SelectMany(text => Key().Matches(text).Select(match => match.Groups[1].Value))
            .Where(key => names.Contains(key.Split('.')[0])).Concat(Made).ToHashSet();

        Assert.Equal([], used.Except(there).Where(key => key.Split('.')[0] != "problem" || key.Split('.').Length == 3).Order());

        // A problem's sentences are found by its type, not by their key.
        Assert.Equal([], there.Except(used).Where(key => !key.StartsWith("problem.", StringComparison.Ordinal)).Order());
    }

    private static bool IsCountry(string key) => key.StartsWith("countries.", StringComparison.Ordinal);

    private static IEnumerable<string> Places(string sentence) => Place().Matches(sentence).Select(match => match.Value).Order();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex("\"([a-z]+(?:\\.[A-Za-z]+)+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}
