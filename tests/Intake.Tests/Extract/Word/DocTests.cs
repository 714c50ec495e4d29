using Intake.Extract;
using Intake.Extract.Converters;
using Intake.Extract.Word;
using Intake.Tests.Extract.Converters;

namespace Intake.Tests.Extract.Word;

/// <summary>Where antiword or catdoc is not installed, the tests that need it assert that it is said.</summary>
public class DocTests
{
    private const string Letter = "Dear Chair,\rWe welcome the “open” process, see \x13 HYPERLINK \"http://example.org\" \x14our page\x15. Участие всех, 参与.\r1. Publish all drafts.\r";

    [Fact]
    public async Task Paragraphs_and_items_are_read_in_any_script_and_codes_of_fields_are_not()
    {
        var read = await Reading.Read(DocFile.Word(Letter), "letter.txt");

        if (Installed.For(read, Converter.Antiword))
        {
            Assert.Equal(DocumentKind.Doc, read.Kind);
            Assert.Equal(["Paragraph: Dear Chair,", "Paragraph: We welcome the “open” process, see our page. Участие всех, 参与.", "ListItem: 1. Publish all drafts."], read.Blocks());
            Assert.Null(read.Problem);
        }
    }

    [Fact]
    public async Task What_antiword_does_not_take_catdoc_reads()
    {
        var path = Environment.GetEnvironmentVariable("PATH")!.Split(':').FirstOrDefault(folder => File.Exists(Path.Combine(folder, "catdoc")));
        var only = Directory.CreateTempSubdirectory("catdoc-");
        try
        {
            if (path is not null)
            {
                File.CreateSymbolicLink(Path.Combine(only.FullName, "catdoc"), Path.Combine(path, "catdoc"));
            }

            var limits = new ExtractLimits();
            var read = await new DocReader(limits, new(limits, only.FullName)).ReadAsync(DocFile.Word(Letter), default);

            Assert.Equal(["Paragraph: Dear Chair,", "Paragraph: We welcome the “open” process, see our page . Участие всех, 参与.", "ListItem: 1. Publish all drafts."], read.Blocks());
        }
        catch (UnreadableException unreadable) when (path is null)
        {
            Assert.Equal(Converter.Antiword.MissingSentence, unreadable.Message);
        }
        finally
        {
            only.Delete(recursive: true);
        }
    }

    [Fact]
    public void Rows_and_notes_are_told_from_paragraphs()
    {
        var paragraphs = DocText.OfAntiword("\n\nFunding[1]\n\nState|Share|\nKenya| 12 %|\n||\n\n[1] In 2004.\n");

        Assert.Equal(
            ["Paragraph Funding[1]", "TableRow State\u001fShare", "TableRow Kenya\u001f12 %", "Note [1] In 2004."],
            paragraphs.Select(paragraph => $"{paragraph.Kind} {paragraph.Text}"));
    }

    [Fact]
    public async Task A_password_is_named_as_the_reason()
    {
        var read = await Reading.Read(DocFile.Word(Letter, isEncrypted: true));

        if (Installed.For(read, Converter.Antiword))
        {
            Assert.Contains("password", read.Problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Workbook", "spreadsheet")]
    [InlineData("PowerPoint Document", "presentation")]
    [InlineData("__properties_version1.0", "Outlook")]
    [InlineData("Something", "kind of file")]
    public async Task Other_compound_files_are_named_by_what_they_hold(string stream, string word)
    {
        var read = await Reading.Read(DocFile.Compound((stream, new byte[100])), "letter.doc", "application/msword");

        Assert.Equal(DocumentKind.Unknown, read.Kind);
        Assert.Contains(word, read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_converters_it_is_said_what_to_install()
    {
        var limits = new ExtractLimits();
        using var stream = new MemoryStream(DocFile.Word(Letter));

        Assert.Equal("Word 97 cannot be read here: install antiword", (await new DocumentReader(limits, new(limits, "/nowhere")).ReadAsync(stream, "a.doc", "", default)).Problem);
    }

    [Fact]
    public async Task Mutated_documents_are_read_or_reported()
    {
        var sample = DocFile.Word(Letter);
        var random = new Random(12);
        for (var round = 0; round < 30; round++)
        {
            await Reading.Read(Mutation.Of(sample, random));
        }
    }
}
