using Intake.Calls;
using Intake.Receive;
using Intake.Synthesis;

namespace Intake.Tests.Synthesis;

public sealed class DigestCompilerTests
{
    private const string Remote = "Effective remote participation is what engages those who cannot attend the meetings in person.";
    private const string Fund = "A transparent fund with clear criteria should pay for speakers from developing countries.";

    [Fact]
    public async Task A_theme_says_how_many_contributions_of_which_groups_and_quotes_each_group_verbatim()
    {
        var compiled = await Sample.CompileAsync(Sample.Source(
            Sample.Contribution("c1", Remote, Sample.From(StakeholderGroup.CivilSociety, "Ada")),
            Sample.Contribution("c2", "We support remote participation in all preparatory meetings of the forum.", Sample.From(StakeholderGroup.Government, "Ministry")),
            Sample.Contribution("c3", Fund, Sample.From(StakeholderGroup.Academia, "University"))));

        var theme = compiled.Digest.Themes[0];
        Assert.Equal(["participation", "funding", "outcomes"], compiled.Digest.Themes.Select(section => section.Id));
        Assert.Equal((2, 3), (theme.Contributions, theme.Of));
        Assert.Equal([new GroupCount("government", 1), new GroupCount("civil-society", 1)], theme.Groups);
        Assert.Equal("government", Assert.Single(Assert.Single(theme.Messages).Quotes).Group);
        var quote = Assert.Single(theme.Quotes);
        Assert.Equal(("civil-society", Remote), (quote.Group, quote.Text));
        Assert.Equal((0, Remote.Length), (quote.Start, quote.End));
        Assert.Contains(theme.Phrases, phrase => phrase is { Text: "remote participation", Contributions: 2 });
        Assert.Empty(compiled.Digest.Themes[2].Quotes);
    }

    [Fact]
    public async Task Every_group_is_quoted_and_no_contributor_more_than_twice()
    {
        var loud = string.Join('\n', Enumerable.Range(1, 20).Select(i => $"Remote participation matters in way {i} of many ways that are named here."));
        string[] views =
        [
            "Our students follow by remote participation since nobody pays for their trains.",
            "Where the network is slow, remote rooms with a moderator work better than a stream.",
            "A chat is no remote participation: nobody reads it while the chair speaks.",
            "Universities lend their studios to remote speakers in four time zones.",
        ];
        var others = views.Select((view, i) => Sample.Contribution($"c{i}", view, Sample.From(StakeholderGroup.Academia, $"N{i}"), minutes: i));
        var compiled = await Sample.CompileAsync(Sample.Source(
            [Sample.Contribution("loud", loud, Sample.From(StakeholderGroup.Government, "Loud")), .. others]));

        var quotes = compiled.Digest.Themes[0].Quotes;
        Assert.Equal(2, quotes.Count(quote => quote.Contribution == "loud"));
        Assert.Equal(3, quotes.Where(quote => quote.Group == "academia").Select(quote => quote.Contribution).Distinct().Count());
        Assert.Equal(3, quotes.Count(quote => quote.Group == "academia"));
    }

    [Fact]
    public async Task A_question_is_answered_by_two_groups_partly_by_one_and_else_not()
    {
        var compiled = await Sample.CompileAsync(Sample.Source(
            Sample.Contribution("c1", "Q1: newcomers need a guide in plain language before the meeting begins.", Sample.From(StakeholderGroup.Government, "A")),
            Sample.Contribution("c2", "Q1 and Q2: mentors could be found among those who came the year before.", Sample.From(StakeholderGroup.Academia, "B"))));

        Assert.Equal(
            [QuestionStatus.Answered, QuestionStatus.Partly, QuestionStatus.Unanswered],
            compiled.Digest.Questions.Select(question => question.Status));
        Assert.Equal([2, 1, 0], compiled.Digest.Questions.Select(question => question.Contributions));
        Assert.Equal(2, compiled.Digest.Questions[0].Quotes.Count);
    }

