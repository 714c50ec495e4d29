using Intake.Calls;
using Intake.Extract;
using Intake.Tests.KeyPhrases;
using Intake.Themes;

namespace Intake.Tests.Themes;

public sealed class SectionsTests
{
    private static readonly Question[] Questions =
    [
        new() { Number = 1, Text = "How should the work of the forum be financed in the years to come?" },
        new() { Number = 2, Text = "Which groups are missing from the forum, and what keeps them away?" },
        new() { Number = 3, Text = "论坛的工作今后应如何筹资？" },
        new() { Number = 4, Text = "Quels sont les principaux obstacles à la participation des pays en développement ?" },
    ];

    [Theory]
    [InlineData("How should the work of the forum be financed in the years to come?", "1")]
    [InlineData("HOW SHOULD THE WORK OF THE FORUM BE FINANCED", "1")]
    [InlineData("2. Which groups are missing", "2")]
    [InlineData("2) Missing groups: which groups are missing from the forum and what keeps them away", "2")]
    [InlineData("论坛的工作今后应如何筹资", "3")]
    [InlineData("Principaux obstacles à la participation des pays en développement", "4")]
    [InlineData("1. The work of the secretariat", "")]
    [InlineData("Introduction", "")]
    [InlineData("How should the forum end?", "")]
    public void A_heading_that_repeats_a_question_is_its_heading(string heading, string expected)
    {
        var sections = new Sections(new QuestionTexts(Questions));

        sections.Next(Texts.Passage(heading, kind: PassageKind.Heading));
        sections.Next(Texts.Passage("We have a view.", 2, 500));

        Assert.Equal(expected, Inherited(sections));
    }

    [Fact]
    public void A_passage_that_begins_with_the_question_answers_it_and_so_does_what_follows()
    {
        var sections = new Sections(new QuestionTexts(Questions));

        var own = sections.Next(Texts.Passage("Which groups are missing from the forum, and what keeps them away? Small states, mostly."));
        sections.Next(Texts.Passage("Visas keep them away.", 2, 500));

        Assert.Equal([2], own.SelectMany(reference => reference.Numbers));
        Assert.Equal("2", Inherited(sections));
    }

    [Fact]
    public void The_computed_number_of_a_heading_helps()
    {
        var sections = new Sections(new QuestionTexts(Questions));
        var heading = Texts.Passage("Groups missing from the forum", kind: PassageKind.Heading);

        sections.Next(heading with { Passage = heading.Passage with { Marker = "2." } });
        Assert.Equal("2", Inherited(sections));

        sections.Next(heading with { Passage = heading.Passage with { Marker = "7." } });
        Assert.Equal("", Inherited(sections));
    }

    [Fact]
    public void What_is_numbered_below_a_heading_stays_under_it()
    {
        var sections = new Sections(new QuestionTexts(Questions));

        sections.Next(Texts.Passage("2. Question 2", kind: PassageKind.Heading));
        sections.Next(Texts.Passage("2.1 Background", 2, 100, kind: PassageKind.Heading));
        Assert.Equal("2", Inherited(sections));

        sections.Next(Texts.Passage("3. Background", 3, 200, kind: PassageKind.Heading));
        Assert.Equal("", Inherited(sections));
    }

    [Fact]
    public void A_long_text_without_an_end_is_read_in_linear_time() =>
        new Sections(new QuestionTexts(Questions)).Next(Texts.Passage(string.Concat(Enumerable.Repeat("how should the work? ", 100_000))));

    private static string Inherited(Sections sections) =>
        string.Join(',', sections.Inherited.SelectMany(reference => reference.Numbers));
}
