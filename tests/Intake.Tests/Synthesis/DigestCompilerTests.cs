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
