using Intake.Extract;
using Intake.Extract.Cleaning;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract;

public class CleaningTests
{
    private const string Sentence = "We ask the working group to publish the records of its meetings in good time.";

    [Theory]
    [InlineData("[bookmark: h.4uqmdegq0fyd]Draft recommendation of the group", "Draft recommendation of the group")]
    [InlineData("[anchor: _Toc48215501] Draft recommendation", "Draft recommendation")]
    [InlineData("Introduction _Toc482155011", "Introduction")]
    [InlineData("HYPERLINK \\l \"_Toc482155011\" Introduction PAGEREF _Toc482155011 \\h 3", "Introduction")]
    [InlineData("See the [bookmark: that I made] and the [anchor of the text].", "See the [bookmark: that I made] and the [anchor of the text].")]
    public async Task Names_of_places_in_the_document_are_taken_out(string text, string clean) => Assert.Equal(clean, await Cleaned(text));

    [Theory]
    [InlineData("会津 泉 11/3/25 18:07\n書式変更: 蛍光ペン")]
    [InlineData("A. Contributor 3/25/11 6:07 PM\nFormatted: Highlight")]
    [InlineData("A. Contributor 25.03.2011, 18:07\nFormatiert: Schriftart: Fett")]
    [InlineData("A. Contributor 25/03/2011 18:07\nMis en forme : Surlignage")]
    [InlineData("A. Contributor 25/3/11 18:07\nCon formato: Resaltar\nEliminado: muy")]
    [InlineData("Иван Примеров 25.03.2011 18:07\nОтформатировано: выделение цветом")]
    [InlineData("张三 2011-3-25 18:07\n格式化的: 突出显示")]
    [InlineData("Formatted: Font: 12 pt, Not Highlight")]
    public async Task What_is_pasted_from_the_margin_is_taken_out(string debris) =>
        Assert.Equal($"{Sentence}\n\nWe thank you.", await Cleaned($"{Sentence}\n\n{debris}\n\nWe thank you."));

    [Fact]
    public async Task Comments_in_the_margin_are_counted()
    {
        var read = await Read($"{Sentence}\n\nComment [AC1]: Is this right?\n\nWe thank you.");

        Assert.Equal((1, $"{Sentence}\n\nWe thank you."), (read.Comments, read.Text));
    }

    [Theory]
    [InlineData("Deleted: the second paragraph should come back.")]
    [InlineData("Comment: this is what we think.")]
    [InlineData("Comment [1]: this is what we think.")]
    [InlineData("Formatted: in a way that all can read.")]
    [InlineData("A. Contributor 25/03/2011 18:07\nWe said this at the meeting.")]
    [InlineData("Page 3 of the report is wrong.")]
    [InlineData("1.\n\nQuestion 1\n\nQuestion 2\n\nPage")]
    [InlineData("می‌خواهیم که همه شرکت کنند")]
    [InlineData("क्‍ष और 👩‍👩‍👧 और ❤️‍🔥")]
    [InlineData("ខ្ញុំ​ចង់​ចូលរួម")]
    [InlineData("Yes.\n\nYes.\n\nYes.\n\nNot applicable\n\nNot applicable")]
    public async Task What_somebody_wrote_stays(string text) => Assert.Equal(text, await Cleaned(text));

    [Theory]
    [InlineData("co\u00adop\u00ader\u00ada\u00adtion of all", "cooperation of all")]
    [InlineData("the inter\u00ad\nnational process", "the international process")]
    [InlineData("zero\u200bwidth\u2060 and non\u200cjoiners", "zerowidth and nonjoiners")]
    public async Task Characters_without_width_are_taken_out(string text, string clean) => Assert.Equal(clean, await Cleaned(text));

