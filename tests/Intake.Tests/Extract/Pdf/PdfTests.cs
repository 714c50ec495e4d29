using System.Text;
using Intake.Extract;
using Intake.Extract.Converters;
using Intake.Tests.Extract.Converters;

namespace Intake.Tests.Extract.Pdf;

/// <summary>Where pdftotext is not installed, each of these asserts that it is said.</summary>
public class PdfTests
{
    [Fact]
    public async Task Wrapped_lines_are_one_paragraph_and_space_or_a_short_line_divides_paragraphs()
    {
        var file = new PdfFile().Page()
            .Text(70, 100, 11, "We welcome the process and ask that all of the drafts be", "published before the meeting.", "We also ask that remote participation be free of cost to", "everybody.")
            .Text(70, 200, 11, "A third paragraph stands apart from the other two of them.");

        await HasBlocks(
            file,
            "Paragraph: We welcome the process and ask that all of the drafts be published before the meeting.",
            "Paragraph: We also ask that remote participation be free of cost to everybody.",
            "Paragraph: A third paragraph stands apart from the other two of them.");
    }

    [Fact]
    public async Task Hyphenation_is_undone_and_the_hyphens_of_compounds_stay()
    {
        var file = new PdfFile().Page().Text(
            70, 100, 11,
            "The multi-stakeholder model needs a lasting commit-", "ment of its partners. No other kind than the multi-",
            "stakeholder one has been tried in the region Asia-", "Pacific, from the year 2004 to the years 2005-", "2006, with any suc\u00ad", "cess IN CAPI-", "TALS that would be worth to be mentioned here at all.");

        await HasBlocks(
            file,
            "Paragraph: The multi-stakeholder model needs a lasting commitment of its partners. No other kind than the multi-stakeholder one has been tried in the region Asia-Pacific, from the year 2004 to the years 2005-2006, with any success IN CAPITALS that would be worth to be mentioned here at all.");
    }

    [Fact]
    public async Task Two_columns_are_read_one_after_the_other_and_a_paragraph_goes_on_in_the_next()
    {
        var file = new PdfFile().Page()
            .Text(60, 100, 10, "The left column is the first one", "that is read, and it is as long as", "the right column, so that nobody", "takes it for a table. Its sentence", "goes on at the top of the page in")
            .Text(320, 100, 10, "the other column, as it does with", "all of the printed journals that", "have two columns on their pages", "and no space for a single line to", "be left over.");

        await HasBlocks(
            file,
            "Paragraph: The left column is the first one that is read, and it is as long as the right column, so that nobody takes it for a table. Its sentence goes on at the top of the page in the other column, as it does with all of the printed journals that have two columns on their pages and no space for a single line to be left over.");
    }

    [Fact]
    public async Task Running_heads_are_read_once_page_numbers_not_at_all_and_a_paragraph_goes_on_over_the_page()
    {
        var file = new PdfFile();
        for (var page = 1; page <= 3; page++)
        {
            file.Page().Text(70, 40, 9, "Statement of the Example Foundation").Text(290, 810, 9, $"{page}")
                .Text(70, 100, 11, $"goes over page {page} and has a line that is long enough to be full,", "then another line that is as long as the first line had been,", "and a last line on the page, which is not the last of all, but");
        }

        await HasBlocks(
            file,
            "Paragraph: Statement of the Example Foundation",
            "Paragraph: " + string.Join(' ', Enumerable.Range(1, 3).Select(page => $"goes over page {page} and has a line that is long enough to be full, then another line that is as long as the first line had been, and a last line on the page, which is not the last of all, but")));
    }

    [Fact]
    public async Task Larger_letters_are_headings_signs_are_items_and_small_numbered_lines_are_notes()
    {
        var file = new PdfFile().Page()
            .Text(70, 80, 18, "Funding of the Forum")
            .Text(70, 120, 11, "The forum has no budget of its own, which limits what it can do, and", "for whom it can do it at all.", "We propose to do these three things:")
            .Text(70, 170, 11, "•").Text(90, 170, 11, "a trust fund to which all may give, also those who give little and", "who give it late;")
            .Text(70, 210, 11, "•").Text(90, 210, 11, "a public record of every gift.")
            .Text(70, 240, 11, "1. Publish the accounts.", "2. Publish the minutes.")
            .Text(70, 760, 8, "1 General Assembly resolution, paragraph 17.");

        await HasBlocks(
            file,
            "Heading: Funding of the Forum",
            "Paragraph: The forum has no budget of its own, which limits what it can do, and for whom it can do it at all.",
            "Paragraph: We propose to do these three things:",
            "ListItem: • a trust fund to which all may give, also those who give little and who give it late;",
            "ListItem: • a public record of every gift.",
            "ListItem: 1. Publish the accounts.",
            "ListItem: 2. Publish the minutes.",
            "Note: 1 General Assembly resolution, paragraph 17.");
    }

