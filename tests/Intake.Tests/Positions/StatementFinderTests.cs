using Intake.Duplicates;
using Intake.Extract;
using Intake.KeyPhrases;
using Intake.Positions;
using Intake.Themes;

namespace Intake.Tests.Positions;

public sealed class StatementFinderTests
{
    private static readonly Classification None = new("test", "1", [], [], []);

    [Fact]
    public void A_statement_is_where_it_stands_in_the_document_and_has_the_topics_of_its_passage()
    {
        const string Text = "Dear colleagues,\n\nThe forum met in May. Donors should pay for the travel of delegates from small islands.";
        var start = Text.IndexOf("The", StringComparison.Ordinal);
        var passage = new PassageText(Passage(4) with { Start = start, End = Text.Length, AnswerTo = 2 }, Text[start..]);
        var themes = new PassageThemes(4, [new("financing", 0.8, ["donors"])], [2]);

        var found = Assert.Single(StatementFinder.Find([passage], None with { Passages = [themes] }).Statements);

        Assert.Equal("Donors should pay for the travel of delegates from small islands.", found.In(Text));
        Assert.Equal((4, true, StanceStrength.Plain, false), (found.Passage, found.Supports, found.Strength, found.Process));
        Assert.Equal([("financing", 0.8), ("Q2", 1.0)], found.Topics.Select(topic => (topic.Topic, topic.Score)));
        Assert.Equal(96, found.Meaning.Length);
    }

    [Theory]
    [InlineData(PassageFlags.Quoted)]
    [InlineData(PassageFlags.Folded)]
    [InlineData(PassageFlags.Repeated)]
    [InlineData(PassageFlags.Placeholder)]
    public void What_its_contributor_does_not_say_here_is_no_statement(PassageFlags flags) =>
        Assert.Empty(Find(new PassageText(Passage(1) with { Flags = flags }, "Donors should pay for the travel of delegates.")));

    [Fact]
    public void A_heading_and_a_sentence_that_says_nothing_by_itself_are_none()
    {
        Assert.Empty(Find(new PassageText(Passage(1) with { Kind = PassageKind.Heading }, "Why donors should pay for travel")));
        Assert.Empty(Find(new PassageText(Passage(1), "We strongly support this.")));
        Assert.Empty(Find(new PassageText(Passage(1), "We recommend that governments and donors:")));
    }

    [Fact]
    public void Items_below_a_recommendation_recommend()
    {
        var found = Find(
            new PassageText(Passage(1), "Governments should not:"),
            new PassageText(Passage(2) with { Kind = PassageKind.ListItem }, "shut down networks during elections;"),
            new PassageText(Passage(3) with { Kind = PassageKind.ListItem }, "tax visits of foreign pages."),
            new PassageText(Passage(4), "Networks were shut down in the spring."));

        Assert.Equal([(2, false, "governments"), (3, false, "governments")], found.Select(one => (one.Passage, one.Supports, one.Addressee)));
    }

    [Fact]
    public void Of_a_long_contribution_the_strongest_are_kept_and_every_passage_is_heard()
    {
        var passages = Enumerable.Range(1, 30).Select(number => new PassageText(Passage(number), string.Join(' ',
            Enumerable.Range(1, 10).Select(n => $"Donors {(n == 10 ? "must" : "could")} pay for the travel of delegation {number} by ship {n:D2}.")))).ToArray();

        var found = Find(passages);

        Assert.Equal(StatementFinder.MostStatements, found.Count);
        Assert.Equal(30, found.Select(one => one.Passage).Distinct().Count());
        Assert.Equal(30, found.Count(one => one.Strength == StanceStrength.Strong));
        Assert.Equal(found.OrderBy(one => one.Passage).ThenBy(one => one.Start), found);
    }

    [Theory]
    [InlineData("en", "The deadline for contributions should be extended by a month.", true)]
    [InlineData("en", "All contributions should be translated into the six languages.", true)]
    [InlineData("en", "Meetings of the working group must be open to observers.", true)]
    [InlineData("en", "Donors should pay for the travel of delegates.", false)]
    [InlineData("fr", "Le délai de réponse devrait être prolongé d'un mois.", true)]
    [InlineData("fr", "Les donateurs devraient payer le voyage des délégués.", false)]
    [InlineData("es", "La fecha límite debería ampliarse un mes.", true)]
    [InlineData("ru", "Следует продлить срок подачи материалов на один месяц.", true)]
    [InlineData("ar", "ينبغي تمديد الموعد النهائي لتقديم المساهمات شهرا واحدا.", true)]
    [InlineData("zh", "应当延长提交意见的截止日期一个月。", true)]
    public void Tells_what_is_asked_of_the_process_from_what_is_asked_of_its_subject(string language, string sentence, bool process) =>
        Assert.Equal(process, Assert.Single(Find(new PassageText(Passage(1) with { Language = language }, sentence))).Process);

    [Fact]
    public void The_fingerprint_finds_a_letter_again()
    {
        const string Text = "Donors should pay for the travel of delegates from small islands to the annual meeting of the forum.";

        var set = StatementFinder.Find([new PassageText(Passage(1), Text)], None);

        var groups = DuplicateGroups.Find(
            [new("a", Fingerprint.FromBytes(set.Fingerprint.Span)), new("b", Fingerprint.Of(Text.ToUpperInvariant()))], CancellationToken.None);
        Assert.Equal(["a", "b"], Assert.Single(groups).Ids);
    }

    private static IReadOnlyList<StatedPosition> Find(params PassageText[] passages) => StatementFinder.Find(passages, None).Statements;

    private static Passage Passage(int number) => new() { Number = number, Document = 1, Start = 0, End = 0, Language = "en" };
}