    [Theory]
    [InlineData("Page {0} of 3")]
    [InlineData("Page {0}")]
    [InlineData("- {0} -")]
    [InlineData("– {0} –")]
    [InlineData("Página {0} de 3")]
    [InlineData("Seite {0} von 3")]
    [InlineData("Стр. {0} из 3")]
    [InlineData("第 {0} 页 共 3 页")]
    [InlineData("第{0}頁")]
    [InlineData("صفحة {0} من 3")]
    public async Task Page_numbers_are_taken_out_and_running_heads_kept_once(string number)
    {
        string Page(int n) => "Contribution of the Example Network\n\n" + $"{n}. {Sentence} Number {n}.\n\n" + number.Replace("{0}", $"{n}", StringComparison.Ordinal) + "\n\n";

        Assert.Equal(
            $"Contribution of the Example Network\n\n1. {Sentence} Number 1.\n\n2. {Sentence} Number 2.\n\n3. {Sentence} Number 3.",
            await Cleaned(Page(1) + Page(2) + Page(3)));
    }

    [Fact]
    public async Task A_paragraph_that_a_page_break_divided_is_one_again()
    {
        var read = await Read("In our view much can still be done for those who come for the first\ntime. We ask the working group to publish the records of its\n\n- 1 -\n\nmeetings in good time, and to send them to all.\n\n- 2 -\n\nWe thank you for that.");

        Assert.Equal(["Paragraph: In our view much can still be done for those who come for the first\ntime. We ask the working group to publish the records of its\n\nmeetings in good time, and to send them to all.", "Paragraph: We thank you for that."], read.Blocks());
    }

    [Theory]
    [InlineData("It held several consultations, meetings, etc. (to be complemented)")]
    [InlineData("27. [paragraph on how the preparatory process has become more open in the past years].")]
    [InlineData("[TBC]")]
    [InlineData("The budget is [XX] for [insert name of the host country].")]
    [InlineData("Lorem ipsum dolor sit amet, consectetur adipiscing elit.")]
    [InlineData("[à compléter]")]
    [InlineData("El informe (por completar)")]
    [InlineData("Раздел о финансировании (будет дополнено)")]
    [InlineData("经费问题（待补充）")]
    [InlineData("[يستكمل لاحقا]")]
    public async Task What_is_still_to_be_written_is_kept_and_flagged(string text)
    {
        var read = await Read($"{Sentence}\n\n{text}");

        Assert.Equal(text, read.Text[read.Blocks[1].Start..read.Blocks[1].End]);
        Assert.Equal([PassageFlags.None, PassageFlags.Placeholder], read.Blocks.Select(block => block.Flags));
    }

    [Theory]
    [InlineData("The date (to be determined by the group) should suit all.")]
    [InlineData("See below (section on financing) for what we propose.")]
    [InlineData("[T]he group shall decide.")]
    [InlineData("Text to be added must be published first.")]
    [InlineData("Resolution XX of the Council")]
    public async Task What_says_something_is_no_placeholder(string text) =>
        Assert.All((await Read($"{Sentence}\n\n{text}")).Blocks, block => Assert.Equal(PassageFlags.None, block.Flags));

    [Fact]
    public async Task A_passage_that_repeats_an_earlier_one_word_for_word_is_flagged_and_short_ones_are_not()
    {
        var read = await Read($"{Sentence}\n\nNot applicable.\n\n3. {Sentence.Replace("meetings", "\nmeetings", StringComparison.Ordinal)}\n\nNot applicable.\n\n{Sentence.Replace("good", "due", StringComparison.Ordinal)}");

        Assert.Equal([PassageFlags.None, PassageFlags.None, PassageFlags.Repeated, PassageFlags.None, PassageFlags.None], read.Blocks.Select(block => block.Flags));
    }

    [Theory]
    [InlineData("\"There is a need for governance, but not in the traditional way.\"", true)]
    [InlineData("“There is a need for governance, but not in the traditional way.”³", true)]
    [InlineData("« Il faut une gouvernance, mais pas de la manière habituelle. »", true)]
    [InlineData("„Es braucht Steuerung, aber nicht auf die herkömmliche Weise.“", true)]
    [InlineData("「管理は必要ですが、従来の方法で行う必要があるわけではありません。皆で決めましょう。」", true)]
    [InlineData("> There is a need for governance.\n> But not in the traditional way.", true)]
    [InlineData("[O]ur proposal is a structured dialogue among all stakeholders.", true)]
    [InlineData("“Open” and “inclusive” mean that all who want to can take part in “everything”", false)]
    [InlineData("We call this “multi-stakeholder governance of the shared resource”.", false)]
    [InlineData("\"Governance\"", false)]
    public async Task Words_of_somebody_else_are_marked_as_quoted(string text, bool isQuoted)
    {
        var read = await Read($"As the Secretary-General said in his opening remarks to the forum:\n\n{text}\n\n{Sentence}");

        Assert.Equal(isQuoted, read.Blocks[1].Flags == PassageFlags.Quoted);
        Assert.Equal(PassageFlags.None, read.Blocks[^1].Flags);
    }