    [Fact]
    public async Task Right_to_left_scripts_are_in_the_order_of_reading_and_ligatures_are_letters()
    {
        // A page holds Hebrew as it is seen, from left to right; numbers too.
        var seen = string.Join(' ', "הזו 2012 הפתוחה ההתייעצות על מברכים אנו".Split(' ').Select(word => char.IsDigit(word[0]) ? word : new([.. word.Reverse()])));
        var file = new PdfFile().Page().Text(70, 100, 11, '.' + seen).Text(70, 200, 11, "The ﬁrst oﬃce");

        await HasBlocks(file, "Paragraph: אנו מברכים על ההתייעצות הפתוחה 2012 הזו.", "Paragraph: The first office");
    }

    [Fact]
    public async Task The_values_of_form_fields_are_read() =>
        await HasBlocks(new PdfFile().Page().Text(70, 100, 11, "Your name:").Field("Amina Example"), "Paragraph: Your name:", "Paragraph: Amina Example");

    [Fact]
    public async Task Files_within_are_named_as_not_read()
    {
        var read = await Reading.Read(new PdfFile().Page().Text(70, 100, 11, "See the letter within.").Attach("letter.txt", "hello").ToBytes());

        if (Installed.For(read, Converter.PdfToText))
        {
            Assert.Equal("See the letter within.", read.Text);
            Assert.Contains("1: letter.txt", read.Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_scan_is_said_to_hold_no_text()
    {
        var read = await Reading.Read(new PdfFile().Page().ToBytes());

        if (Installed.For(read, Converter.PdfToText))
        {
            Assert.Equal("This PDF holds no text that could be read; it may be a scan. It is kept as received.", read.Problem);
        }
    }

    [Fact]
    public async Task A_password_is_named_as_the_reason()
    {
        // The keys fit no password. Version 2, revision 3 of the standard handler.
        var pdf = Encoding.Latin1.GetString(new PdfFile().Page().Text(70, 100, 11, "secret").ToBytes())
            .Replace("/Root 1 0 R", $"/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{new string('1', 64)}> /U <{new string('2', 64)}> >>", StringComparison.Ordinal);

        var read = await Reading.Read(Encoding.Latin1.GetBytes(pdf));

        if (Installed.For(read, Converter.PdfToText))
        {
            Assert.Contains("password", read.Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_damaged_document_is_read_as_far_as_it_can_be_mended()
    {
        var pdf = Encoding.Latin1.GetString(new PdfFile().Page().Text(70, 100, 11, "Still here.").ToBytes());
        var read = await Reading.Read(Encoding.Latin1.GetBytes(pdf.Replace("0 n \n", "9 n \n", StringComparison.Ordinal).Replace("startxref", "startx", StringComparison.Ordinal)));

        if (Installed.For(read, Converter.PdfToText))
        {
            Assert.Equal("Still here.", read.Text);
        }
    }

    [Fact]
    public async Task What_only_begins_like_a_pdf_is_said_to_be_damaged()
    {
        var read = await Reading.Read("%PDF-1.4\nnothing else");

        if (Installed.For(read, Converter.PdfToText))
        {
            Assert.Equal("This PDF is damaged and could not be read; it is kept as received.", read.Problem);
        }
    }

    [Fact]
    public async Task Of_a_long_document_the_first_pages_are_read_and_it_is_said()
    {
        var file = new PdfFile();
        for (var page = 1; page <= 4; page++)
        {
            file.Page().Text(70, 400, 11, $"This is page {page}.");
        }

        var read = await Reading.Read(file.ToBytes(), limits: new() { PdfPages = 2 });

        if (Installed.For(read, Converter.PdfToText))
        {
            Assert.Equal(["Paragraph: This is page 1.", "Paragraph: This is page 2."], read.Blocks());
            Assert.Contains("only the first 2 pages", read.Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_the_converter_it_is_said_what_to_install()
    {
        var limits = new ExtractLimits();
        using var stream = new MemoryStream(new PdfFile().Page().ToBytes());
        var read = await new DocumentReader(limits, new(limits, "/nowhere")).ReadAsync(stream, "a.pdf", "", default);

        Assert.Equal("PDF cannot be read here: install poppler-utils", read.Problem);
        Assert.Equal(DocumentKind.Pdf, read.Kind);
    }

    [Fact]
    public async Task Mutated_documents_are_read_or_reported()
    {
        var sample = new PdfFile().Page().Text(70, 100, 11, "Some words on a page,", "and some more.").Field("value").ToBytes();
        var random = new Random(11);
        for (var round = 0; round < 30; round++)
        {
            await Reading.Read([.. "%PDF-1.7\n"u8, .. Mutation.Of(sample, random)]);
        }
    }

    private static async Task HasBlocks(PdfFile file, params string[] blocks)
    {
        var read = await Reading.Read(file.ToBytes());
        Assert.Equal(DocumentKind.Pdf, read.Kind);
        if (Installed.For(read, Converter.PdfToText))
        {
            Assert.Equal(blocks, read.Blocks());
            Assert.Null(read.Problem);
        }
    }
}
