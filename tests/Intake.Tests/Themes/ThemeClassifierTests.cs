using Intake.Calls;
using Intake.Extract;
using Intake.KeyPhrases;
using Intake.Tests.KeyPhrases;
using Intake.Themes;

namespace Intake.Tests.Themes;

public sealed class ThemeClassifierTests
{
    private static readonly Call Call = new()
    {
        Id = "forum",
        Title = "Improving the forum",
        Opens = DateTimeOffset.UnixEpoch,
        Closes = DateTimeOffset.UnixEpoch,
        Themes =
        [
            new() { Id = "money", Title = "Financing", Description = "Funding of the secretariat and of travel", Keywords = ["voluntary contributions", "trust fund", "资金"] },
            new() { Id = "people", Title = "Participation of developing countries", Description = "Who takes part, and how", Keywords = ["remote participation", "capacity building"] },
            new() { Id = "results", Title = "Outcomes", Description = "Messages and recommendations of the meeting" },
        ],
        Questions =
        [
            new() { Number = 1, Text = "How should the forum be funded?", Themes = ["money"] },
            new() { Number = 2, Text = "Who is missing?", Themes = ["people"] },
            new() { Number = 3, Text = "What should the forum deliver?", Themes = ["results", "people"] },
            new() { Number = 4, Text = "Anything else?" },
        ],
    };

    [Fact]
    public void Shared_words_make_a_theme_and_are_named()
    {
        var passage = Assert.Single(Classify(Texts.Passage("The trust fund lives on voluntary contributions.")).Passages);

        var theme = Assert.Single(passage.Themes);
        Assert.Equal("money", theme.Theme);
        Assert.Contains("voluntary contributions", theme.Why);
        Assert.InRange(theme.Score, ThemeClassifier.Threshold, 1);
        Assert.Empty(passage.Questions);
    }

    [Fact]
    public void Other_forms_of_a_word_count_and_several_themes_are_possible()
    {
        var passage = Assert.Single(Classify(Texts.Passage("Finance those who participate remotely from a developing country.")).Passages);

        Assert.Equal(["money", "people"], passage.Themes.Select(theme => theme.Theme).Order());
    }

    [Fact]
    public void No_theme_is_an_answer() =>
        Assert.Empty(Assert.Single(Classify(Texts.Passage("Thank you for the invitation, and kind regards.")).Passages).Themes);

    [Fact]
    public void A_reference_wins_over_shared_words()
    {
        var passage = Assert.Single(Classify(Texts.Passage("On question 3 we have no view, except that the trust fund matters.")).Passages);

        Assert.Equal([3], passage.Questions);
        Assert.Equal(["people", "results"], passage.Themes.Take(2).Select(theme => theme.Theme).Order());
        Assert.All(passage.Themes.Take(2), theme => Assert.Contains("question 3", theme.Why));
    }

    [Fact]
    public void A_passage_inherits_the_references_of_its_section()
    {
        var result = Classify(
            Texts.Passage("a. Money (Questions 1 and 4);", 1),
            Texts.Passage("We agree.", 2, 100),
            Texts.Passage("Q2: nobody is missing.", 3, 200),
            Texts.Passage("Really nobody.", 4, 300),
            Texts.Passage("Conclusion", 5, 400, kind: PassageKind.Heading),
            Texts.Passage("Thank you.", 6, 500),
            Texts.Passage("Annex to another file.", 7, document: 2));

        Assert.Equal(["1,4", "1,4", "2", "2", "", "", ""], result.Passages.Select(passage => string.Join(',', passage.Questions)));
        Assert.Equal("money", Assert.Single(result.Passages[1].Themes).Theme);
        Assert.Equal(["Questions 1 and 4"], result.Passages[1].Themes[0].Why);
        Assert.Equal([1, 2, 4], result.Questions);
    }

    [Fact]
    public void A_section_ends_with_its_document()
    {
        var result = Classify(Texts.Passage("Question 2:", 1), Texts.Passage("We agree.", 2, 100), Texts.Passage("Thank you.", 3, document: 2));

        Assert.Equal(["2", "2", ""], result.Passages.Select(passage => string.Join(',', passage.Questions)));
    }

    [Fact]
    public void An_answer_in_the_form_takes_its_question()
    {
        var result = Classify(Texts.Passage("Nothing to add.", 1, answerTo: 1), Texts.Passage("Islands.", 2, 100, answerTo: 2));

        Assert.Equal([1], result.Passages[0].Questions);
        Assert.Equal("money", Assert.Single(result.Passages[0].Themes).Theme);
        Assert.Equal("people", Assert.Single(result.Passages[1].Themes).Theme);
    }

    [Fact]
    public void A_heading_lends_its_words_to_what_stands_under_it()
    {
        var result = Classify(
            Texts.Passage("Outcomes and recommendations", 1, kind: PassageKind.Heading), Texts.Passage("They should be short and public.", 2, 100));

        Assert.Equal("results", Assert.Single(result.Passages[1].Themes).Theme);
    }

    [Theory]
    [InlineData("es", "La financiación del foro es insuficiente.", "money")]
    [InlineData("fr", "La participation à distance est essentielle.", "people")]
    [InlineData("zh", "论坛的资金不足。", "money")]
    public void Other_languages_profit_from_keywords_and_cognates(string language, string text, string theme) =>
        Assert.Equal(theme, Assert.Single(Classify(Texts.Passage(text, language: language)).Passages).Themes[0].Theme);

    [Fact]
    public void A_contribution_has_the_themes_of_its_text_by_share()
    {
        var result = Classify(
            Texts.Passage("The trust fund needs voluntary contributions, and voluntary contributions need a trust fund.", 1),
            Texts.Passage("The outcomes matter.", 2, 200));

        Assert.Equal(["money", "results"], result.Themes.Select(theme => theme.Theme));
        Assert.True(result.Themes[0].Score > result.Themes[1].Score);
        Assert.Equal("v7", result.CallVersion);
        Assert.Equal(ThemeClassifier.Name, result.Engine);
    }

    [Fact]
    public void A_new_version_of_the_call_counts_at_once()
    {
        var classifier = new ThemeClassifier();
        var passages = new[] { Texts.Passage("The secretariat is small.") };
        var before = classifier.Classify(Call, "1", passages, NoPhrases);
        var after = classifier.Classify(Call with { Themes = [new() { Id = "office", Title = "Secretariat" }], Questions = [] }, "2", passages, NoPhrases);

        Assert.DoesNotContain(before.Themes, theme => theme.Theme == "office");
        Assert.Equal("office", Assert.Single(after.Themes).Theme);
    }

    [Fact]
    public void A_call_without_themes_or_questions_has_none()
    {
        var result = new ThemeClassifier().Classify(Call with { Themes = [], Questions = [] }, "1", [Texts.Passage("Question 1: trust fund")], NoPhrases);

        Assert.Empty(result.Themes);
        Assert.Empty(Assert.Single(result.Passages).Questions);
    }

    private static PhraseSet NoPhrases => new("none", [], []);

    private static Classification Classify(params PassageText[] passages) => new ThemeClassifier().Classify(Call, "v7", passages, NoPhrases);
}
