using System.Text;
using Intake.Extract;
using Intake.Receive;
using Intake.Tests.Extract;

namespace Intake.Tests.Hostile;

/// <summary>Text that is long, odd, or not text at all.</summary>
public sealed class TextAttackTests
{
    private const string Words = "We support an open and inclusive forum for all. ";

    [Theory]
    [InlineData("letter.txt", "")]
    [InlineData("letter.md", "# ")]
    [InlineData("letter.html", "<html><p>")]
    [InlineData("letter.rtf", "{\\rtf1 ")]
    public void A_line_of_twenty_megabytes_is_cut_and_said_to_be(string name, string start)
    {
        var read = Budget.Read(Encoding.ASCII.GetBytes(start + Reading.Repeat(Words, 20_000_000 / Words.Length)), name);

        Assert.InRange(read.Text.Length, 4_900_000, new ExtractLimits().Characters);
        Assert.Contains("very long", read.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("letter.txt", "")]
    [InlineData("letter.md", "# ")]
    [InlineData("letter.html", "<html><p>")]
    public void A_hundred_thousand_combining_marks_on_one_letter_are_kept(string name, string start)
    {
        var marked = "e" + Reading.Repeat("\u0301", 100_000);
        var read = Budget.Read(Encoding.UTF8.GetBytes(start + "before " + marked + " after"), name);

        Assert.Equal(100_000, read.Text.Count(c => c == '\u0301'));
        Assert.Contains("after", read.Text, StringComparison.Ordinal);
    }

    public static TheoryData<byte[]> Odd =>
    [
        "words\0 and more words that are enough to be text and no program, \0and some more"u8.ToArray(),
        [.. "words "u8, 0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80, .. " more words"u8],
        [.. "words "u8, 0xC0, 0xAF, 0xE0, 0x80, 0xAF, 0xF0, 0x80, 0x80, 0xAF, 0xF8, 0x88, 0x80, 0x80, 0x80, .. " more words"u8],
        [.. "words "u8, 0xF4, 0x90, 0x80, 0x80, .. " more words"u8],
        [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. "words"u8],
        [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("words "), 0x00, 0xD8, .. Encoding.Unicode.GetBytes(" more words")],
        [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("words"), 0x00],
        [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes("words"), 0, 0, 0x11, 0, 0, 0xD8, 0, 0],
        [0x2B, 0x2F, 0x76, 0x38, .. "words"u8],
        [.. "words "u8, 0x1B, 0x24, 0x42, 0x21],
    ];

    [Theory]
    [MemberData(nameof(Odd))]
    public void What_is_no_character_is_replaced_or_dropped_and_the_words_stay(byte[] bytes)
    {
        Assert.Contains("words", Budget.Read(bytes, "letter.txt").Text, StringComparison.Ordinal);
        Assert.Contains("words", Budget.ReadMail([.. "From: a@example.org\nContent-Type: text/plain; charset=utf-8\n\n"u8, .. bytes]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u202Efdp.tfel\u202C", true)]
    [InlineData("\u2066\u2067\u2068\u2069\u200F\u061C", true)]
    [InlineData("\u200B\u200D\u2060\uFEFF\u00AD", false)]
    [InlineData("e\u0301\u0301\u0301", false)]
    public void Marks_of_direction_and_invisible_characters_stay_out_of_names_but_never_break_them(string odd, bool isDirection)
    {
        var file = SafeFileName.Of($"letter{odd}.docx");
        var subject = CleanText.Line($"Our {odd} letter\r\nBcc: x@example.org\0");

        Assert.EndsWith(".docx", file, StringComparison.Ordinal);
        Assert.StartsWith("letter", file, StringComparison.Ordinal);
        Assert.DoesNotContain(subject, char.IsControl);
        Assert.DoesNotContain(file, c => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format);
        Assert.True(!isDirection || odd.All(c => !CleanText.IsBidiControl(c) || !subject.Contains(c, StringComparison.Ordinal)));
    }

    /// <summary>What makes detectors of headings, lists, tables, lines and quotes look far ahead, or back.</summary>
    [Theory]
    [InlineData("1. ")]
    [InlineData("- ")]
    [InlineData("\t\n")]
    [InlineData("a\n")]
    [InlineData("a\n\n")]
    [InlineData("- a\n")]
    [InlineData("=\n")]
    [InlineData("Aa: \n")]
    [InlineData("> ")]
    [InlineData(">\n> \n")]
    [InlineData("(a) ")]
    [InlineData("| ")]
    [InlineData("[")]
    [InlineData("[bookmark: ")]
    [InlineData("[paragraph on ")]
    [InlineData("(to be ")]
    [InlineData("Formatted: ")]
    [InlineData("x-\n")]
    [InlineData("\u00AD")]
    [InlineData("\f")]
    [InlineData("Page 1 of 2\n\f")]
    [InlineData("On Monday, ")]
    [InlineData("From: a\nTo: b\n")]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("http://")]
    [InlineData("“")]
    [InlineData("\"")]
    [InlineData("\u3000")]
    [InlineData(" ")]
    [InlineData("\u1B24$B")]
    public void Endless_repetition_takes_linear_time(string unit)
    {
        var text = Encoding.UTF8.GetBytes("Start\n\n" + Reading.Repeat(unit, 500_000 / Encoding.UTF8.GetByteCount(unit)) + "\n\nWords at the end.");
        Budget.Read(text, "letter.txt");
        Budget.ReadMail([.. "From: a@example.org\nContent-Type: text/plain; format=flowed\n\n"u8, .. text]);
    }

    [Theory]
    [InlineData("1.")]
    [InlineData("-")]
    [InlineData("•")]
    [InlineData("(a)")]
    [InlineData("IV.")]
    [InlineData("*")]
    [InlineData("–")]
    public void The_sign_of_an_item_may_stand_before_anything_or_nothing(string sign)
    {
        foreach (var white in new[] { "", "\u00a0", "\u3000", "\u2003", "\u200b", "\t", " ", "\n" })
        {
            foreach (var words in new[] { "", "First", "First\tsecond" })
            {
                Budget.Read(Encoding.UTF8.GetBytes($"An opening line\n{sign}{white}{words}\n{sign}{white}{words}\nThe words that close."), "letter.txt");
                Budget.Read(Encoding.UTF8.GetBytes($"{sign}{white}{words}"), "letter.txt");
            }
        }
    }
}