    [Fact]
    public async Task A_quotation_of_several_paragraphs_is_marked_to_its_end()
    {
        var read = await Read($"We said then:\n\n\"The plan cannot be implemented by governments alone.\n\n[]\n\nWe reiterate our proposal for a dialogue.\"\n\n{Sentence}");

        Assert.Equal([PassageFlags.None, PassageFlags.Quoted, PassageFlags.Quoted, PassageFlags.Quoted, PassageFlags.None], read.Blocks.Select(block => block.Flags));
    }

    [Fact]
    public async Task A_quotation_mark_that_never_closes_quotes_nothing() =>
        Assert.All((await Read($"We said then:\n\n\"The plan is good.\n\n{Sentence}\n\nThank you.")).Blocks, block => Assert.Equal(PassageFlags.None, block.Flags));

    [Fact]
    public async Task Block_quotes_of_markdown_are_quoted() =>
        Assert.Equal([PassageFlags.None, PassageFlags.Quoted, PassageFlags.None], (await Read("Said:\n\n> Words of others.\n\nOurs.", "a.md")).Blocks.Select(block => block.Flags));

    /// <summary>Whatever stands together: each word that somebody wrote is still there, in its order, and offsets are sound.</summary>
    [Fact]
    public async Task No_word_is_lost_and_offsets_stay_true_however_texts_and_debris_mix()
    {
        string[] said = [Sentence, "1. First of all, “openness”.", "Question 2", "- an item, with 3 - 4 dashes", "\"A quotation of more than a few words.\"", "Yes.", "第三点，公开。", "[paragraph on financing]", "Page three says it.", "می‌خواهیم", "A\tb\tc", "12 - 14"];
        string[] debris = ["[bookmark: h.abc123]", "A. Name 11/3/25 18:07\nFormatted: Highlight", "\u00ad", "\u200b", "Page 1 of 9", "Page 2 of 9", "_Toc12345678"];
        var random = new Random(20261124);
        for (var round = 0; round < 500; round++)
        {
            List<string> parts = [], words = [];
            for (var i = random.Next(1, 12); i > 0; i--)
            {
                var isSaid = random.Next(3) > 0;
                parts.Add(isSaid ? said[random.Next(said.Length)] : debris[random.Next(debris.Length)]);
                words.AddRange(isSaid ? parts[^1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : []);
            }

            var read = await Read(string.Join(random.Next(2) == 0 ? "\n\n" : "\n\n\n", parts));

            var left = read.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

            // The line beside two page numbers is a running head, which is kept once.
            Assert.Empty(words.Distinct().Except(left));
            Assert.True(parts.Contains("Page 1 of 9") || parts.Contains("Page 2 of 9") || words.SequenceEqual(left), read.Text);
        }
    }

    [Fact]
    public void Ten_megabytes_of_debris_are_cleaned_in_linear_time()
    {
        foreach (var unit in new[] { "[bookmark: h.a]\n", "\u00ad", "- 1 -\n\n", "\"a\n\n", "A 1/1/11 1:11\n", "Formatted: Font\n", "[to be completed ", "Page 1\n", "x:\n\n\"y\n\n" })
        {
            var text = Repeat(unit, 3_000_000 / unit.Length);
            var read = Cleaner.Clean(new(DocumentKind.Text, text, Intake.Extract.PlainText.PlainTextReader.Blocks(text), null));

            Assert.True(read.Text.Length <= text.Length);
        }
    }

    private static async Task<string> Cleaned(string text) => (await Read(text)).Text.Trim();
}
