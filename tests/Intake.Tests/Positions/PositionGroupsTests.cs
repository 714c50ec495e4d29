using System.Diagnostics;
using Intake.Extract;
using Intake.KeyPhrases;
using Intake.Positions;
using Intake.Themes;

namespace Intake.Tests.Positions;

public sealed class PositionGroupsTests
{
    [Fact]
    public void Statements_that_are_put_together_speak_of_the_same_proposal()
    {
        var (together, right, all) = (0, 0, 0);
        foreach (var theme in SampleStatements.All.GroupBy(sample => (sample.Theme, sample.Language)))
        {
            var samples = theme.ToList();
            var positions = PositionGroups.Group([.. samples.Select((sample, at) => Statement($"c{at:D3}", sample.Text, sample.Language))]);
            var position = positions.SelectMany((found, number) => Members(found).Select(member => (member.Contribution, number)))
                .OrderBy(member => member.Contribution, StringComparer.Ordinal).Select(member => member.number).ToList();
            for (var i = 0; i < samples.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var same = samples[i].Proposal == samples[j].Proposal;
                    all += same ? 1 : 0;
                    together += position[i] == position[j] ? 1 : 0;
                    right += same && position[i] == position[j] ? 1 : 0;
                }
            }
        }

        Assert.True(right >= 0.9 * together, $"{right} of {together} pairs");
        Assert.True(right >= 0.45 * all, $"{right} of {all} pairs");
    }

    [Fact]
    public void Who_is_for_and_who_is_against_the_same_stand_on_two_sides_of_one_position()
    {
        var position = PositionGroups.Group(
        [
            Statement("a", "No new mechanism is needed to deal with internet public policy."),
            Statement("b", "There is no need for a new mechanism for internet public policy."),
            Statement("c", "A new mechanism should be created to deal with internet public policy."),
            Statement("d", "The annual meeting should be held on another continent each year."),
        ])[0];

        Assert.False(position.Supports);
        Assert.Equal(["a", "b"], position.Supporters.Select(one => one.Contribution));
        Assert.Equal(["c"], position.Opponents.Select(one => one.Contribution));
        Assert.Equal("c", position.CentralOpponent?.Contribution);
    }

    [Fact]
    public void As_many_for_as_against_is_for()
    {
        var position = Assert.Single(PositionGroups.Group(
        [
            Statement("a", "We oppose a levy on domain names to finance the forum."),
            Statement("b", "We support a levy on domain names to finance the forum."),
        ]));

        Assert.True(position.Supports);
        Assert.Equal("b", position.Central.Contribution);
    }

    [Fact]
    public void A_view_of_one_contribution_is_a_position_too()
    {
        var position = Assert.Single(PositionGroups.Group([Statement("a", "An auditor should examine the accounts.")]));

        Assert.Equal((1, 1.0, null), (position.Contributions, position.Cohesion, position.CentralOpponent));
        Assert.Empty(PositionGroups.Group([]));
    }

    [Fact]
    public void What_is_shown_of_a_position_is_understood_by_itself()
    {
        var position = PositionGroups.Group(
        [
            Statement("a", "This regular budget of the United Nations should pay for the forum."),
            Statement("b", "It should be paid for out of the regular budget of the United Nations, the forum."),
            Statement("c", "We recommend that the regular budget of the United Nations pay for the annual meetings of the forum."),
        ])[0];

        Assert.Equal((3, "c"), (position.Contributions, position.Central.Contribution));
    }

    [Fact]
    public void Letters_of_a_campaign_do_not_keep_others_apart()
    {
        string[] campaign = ["A small levy on domain names should be introduced to finance the forum", "A small levy on domain names should be introduced to pay for the forum"];
        var statements = Enumerable.Range(0, 300).Select(at => Statement($"c{at:D3}", $"{campaign[at % 2]}{(at % 3 == 0 ? ", says town " + at : "")}."))
            .Append(Statement("x", "Travel grants must be available for delegates from developing countries."))
            .Append(Statement("y", "Delegates from developing countries should get travel grants."))
            .ToList();

        var positions = PositionGroups.Group(statements);

        Assert.Equal([300, 2], positions.Select(position => position.Contributions));
    }

    [Theory]
    [InlineData(90)]
    [InlineData(2_500)]
    public void The_positions_do_not_depend_on_the_order_of_arrival(int count)
    {
        var texts = SampleStatements.All.Where(sample => sample.Language == "en").Select(sample => sample.Text).ToList();
        var statements = Enumerable.Range(0, count).Select(at => Statement($"c{at:D5}", texts[at % texts.Count] + (at < texts.Count ? "" : $" Town {at % 700}."))).ToArray();
        var inOrder = PositionGroups.Group(statements).Select(Show).ToList();

        new Random(count).Shuffle(statements);

        Assert.Equal(inOrder, PositionGroups.Group(statements).Select(Show));
        Assert.Equal(count, PositionGroups.Group(statements).Sum(position => Members(position).Count()));

        static string Show(Position position) => $"{position.Supports} {position.Central.Contribution} {position.Cohesion}: "
            + string.Join(' ', position.Supporters.Select(one => one.Contribution)) + " | " + string.Join(' ', position.Opponents.Select(one => one.Contribution));
    }

    [Fact]
    public void Two_thousand_statements_are_grouped_in_a_few_seconds()
    {
        var texts = SampleStatements.All.Where(sample => sample.Language == "en").Select(sample => sample.Text).ToList();
        var statements = Enumerable.Range(0, 2_000).Select(at => Statement($"c{at:D5}", $"{texts[at % texts.Count]} Town {at % 700}.")).ToList();
        var time = Stopwatch.StartNew();

        _ = PositionGroups.Group(statements);

        // 0.8 s alone on one core; tests share theirs with others.
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(10), time.Elapsed.ToString());
    }

    private static IEnumerable<GroupableStatement> Members(Position position) => position.Supporters.Concat(position.Opponents);

    /// <summary>As stage 4 finds it; what the finder does not take for a statement, as one that supports.</summary>
    internal static GroupableStatement Statement(string contribution, string text, string language = "en")
    {
        var passage = new Passage { Number = 1, Document = 1, Start = 0, End = text.Length, Language = language };
        var found = StatementFinder.Find([new PassageText(passage, text)], new Classification("test", "1", [], [], [])).Statements;
        if (found.Count > 0)
        {
            return new(contribution, found[0]);
        }

        var (meaning, words) = StatementFeatures.Of(text, language);
        return new(contribution, new(1, 1, 0, text.Length, language, true, StanceStrength.Plain, null, [], meaning, words, false, true));
    }
}
