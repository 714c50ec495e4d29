using Intake.Tests.Extract;

namespace Intake.Tests.Hostile;

/// <summary>Archives that are not what they say.</summary>
public sealed class ZipAttackTests
{
    private const int Megabyte = 1024 * 1024;

    public static TheoryData<string> Documents => ["letter.docx", "letter.odt"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_bomb_is_refused_as_too_large_and_never_held(string name)
    {
        foreach (var (filler, what) in new[] { (new byte[40 * Megabyte], "damaged"), (System.Text.Encoding.ASCII.GetBytes("<a>" + Reading.Repeat("<b/>", 8 * Megabyte)), "too large") })
        {
            var read = Budget.Read(Reading.Zip([.. Of(name).Parts.Select(part => part.Path is "word/document.xml" or "content.xml" ? (part.Path, filler) : part)]), name);

            // The margins of the pages stand in another part.
            Assert.True(read.Text is "" or "Head", read.Text[..Math.Min(read.Text.Length, 100)]);
            Assert.Contains(what, read.Problem, StringComparison.Ordinal);
        }
    }

    /// <summary>The archive says 10 bytes, and 4 GB: both are read for what is really in them.</summary>
    [Theory]
    [InlineData("letter.docx", 10u)]
    [InlineData("letter.docx", uint.MaxValue - 1)]
    [InlineData("letter.odt", 10u)]
    [InlineData("letter.odt", uint.MaxValue - 1)]
    public void A_stated_size_is_not_believed(string name, uint stated)
    {
        var zip = new RawZip();
        foreach (var (path, content) in Of(name).Parts)
        {
            zip.Add(path, content, path is "word/document.xml" or "content.xml" ? stated : null);
        }

        Budget.Read(zip.Finish(), name);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void An_entry_said_to_be_encrypted_is_reported(string name)
    {
        var zip = new RawZip();
        foreach (var (path, content) in Of(name).Parts)
        {
            // What an encrypted entry really holds looks random.
            zip.Add(path, path is "word/document.xml" or "content.xml" ? [.. content.Select((b, i) => (byte)(b ^ (i * 7)))] : content, encrypted: path is "word/document.xml" or "content.xml");
        }

        var read = Budget.Read(zip.Finish(), name);

        Assert.True(read.Text is "" or "Head", read.Text);
        Assert.Contains("damaged", read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_share_their_content_count_each_time()
    {
        var zip = new RawZip();
        var content = System.Text.Encoding.ASCII.GetBytes(Reading.Repeat("We support the plan. ", Megabyte / 20));
        var at = zip.Add("0.txt", content);
        for (var i = 1; i < 400; i++)
        {
            zip.AddAgain($"{i}.txt", content, at);
        }

        Assert.NotNull(Budget.Read(zip.Finish(), "letters.zip", inflated: 100 * Megabyte).Problem);
    }

    /// <summary>The last record that looks like the archive's end is not the one that is used, if it is too near to the file's end.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void The_list_of_entries_is_bounded_wherever_its_length_is_stated(bool falseEnd, bool falseCount)
    {
        var zip = new RawZip { Comment = falseEnd ? "PK\u0005\u0006"u8.ToArray() : [], StatedEntries = falseCount ? (ushort)1 : null };
        zip.Add("word/document.xml", "<a/>"u8.ToArray());
        for (var i = 0; i < 60_000; i++)
        {
            zip.List("x");
        }

        var read = Budget.Read(zip.Finish(), "letter.docx", limits: new() { ZipEntries = 50 });

        Assert.Empty(read.Blocks);
        Assert.NotNull(read.Problem);
        if (!falseCount)
        {
            Assert.Contains("too many files", read.Problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("../../../etc/cron.d/x.txt")]
    [InlineData("/etc/passwd.txt")]
    [InlineData("C:\\Windows\\x.txt")]
    [InlineData("x\0.txt")]
    [InlineData("\r\nSet-Cookie: x.txt")]
    [InlineData("CON.txt")]
    public void A_path_in_an_archive_is_a_name_and_nothing_more(string path) =>
        Budget.Read(Reading.Zip([(path, "We support the plan."u8.ToArray())]), "letters.zip");

    private static Sample Of(string name) => Samples.All.Single(sample => sample.Name == name);
}