    [Fact]
    public async Task Those_expected_and_not_heard_are_named()
    {
        var compiled = await Sample.CompileAsync(Sample.Source(
            Sample.Contribution("c1", Remote, Sample.From(StakeholderGroup.Government, "A")),
            Sample.Contribution("c2", Remote, Sample.From(StakeholderGroup.CivilSociety, "B"), status: Status.Withdrawn)));

        Assert.Equal(
            [new("government", 3, 1, 2), new("civil-society", 1, 0, 1), new("academia", 2, 0, 2)],
            compiled.Digest.Participation.Expected);
        Assert.Contains("civil-society", compiled.Digest.Participation.Unheard);
        Assert.DoesNotContain("government", compiled.Digest.Participation.Unheard);
    }

    [Fact]
    public async Task The_ledger_says_why_something_is_not_used()
    {
        var compiled = await Sample.CompileAsync(Sample.Source(
            Sample.Contribution("c1", Remote),
            Sample.Contribution("c2", Fund, status: Status.Received, minutes: 1),
            Sample.Contribution("c3", Fund, status: Status.Failed, minutes: 2),
            Sample.Contribution("c4", Fund, status: Status.Withdrawn, minutes: 3),
            Sample.Contribution("c5", "The weather was fine and the coffee was good on both days of it.", minutes: 4),
            Sample.Contribution("c6", Fund, Sample.From(StakeholderGroup.Other, "Hidden", PublishAs.None), minutes: 5)));

        Assert.Equal(["c1", "c2", "c3", "c4", "c5", "c6"], compiled.Digest.Ledger.Rows.Select(row => row.Contribution));
        Assert.Equal(
            [
                null,
                "still being processed",
                "could not be read: the file is encrypted",
                "withdrawn",
                null,
                "counted, not quoted: text withheld at the contributor's wish",
            ],
            compiled.Digest.Ledger.Rows.Select(row => row.Why));
        Assert.Equal(["participation"], compiled.Digest.Ledger.Rows[0].UsedIn);
        Assert.Equal(1, compiled.Digest.Ledger.Rows[0].Quotes);
        Assert.Equal("withheld", compiled.Digest.Ledger.Rows[5].Contributor);
        Assert.Equal("c5", Assert.Single(compiled.Digest.Outside!.Quotes).Contribution);
    }

