using System.Text;
using Intake.Receive;

namespace Intake.Tests.Receive.Mail;

public class SafeFileNameTests
{
    [Theory]
    [InlineData("letter.docx", "letter.docx")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\temp\letter.pdf", "letter.pdf")]
    [InlineData("..", "document")]
    [InlineData("", "document")]
    [InlineData(null, "document")]
    [InlineData("   ", "document")]
    [InlineData("con", "_con")]
    [InlineData("NUL.txt", "_NUL.txt")]
    [InlineData("COM1.docx", "_COM1.docx")]
    [InlineData("communiqué.docx", "communiqué.docx")]
    [InlineData("a\r\nBcc: x@y.docx", "a Bcc_ x@y.docx")]
    [InlineData("a\0.pdf", "a.pdf")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("文書.docx", "文書.docx")]
    [InlineData("letter. .", "letter")]
    [InlineData("a/", "document")]
    public void A_name_is_one_that_may_be_shown_and_saved(string? given, string safe) => Assert.Equal(safe, SafeFileName.Of(given));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("\ufffdx.txt", SafeFileName.Of("\ud800x.txt"));

    [Theory]
    [InlineData("a")]
    [InlineData("文")]
    [InlineData("👩‍👧")]
    public void A_long_name_is_cut_between_characters_and_keeps_its_extension(string character)
    {
        var safe = SafeFileName.Of(string.Concat(Enumerable.Repeat(character, 300)) + ".docx");

        Assert.InRange(Encoding.UTF8.GetByteCount(safe), 200, SafeFileName.MaxBytes);
        Assert.EndsWith(".docx", safe, StringComparison.Ordinal);
        Assert.DoesNotContain('\ufffd', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(safe)));
    }
}
