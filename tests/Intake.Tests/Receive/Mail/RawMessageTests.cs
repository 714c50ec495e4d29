using System.Text;
using static Intake.Tests.Receive.Mail.Mailing;

namespace Intake.Tests.Receive.Mail;

public class RawMessageTests
{
    private const string Message = "From: ann@example.org\nSubject: Caf\u00e9\n\nWe agree.\nTruly.";

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\r", "")]
    [InlineData("\n", "From ann@example.org Mon May  2 10:00:00 2026\n")]
    [InlineData("\n", ">From ann@example.org Mon May  2 10:00:00 2026\n")]
    [InlineData("\r\n", "\n\n")]
    [InlineData("\n", "\ufeff")]
    public async Task Whatever_ends_its_lines_and_comes_before_its_header_a_message_is_read(string lineEnd, string before)
    {
        var mail = await Read(Encoding.UTF8.GetBytes((before + Message).Replace("\n", lineEnd, StringComparison.Ordinal)));

        Assert.Equal(("ann@example.org", "Café", "We agree.\nTruly."), (mail.From?.Address, mail.Subject, mail.Text));
    }

    [Fact]
    public async Task A_message_saved_as_utf_16_is_read() =>
        Assert.Equal("Café", (await Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Message)])).Subject);

    [Fact]
    public async Task An_empty_line_before_what_is_no_header_begins_the_body() =>
        Assert.Equal("Note: we agree.", (await Read("\nNote: we agree.")).Text.Trim());
}
