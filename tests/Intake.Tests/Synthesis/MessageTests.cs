using Intake.Calls;
using Intake.Receive;
using Intake.Synthesis;

namespace Intake.Tests.Synthesis;

/// <summary>What a digest makes of many contributions: messages, campaigns, requests and the standing of the process.</summary>
public sealed class MessageTests
{
    private const string Remote = "Effective remote participation is what engages those who cannot attend the meetings in person.";

    [Fact]
    public async Task Campaigns_and_duplicates_are_counted_once_with_their_size()
    {
        const string Letter = "We write as citizens who follow the forum with concern. The fund must be open to all countries and not only to those who pay into it. "
            + "Governments should publish every year how much they gave, what it was spent on and who decided. We ask you to act before the next session begins.";
        var letters = Enumerable.Range(1, 5).Select(i => Sample.Contribution(
            $"c{i}", i < 4 ? Letter : Letter + $" I live in town number {i}.", Sample.From(StakeholderGroup.Individual, $"Citizen {i}"), minutes: i));
        var ministry = Sample.Contribution("c6", "The fund should be run by a small committee of States.", Sample.From(StakeholderGroup.Government, "Ministry"), minutes: 6);
        var again = ministry with { Id = "c7", Received = ministry.Received.AddDays(1) };

        var digest = (await Sample.CompileAsync(Sample.Source([.. letters, ministry, again]))).Digest;

        var campaign = Assert.Single(digest.Reception.Campaigns);
        Assert.Equal(("c1", 5, 3), (campaign.Contribution, campaign.Size, campaign.Versions));
        Assert.Equal((7, 2), (digest.Reception.Received, digest.Reception.Included));
        Assert.Equal([new(RemovalReason.Duplicate, 1), new(RemovalReason.Campaign, 4)], digest.Reception.Removed);
        Assert.Equal(("c7", "c6"), (digest.Reception.Duplicates[0].Contribution, digest.Reception.Duplicates[0].CountedAs));
        Assert.Equal(2, digest.Themes[1].Contributions);
        Assert.Contains(digest.Themes[1].Messages, message => message is { Supporting: 1, CampaignLetters: 4 });
        Assert.Equal("c1", digest.Ledger.Rows[3].CountedAs);
    }

    [Fact]
    public async Task Messages_say_who_agrees_who_differs_and_who_is_alone()
    {
        var digest = (await Sample.CompileAsync(Sample.Source(
            Sample.Contribution("c1", "A voluntary fund should pay for the travel of speakers.", Sample.From(StakeholderGroup.Government, "A"), minutes: 1),
            Sample.Contribution("c2", "We support a voluntary fund that pays for the travel of speakers.", Sample.From(StakeholderGroup.Academia, "B"), minutes: 2),
            Sample.Contribution("c3", "Remote participation in all meetings should be made free of charge.", Sample.From(StakeholderGroup.Government, "C"), minutes: 3),
            Sample.Contribution("c4", "We oppose making remote participation in all meetings free of charge.", Sample.From(StakeholderGroup.PrivateSector, "D"), minutes: 4),
            Sample.Contribution("c5", "The outcomes should be translated into six languages within a month.", Sample.From(StakeholderGroup.CivilSociety, "E"), minutes: 5)))).Digest;

        var agreed = Assert.Single(digest.Themes[1].Messages);
        Assert.Equal((MessageKind.Convergence, 2, 0), (agreed.Kind, agreed.Supporting, agreed.Opposing));
        Assert.Equal(["c1", "c2"], agreed.SupportedBy);
        Assert.Equal(Breadth.All, agreed.Breadth);
        var divided = Assert.Single(digest.Themes[0].Messages);
        Assert.Equal((MessageKind.Divergence, "c3", "c4"), (divided.Kind, divided.SupportedBy.Single(), divided.OpposedBy.Single()));
        Assert.Equal([true, false], divided.Quotes.Select(quote => quote.Supports!.Value));
        Assert.Equal(MessageKind.SingleView, Assert.Single(digest.Themes[2].Messages).Kind);
        Assert.Equal([agreed.Id, divided.Id, digest.Themes[2].Messages[0].Id], digest.Brief.Select(message => message.Message));
        Assert.Equal([agreed.Id], digest.Ledger.Rows[0].Messages);
    }

