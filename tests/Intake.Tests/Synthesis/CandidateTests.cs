using Intake.Extract;
using Intake.KeyPhrases;
using Intake.Themes;

namespace Intake.Tests.Synthesis;

/// <summary>What may be quoted.</summary>
public sealed class CandidateTests
{
    [Theory]
    [InlineData("Dear Mr Chairman, on participation")]
    [InlineData("c. Role of stakeholders and their participation (Questions 5, 6, 7, 14 and 17);")]
    [InlineData("Yours sincerely, the participation caucus")]
    [InlineData("# Participation of all stakeholders in the process")]
    [InlineData("Q1: How can participation of newcomers be made easier?")]
    [InlineData("Veuillez agréer, Monsieur, nos salutations sur la participation")]
    [InlineData("участие participation\u0000 в совещаниях рабочей группы было важно")]
    public async Task Greetings_headings_copies_and_unprintable_text_are_not_quoted(string line)
    {
        var compiled = await Sample.CompileAsync(Sample.Source(Sample.Contribution("c1", line)));

        Assert.Equal(1, compiled.Digest.Themes[0].Contributions);
        Assert.Empty(compiled.Digest.Themes[0].Quotes);
    }

    [Fact]
    public async Task Half_a_character_is_not_quoted_for_no_format_could_carry_it()
    {
        var line = string.Concat("participation ", (char)0xD800, " of everyone in all the meetings of the forum");
        var compiled = await Sample.CompileAsync(Sample.Source(Sample.Contribution("c1", line)));

        Assert.Empty(compiled.Digest.Themes[0].Quotes);
        Assert.DoesNotContain(compiled.Digest.Themes[0].Phrases, phrase => phrase.Text.Contains((char)0xD800, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_passage_is_quoted_by_its_sentences_about_the_theme()
    {
        var filler = string.Concat(Enumerable.Repeat("The history of the process is long and was told before by others in many places. ", 8));
        const string Core = "Remote hubs with good sound would let remote delegations speak, and not only listen, in each of the sessions of the forum.";
        var compiled = await Sample.CompileAsync(Sample.Source(Sample.Contribution("c1", $"  4. {filler}{Core} {filler}")));

        var quote = Assert.Single(compiled.Digest.Themes[0].Quotes);
        Assert.Contains(Core, quote.Text, StringComparison.Ordinal);
        Assert.True(quote.Excerpt);
        Assert.InRange(quote.Text.Length, 60, 600);
    }

    [Fact]
    public async Task A_list_item_is_quoted_without_its_bullet_or_number()
    {
        var compiled = await Sample.CompileAsync(Sample.Source(
            Sample.Contribution("c1", "·  Facilitate participation of marginalised groups by having their issues on the agenda."),
            Sample.Contribution("c2", "12. Encourages participation of ministers who decide on budgets for travel."),
            Sample.Contribution("c3", "iv) Convene and support participation at national level, where it matters.")));

        Assert.All(compiled.Digest.Themes[0].Quotes, quote => Assert.Matches("^[FEC]", quote.Text));
    }

    [Theory]
    [InlineData("One. Two! Three? Four", 4)]
    [InlineData("Mr. J. Smith spoke on 3. May in St. Gallen, i.e. not here. He left.", 2)]
    [InlineData("第一句。第二句！第三句", 3)]
    [InlineData("هل هذا سؤال؟ نعم. شكرا.", 3)]
    [InlineData("यह पहला वाक्य है। यह दूसरा है।", 2)]
    [InlineData("See www.example.org/a.b for 3.5 million reasons.", 1)]
    public void Sentences_end_where_readers_of_the_script_see_them_end(string text, int count) =>
        Assert.Equal(count, Sentences.Split(text, 0, text.Length).Count);

    [Theory]
    [InlineData("a")]
    [InlineData(". ")]
    [InlineData("a. B")]
    [InlineData("participation\u0301")]
    [InlineData("\U0001F600")]
    [InlineData("参")]
    public async Task A_passage_without_end_is_cut_and_read_in_reasonable_time(string unit)
    {
        var text = "participation " + string.Concat(Enumerable.Repeat(unit, 200_000));
        var compiled = await Sample.CompileAsync(Sample.Source(Sample.Contribution("c1", text)));

        Assert.All(compiled.Digest.Themes[0].Quotes, quote => Assert.True(quote.Text.Length <= 600));
    }

    [Fact]
    public async Task A_short_answer_in_the_form_is_quoted_under_its_question()
    {
        const string Text = "Yes, levies.";
        var contribution = Sample.Contribution("c1", Text) with
        {
            Extraction = new Extraction([new ReadDocument
            {
                Number = 1,
                Name = "answers",
                Kind = "answers",
                Characters = Text.Length,
                Language = "en",
                Passages = [new Passage { Number = 1, Document = 1, Start = 0, End = Text.Length, Language = "en", AnswerTo = 2 }],
            }]),
            Classification = new Classification("t", "1", [], [2], [new PassageThemes(1, [], [2])]),
            Phrases = new PhraseSet("p", [], []),
        };

        var compiled = await Sample.CompileAsync(Sample.Source(contribution));

        Assert.Equal(Text, Assert.Single(compiled.Digest.Questions[1].Quotes).Text);
        Assert.Equal(["Q2"], compiled.Digest.Ledger.Rows[0].UsedIn);
    }
}
