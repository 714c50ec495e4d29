using System.IO.Compression;
using System.Text;
using Intake.Extract;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract.Containers;

public class ZipReaderTests
{
    [Fact]
    public async Task Documents_are_read_in_the_archives_order_each_under_its_name()
    {
        var read = await Read(Zip([
            ("b/statement.docx", Docx(Paragraph("We agree with all of it."))),
            ("a.txt", "Donors should pay.\n\n1. First\n2. Second"u8.ToArray()),
        ]));

        Assert.Equal(DocumentKind.Zip, read.Kind);
        Assert.Null(read.Problem);
        Assert.Equal(
            ["Heading: statement.docx", "Paragraph: We agree with all of it.", "Heading: a.txt", "Paragraph: Donors should pay.", "ListItem: 1. First", "ListItem: 2. Second"],
            read.Blocks());
    }

    [Fact]
    public async Task What_could_not_be_read_is_told_by_its_name_and_the_rest_is_read()
    {
        var read = await Read(Zip([
            ("table.xlsx", Zip([("[Content_Types].xml", "spreadsheetml"u8.ToArray())])),
            ("letter.txt", "We agree."u8.ToArray()),
            ("inner.zip", Zip([("a.txt", "hidden"u8.ToArray())])),
            ("mail.eml", "From: a@example.org\nMessage-ID: <1@x>\n\nhidden"u8.ToArray()),
            ("empty.txt", []),
            ("broken.docx", [.. "PK\u0003\u0004"u8, 0, 0]),
        ]));

        Assert.Equal(["Heading: letter.txt", "Paragraph: We agree."], read.Blocks());
        Assert.Contains("table.xlsx: This spreadsheet", read.Problem, StringComparison.Ordinal);
        Assert.Contains("inner.zip: An archive within", read.Problem, StringComparison.Ordinal);
        Assert.Contains("mail.eml: A message within", read.Problem, StringComparison.Ordinal);
        Assert.Contains("empty.txt: This document is empty", read.Problem, StringComparison.Ordinal);
        Assert.Contains("broken.docx: ", read.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("letter.txt", read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_systems_leave_in_archives_is_passed_over()
    {
        var read = await Read(Zip([("dir/", []), ("__MACOSX/._a.txt", "x"u8.ToArray()), ("dir/.DS_Store", "x"u8.ToArray()), ("Thumbs.db", "x"u8.ToArray()), ("dir/a.txt", "We agree."u8.ToArray())]));

        Assert.Null(read.Problem);
        Assert.Equal(["Heading: a.txt", "Paragraph: We agree."], read.Blocks());
        Assert.Contains("holds no documents", (await Read(Zip([("dir/", [])]))).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("C:\\Users\\me\\letter.txt", "letter.txt")]
    [InlineData("CON.txt", "_CON.txt")]
    [InlineData("gpj.\u202eexe.txt", "gpj.exe.txt")]
    public async Task Names_are_made_safe(string path, string shown) =>
        Assert.Equal("Heading: " + shown, (await Read(Zip([(path, "We agree."u8.ToArray())]))).Blocks().First());

    [Theory]
    [InlineData(437)]
    [InlineData(65001)]
    public async Task Names_that_do_not_say_their_character_set_are_read_as_utf8_or_the_old_pcs(int codePage)
    {
        var encoding = codePage == 437 ? CodePagesEncodingProvider.Instance.GetEncoding(437)! : Encoding.UTF8;
        var bytes = Zip([("Xtellungnahme.txt", "We agree."u8.ToArray())]);

        // The name is replaced by one of the same length in bytes, and nothing says that it is UTF-8.
        var name = encoding.GetBytes("Änderung über.txt");
        name = [.. name[..Math.Min(name.Length, 13)], .. ".txt"u8];
        for (var at = bytes.AsSpan().IndexOf("Xtellungnahme.txt"u8); at >= 0; at = bytes.AsSpan().IndexOf("Xtellungnahme.txt"u8))
        {
            name.CopyTo(bytes, at);
        }

        Assert.StartsWith("Heading: Änderung ü", (await Read(bytes)).Blocks().First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encrypted_entry_is_said_to_be_protected()
    {
        var bytes = Zip([("secret.txt", "We agree."u8.ToArray()), ("open.txt", "We differ."u8.ToArray())]);
        bytes[6] |= 1;
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        var read = await Read(bytes);

        Assert.Contains("secret.txt: it is protected with a password", read.Problem, StringComparison.Ordinal);
        Assert.Contains("We differ.", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("We agree.", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bomb_among_documents_ends_the_reading_and_what_was_read_stays()
    {
        var read = await Read(
            Zip([("a.txt", "We agree."u8.ToArray()), ("bomb.txt", new byte[40_000_000]), ("b.txt", "We differ."u8.ToArray())]),
            limits: new() { InflatedBytes = 5_000_000 });

        Assert.Equal(["Heading: a.txt", "Paragraph: We agree."], read.Blocks());
        Assert.Contains("bomb.txt: it was not read", read.Problem, StringComparison.Ordinal);
        Assert.Contains("b.txt: it was not read", read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_documents_inflate_to_is_counted_over_all_of_them()
    {
        var large = Docx(Repeat(Paragraph(Repeat("We agree with all of it. ", 40)), 1_000));
        var archive = Zip(Enumerable.Range(0, 20).Select(i => ($"{i:00}.docx", large)));

        var read = await Read(archive, limits: new() { InflatedBytes = 3_000_000 });

        Assert.Contains("00.docx", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("19.docx", read.Text, StringComparison.Ordinal);
        Assert.Contains("19.docx: it was not read, since the documents are too large together", read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_documents_are_read_than_allowed_and_the_others_are_named_or_counted()
    {
        var read = await Read(Zip(Enumerable.Range(0, 90).Select(i => ($"{i:00}.txt", "We agree."u8.ToArray()))), limits: new() { InnerDocuments = 3 });

        Assert.Equal(6, read.Blocks.Count);
        Assert.Contains("03.txt: it was not read", read.Problem, StringComparison.Ordinal);
        Assert.EndsWith("And 37 more.", read.Problem, StringComparison.Ordinal);
        Assert.Contains("too many files", (await Read(Zip([("a", [1]), ("b", [1])]), limits: new() { ZipEntries = 1 })).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_of_all_of_them_stays_within_the_limits_of_one_document()
    {
        var read = await Read(Zip(Enumerable.Range(0, 9).Select(i => ($"{i}.txt", Encoding.UTF8.GetBytes(Repeat("We agree. ", 50))))), limits: new() { Characters = 1_200 });

        Assert.InRange(read.Text.Length, 900, 1_200);
        Assert.Contains("only the first", read.Problem, StringComparison.Ordinal);
        Assert.Contains("8.txt: it was not read", read.Problem, StringComparison.Ordinal);
    }

    /// <summary>Whatever happens to the bytes, every file the archive still lists is in the text or in the problem.</summary>
    [Fact]
    public async Task Every_entry_of_a_damaged_archive_is_read_or_named()
    {
        var sample = Zip([("one.txt", "First letter."u8.ToArray()), ("two.docx", Docx(Paragraph("Second letter."))), ("three.html", "<p>Third letter."u8.ToArray())]);
        var random = new Random(20261124);
        for (var round = 0; round < 1_500; round++)
        {
            var bytes = Mutation.Of(sample, random);
            var read = await Read(bytes);
            if (read.Kind != DocumentKind.Zip)
            {
                continue;
            }

            foreach (var name in Listed(bytes))
            {
                Assert.True(
                    read.Text.Contains(name, StringComparison.Ordinal) || read.Problem!.Contains(name, StringComparison.Ordinal) || read.Blocks.Count == 0,
                    $"round {round}: {name} is neither read nor named: {read.Problem}");
            }
        }
    }

    private static IEnumerable<string> Listed(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return [.. zip.Entries.Select(entry => entry.FullName).Where(name => name is "one.txt" or "two.docx" or "three.html")];
    }
}