    [Fact]
    public async Task A_quote_that_is_not_in_the_stored_text_stops_the_digest()
    {
        var source = Sample.Source(Sample.Contribution("c1", Remote));
        source.SetText("c1", 1, 1, Remote.Replace("remote", "Remote", StringComparison.Ordinal));

        var error = await Assert.ThrowsAsync<QuoteMismatchException>(() => Sample.CompileAsync(source));

        Assert.Equal("c1", error.Quote.Contribution);
        Assert.Contains("c1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("engages", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_quote_is_counted_and_checked()
    {
        var compiled = await Sample.CompileAsync(Sample.Source(
            Sample.Contribution("c1", Remote + "\n" + Fund), Sample.Contribution("c2", "Q3: the outcomes should be messages that others can act upon.")));

        Assert.Equal(compiled.Digest.Method.Quotes, compiled.Digest.Method.QuotesChecked);
        Assert.Equal(compiled.Digest.Method.Quotes, compiled.Digest.Ledger.Rows.Sum(row => row.Quotes));
        Assert.Equal([new EngineUse("test phrases 1", 2)], compiled.Digest.Method.PhraseEngines);
        Assert.True(compiled.Digest.Method.IsSmallSample);
    }

    [Fact]
    public async Task The_next_digest_reads_what_is_new_and_the_texts_it_quotes_and_says_what_changed()
    {
        var source = Sample.Source(Sample.Contribution("c1", Remote), Sample.Contribution("c2", Fund, minutes: 1));
        var first = await Sample.CompileAsync(source);
        source.Loaded.Clear();
        source.TextsRead.Clear();
        var third = Sample.Contribution("c3", "The outcomes should be short messages, each with those who carry it on.", minutes: 2);
        source.Set(third);
        source.Add(Sample.Entry(third) with { At = Sample.Now.AddHours(1) });
        var revised = Sample.Contribution("c2", "We now think that no fund is needed if the hosts of meetings pay.", revision: 2, minutes: 1);
        source.Set(revised);
        source.Add(Sample.Entry(revised) with { At = Sample.Now.AddHours(2) });

        var second = await Sample.CompileAsync(source, first.State, 2, now: Sample.Now.AddDays(1));

        Assert.Equal(["c2", "c3"], source.Loaded.Order());
        Assert.Equal(["c1/1/1", "c2/2/1", "c3/1/1"], source.TextsRead.Order());
        Assert.Equal((1, Sample.Now), (second.Digest.Changes.Since, second.Digest.Period.From));
        Assert.Equal(["c3"], second.Digest.Changes.New.Contributions);
        Assert.Equal(["c2"], second.Digest.Changes.Revised.Contributions);
        Assert.Equal(2, Assert.Single(second.Digest.AllQuotes(), quote => quote.Contribution == "c2").Revision);
        Assert.True(second.Changed);
        Assert.False((await Sample.CompileAsync(source, second.State, 3, now: Sample.Now.AddDays(2))).Changed);
    }

    [Fact]
    public async Task A_call_with_other_themes_is_read_again_from_the_beginning()
    {
        var source = Sample.Source(Sample.Contribution("c1", Remote));
        var first = await Sample.CompileAsync(source);
        source.Loaded.Clear();

        var call = Sample.Call with { Themes = [.. Sample.Call.Themes.Reverse()] };
        var second = await Sample.CompileAsync(source, first.State, 2, call, Sample.Now.AddDays(1));

        Assert.Equal(["c1"], source.Loaded);
        Assert.Empty(second.Digest.Changes.New.Contributions);
        Assert.Equal(1, second.Digest.Themes[2].Contributions);
        Assert.True(second.Changed);
    }

    [Fact]
    public async Task An_entry_from_a_clock_ahead_does_not_hide_the_entries_of_others()
    {
        var source = new MemorySource();
        var ahead = Sample.Contribution("c1", Remote);
        source.Set(ahead);
        source.Add(Sample.Entry(ahead) with { At = Sample.Now.AddDays(3) });
        var first = await Sample.CompileAsync(source);
        var other = Sample.Contribution("c2", Fund);
        source.Set(other);
        source.Add(Sample.Entry(other) with { At = Sample.Now.AddMinutes(5) });

        var second = await Sample.CompileAsync(source, first.State, 2, now: Sample.Now.AddHours(1));

        Assert.Equal(2, second.Digest.Participation.Included);
    }

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
    public async Task A_large_call_is_counted_whole_and_read_in_part_with_small_groups_whole()
    {
        var options = new DigestOptions { ReadClosely = 12, LedgerRows = 20 };
        var individuals = Enumerable.Range(1, 40).Select(i => Sample.Contribution(
            $"c{i:00}", $"Remote participation number {i} should be kept.", Sample.From(StakeholderGroup.Individual, $"N{i}"), minutes: i));
        var states = Enumerable.Range(41, 3).Select(i => Sample.Contribution(
            $"c{i:00}", $"A fund number {i} should be set up by the host.", Sample.From(StakeholderGroup.Government, $"State {i}"), minutes: i));

        var digest = (await Sample.CompileAsync(Sample.Source([.. individuals, .. states]), options: options)).Digest;

        Assert.Equal((43, 40, 12), (digest.Reception.Included, digest.Themes[0].Contributions, digest.Method.ReadClosely));
        Assert.Equal(3, digest.Themes[1].Messages.SelectMany(message => message.SupportedBy).Distinct().Count());
        Assert.Equal((43, 0, 43), (digest.Ledger.Contributions, digest.Ledger.Rows.Count, digest.Ledger.Pages.Sum()));
        Assert.Contains(digest.Method.Notes, note => note.StartsWith("Read closely", StringComparison.Ordinal));
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

    [Fact]
    public async Task What_was_found_to_be_personal_when_it_was_read_is_neither_quoted_nor_a_phrase()
    {
        const string Text = "Remote participation should be free for Badge Kx77 holders.\nA fund should pay for the hosts of the meetings.";
        var contribution = Sample.Contribution("c1", Text);
        var digest = (await Sample.CompileAsync(Sample.Source(contribution with
        {
            Covered = new Dictionary<int, string> { [1] = Text.Replace("Badge Kx77", "█████ ████", StringComparison.Ordinal) },
        }))).Digest;

        Assert.All(digest.AllQuotes(), quote => Assert.DoesNotContain("Kx77", quote.Text, StringComparison.Ordinal));
        Assert.NotEmpty(digest.Themes[1].Messages);
        Assert.Contains((await Sample.CompileAsync(Sample.Source(contribution))).Digest.AllQuotes(), quote => quote.Text.Contains("Kx77", StringComparison.Ordinal));
    }
}