    [Fact]
    public async Task A_message_keeps_its_id_while_others_join_and_is_missed_when_it_is_taken_back()
    {
        const string Text = "A voluntary fund should pay for the travel of speakers.";
        var source = Sample.Source(Sample.Contribution("c1", Text, Sample.From(StakeholderGroup.Government, "A")));
        var first = await Sample.CompileAsync(source);
        void Come(AnalysedContribution contribution, int hours)
        {
            source.Set(contribution);
            source.Add(Sample.Entry(contribution) with { At = Sample.Now.AddHours(hours) });
        }

        var other = Sample.Contribution("c2", "We support a voluntary fund that pays for the travel of speakers.", Sample.From(StakeholderGroup.Academia, "B"), minutes: 2);
        Come(other, 1);
        var second = await Sample.CompileAsync(source, first.State, 2, now: Sample.Now.AddHours(2));
        Come(Sample.Contribution("c1", Text, status: Status.Withdrawn), 3);
        Come(other with { Status = Status.Withdrawn }, 3);
        var third = await Sample.CompileAsync(source, second.State, 3, now: Sample.Now.AddHours(4));

        var id = first.Digest.Themes[1].Messages[0].Id;
        Assert.Equal((id, MessageChange.Grown, 1), (second.Digest.Themes[1].Messages[0].Id, second.Digest.Themes[1].Messages[0].Change, second.Digest.Themes[1].Messages[0].Before));
        Assert.Equal([id], second.Digest.Changes.Grown);
        Assert.Equal(new VanishedMessage(id, "funding", 2), Assert.Single(third.Digest.Changes.Vanished));
    }

    [Fact]
    public async Task Only_a_process_that_passes_every_check_is_open_and_inclusive()
    {
        var poor = (await Sample.CompileAsync(Sample.Source(Sample.Contribution("c1", Remote)))).Digest.Process;
        var call = Sample.Call with
        {
            Format = "Up to five pages, numbered paragraphs.",
            Meetings = [new Meeting("Open consultation", Sample.Now.AddDays(10), Remote: true)],
            Rules = new Rules { NoticeDays = 45, Expected = new Dictionary<StakeholderGroup, int> { [StakeholderGroup.CivilSociety] = 1 } },
        };
        var good = (await Sample.CompileAsync(Sample.Source(Sample.Contribution("c1", Remote)), call: call)).Digest.Process;

        Assert.False(poor.IsOpenAndInclusive);
        Assert.Equal(
            [ProcessCheckKind.Notice, ProcessCheckKind.Meetings, ProcessCheckKind.Format, ProcessCheckKind.Heard],
            poor.Checks.Where(check => !check.Passed).Select(check => check.Kind));
        Assert.True(good.IsOpenAndInclusive, string.Join(' ', good.Checks.Where(check => !check.Passed).Select(check => check.Detail)));
    }

    [Fact]
    public async Task What_is_asked_of_the_process_grows_older_from_digest_to_digest()
    {
        var source = Sample.Source(Sample.Contribution("c1", "The deadline for contributions should be extended by four weeks."));
        var first = await Sample.CompileAsync(source);
        var second = await Sample.CompileAsync(source, first.State, 2, now: Sample.Now.AddDays(7));

        var request = Assert.Single(second.Digest.Requests);
        Assert.Equal((1, 2, Sample.Opens.AddDays(1)), (request.Contributions, request.Digests, request.Since));
        Assert.Equal("c1", Assert.Single(request.Quotes).Contribution);
    }

    [Fact]
    public async Task A_phrase_is_the_same_in_the_singular_and_in_capitals_and_shown_as_most_write_it()
    {
        var digest = (await Sample.CompileAsync(Sample.Source(
            Sample.Contribution("c1", "The fund pays for speakers from developing countries and hosts.", minutes: 1),
            Sample.Contribution("c2", "No fund reaches speakers of a Developing Country in time.", minutes: 2),
            Sample.Contribution("c3", "A fund for developing countries exists already.", minutes: 3)))).Digest;

        Assert.Contains(digest.Themes[1].Phrases, phrase => phrase is { Text: "developing countries", Contributions: 3 });
    }
}
