using System.Text;
using Intake.Extract;
using Intake.Extract.Charsets;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract;

public class PlainTextTests
{
    [Fact]
    public async Task Paragraphs_are_divided_by_empty_lines_and_keep_their_line_breaks()
    {
        var read = await Read("First line of a letter that was wrapped by the mail program\r\nat a column.\r\n\r\nSecond paragraph.\r\n");

        Assert.Equal(DocumentKind.Text, read.Kind);
        Assert.Equal(["Paragraph: First line of a letter that was wrapped by the mail program\nat a column.", "Paragraph: Second paragraph."], read.Blocks());
        Assert.Null(read.Problem);
    }

    [Fact]
    public async Task In_a_text_with_a_paragraph_a_line_each_line_is_a_block()
    {
        var one = "We ask the group to publish the records of its meetings, and to give every stakeholder the time to read them before the next one.";
        var two = "We also ask for interpretation into the six languages, because a consultation in one language is not an open and inclusive one.";

        var read = await Read($"Dear Mr Chairman,\n{one}\n{two}\nYours sincerely");

        Assert.Equal(["Paragraph: Dear Mr Chairman,", $"Paragraph: {one}", $"Paragraph: {two}", "Paragraph: Yours sincerely"], read.Blocks());
    }

    [Fact]
    public async Task List_items_are_blocks_of_their_own_with_or_without_empty_lines()
    {
        var read = await Read("""
            We propose:
            · that all drafts be published, and that comments
              on them be published too;

            - that remote participation be free;
            1. a first number
            a) a letter
            (iv) a Roman one
            i. another
            """);

        Assert.Equal(
            [
                "Paragraph: We propose:",
                "ListItem: · that all drafts be published, and that comments\n  on them be published too;",
                "ListItem: - that remote participation be free;",
                "ListItem: 1. a first number",
                "ListItem: a) a letter",
                "ListItem: (iv) a Roman one",
                "ListItem: i. another",
            ],
            read.Blocks().Select(block => block.Replace("\n              ", "\n  ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Lines_with_as_many_tabs_are_rows_of_a_table()
    {
        var read = await Read("Our figures:\nCountry\tMembers\nKenya\t14\nPeru\t9\n1.\tAn item\n2.\tAnother");

        Assert.Equal(["Paragraph: Our figures:", "TableRow: Country\tMembers", "TableRow: Kenya\t14", "TableRow: Peru\t9", "ListItem: 1.\tAn item", "ListItem: 2.\tAnother"], read.Blocks());
    }

    [Fact]
    public async Task A_year_at_the_start_of_a_wrapped_line_is_no_list_item()
    {
        var read = await Read("The working group was first asked to report to the Commission in\n12. session, and it did so in good time before the meeting of the\nCommission.");

        Assert.Single(read.Blocks);
    }

    [Theory]
    [InlineData("# Access\n\nText.", "Heading: # Access")]
    [InlineData("Access for all\n==============\nText.", "Heading: Access for all")]
    [InlineData("[bookmark: h.ue4dyzz46jd1]a. Implementation (Questions 2 and 3);\n· first\n· second", "Heading: a. Implementation (Questions 2 and 3);")]
    [InlineData("Preparatory process\n\nThe working group considered that the process should allow for greater inclusiveness, especially of those who never took part.", "Heading: Preparatory process")]
    [InlineData("Dear Mr Chairman\n\nThank you for the invitation to the consultation, which we accept with pleasure and with the hope for many more.", "Paragraph: Dear Mr Chairman")]
    [InlineData("Ambassador Y. Karklins\n\nPresident of the Committee\n\nGeneva", "Paragraph: Ambassador Y. Karklins")]
    [InlineData("¹ General Assembly resolution, paragraph 17", "Note: ¹ General Assembly resolution, paragraph 17")]
    public async Task The_first_block_is_a_heading_only_when_it_looks_like_one(string text, string first) =>
        Assert.Equal(first, (await Read(text)).Blocks().First());

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public async Task The_character_set_is_found_by_mark_pattern_or_exclusion(string charset, bool withMark)
    {
        var encoding = charset == "windows-1252" ? Charset.Windows1252 : Encoding.GetEncoding(charset);
        var text = "Der Prozess muß für alle öffentlich sein.";

        var read = await Read([.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);

        Assert.Equal(text, read.Text);
    }

    [Fact]
    public async Task Zero_bytes_are_dropped_and_broken_characters_replaced()
    {
        var read = await Read([.. "Open\0 and inclusive: "u8, 0xED, 0xA0, 0x80, .. Encoding.UTF8.GetBytes(Repeat(" é", 80))]);

        Assert.StartsWith("Open and inclusive: \ufffd", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declared_character_set_is_followed_when_the_bytes_agree()
    {
        var koi8 = Charset.Named("koi8-r")!.GetBytes("Открытый процесс");

        Assert.Equal("Открытый процесс", (await Read(koi8, "a.txt", "text/plain; charset=koi8-r")).Text);
        Assert.Equal("Открытый", (await Read("Открытый", "a.txt", "text/plain; charset=us-ascii")).Text);
    }

    [Fact]
    public async Task Of_a_text_over_the_limit_the_beginning_is_read_and_the_cut_is_said()
    {
        var read = await Read(Repeat("word ", 1000), limits: new() { Characters = 100 });

        Assert.Equal(100, read.Text.Length);
        Assert.Contains("only the first 100 characters", read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_over_the_byte_limit_is_read_as_far_as_it_goes()
    {
        var read = await Read(Repeat("é", 1000), limits: new() { Bytes = 101 });

        Assert.Equal(Repeat("é", 50), read.Text);
        Assert.NotNull(read.Problem);
    }

    [Theory]
    [InlineData("word ")]
    [InlineData("w")]
    [InlineData("\r")]
    [InlineData(" ")]
    [InlineData("- a\n")]
    [InlineData("A heading here\n\n")]
    [InlineData("e\u0301")]
    public async Task Twenty_megabytes_of_one_thing_are_read(string unit)
    {
        var read = await Read(Repeat(unit, 20_000_000 / unit.Length));

        Assert.All(read.Blocks, block => Assert.InRange(block.End - block.Start, 1, new ExtractLimits().BlockCharacters));
    }

    [Fact]
    public async Task A_paragraph_too_long_for_one_passage_is_divided_between_sentences()
    {
        var read = await Read(Repeat("This is a sentence. ", 20), limits: new() { BlockCharacters = 100 });

        Assert.All(read.Blocks(), block => Assert.EndsWith("sentence.", block, StringComparison.Ordinal));
        Assert.Equal(20, read.Blocks().Sum(block => block.Split("sentence.").Length - 1));
    }
}
