using Intake.Outbox;
using Intake.Receive.Mail;
using MimeKit;

namespace Intake.Tests.Outbox;

/// <summary>Letters as they go out, whatever names and titles they hold.</summary>
public sealed class LetterMessageTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 18, 30, 0, TimeSpan.Zero);

    [Fact]
    public void An_Arabic_letter_runs_from_right_to_left_and_what_is_filled_in_is_set_apart()
    {
        var body = new LetterBody(LetterTexts.Of("ar")).Item("{name} ({size})", ("name", "report.docx"), ("size", "12 kB")).Link("https://example.org/?a=1&b=2");
        Assert.Equal("\u200f- \u2068report.docx\u2069 (\u206812 kB\u2069)\nhttps://example.org/?a=1&b=2\n", body.Text);
        Assert.Contains("<section lang=\"ar\" dir=\"rtl\">", body.Html, StringComparison.Ordinal);
        Assert.Contains("<bdi>report.docx</bdi>", body.Html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org/?a=1&amp;b=2\">", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_Arabic_title_in_an_English_sentence_is_set_apart_and_an_English_one_is_not()
    {
        var body = new LetterBody(LetterTexts.Of("en")).Say("About {title}.", ("title", "منتدى")).Say("About {title}.", ("title", "Forum"));
        Assert.Equal("About \u2068منتدى\u2069.\nAbout Forum.\n", body.Text);
    }

    [Fact]
    public void What_is_filled_in_is_text_never_markup_nor_a_line_nor_a_place_for_more()
    {
        const string hostile = "<b>{receipt}</b>\r\nBcc: x@example.org\u202e";
        var body = new LetterBody(LetterTexts.Of("en")).Say("{name} and {receipt}", ("name", hostile), ("receipt", "R"));
        Assert.Equal("<b>{receipt}</b> Bcc: x@example.org and R\n", body.Text);
        Assert.Contains("&lt;b&gt;{receipt}&lt;/b&gt;", body.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", LetterBody.Fill("{name}", ("name", hostile)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_has_short_ASCII_lines_and_is_read_back_as_it_was_written()
    {
        var subject = $"已收到：您为“{new string('论', 60)}”提交的意见";
        var text = string.Concat(Enumerable.Repeat("Вклад получен. تم الاستلام.\n.\n", 50));
        var (lines, mail) = Sent(new Letter(subject, text, "<p>é</p>", IsAnswer: true, "ru"), ["first@s", "second@s"]);
        Assert.All(lines, line => Assert.True(line.Length <= 100 && line.All(c => c is >= ' ' and <= '~' or '\t'), line));
        Assert.Equal(subject, mail.Subject);
        Assert.Equal(text.TrimEnd(), mail.Text.TrimEnd());
        Assert.Equal("auto-replied", mail.Headers["Auto-Submitted"]);
        Assert.Equal("All", mail.Headers["X-Auto-Response-Suppress"]);
        Assert.Equal("ru", mail.Headers["Content-Language"]);
        Assert.Equal("<first@s>", mail.Headers["In-Reply-To"]);
        Assert.Equal("<first@s> <second@s>", mail.Headers["References"]);
        Assert.Equal("id@example.org", mail.MessageId);
        Assert.Null(mail.Headers["Precedence"]);
    }

    [Theory]
    [InlineData("a@s\r\nBcc: x@example.org")]
    [InlineData("a@s> <b@s")]
    [InlineData("a b@s")]
    [InlineData("ä@s")]
    [InlineData("")]
    public void A_Message_ID_that_is_none_is_not_repeated(string id)
    {
        var (lines, mail) = Sent(new Letter("s", "t", "t", IsAnswer: true, "en"), [id]);
        Assert.Null(mail.Headers["In-Reply-To"]);
        Assert.DoesNotContain(lines, line => line.StartsWith("Bcc", StringComparison.Ordinal));
    }

    [Fact]
    public void A_subject_with_a_line_end_stays_one_line()
    {
        var (lines, _) = Sent(new Letter("Call\r\nBcc: x@example.org", "t", "t", IsAnswer: false, "en"), []);
        Assert.DoesNotContain(lines, line => line.StartsWith("Bcc", StringComparison.Ordinal));
        Assert.Contains("Auto-Submitted: auto-generated", lines);
    }

    private static (string[] Lines, InboundMail Mail) Sent(Letter letter, string[] inReplyTo)
    {
        using var message = LetterMessage.Of(
            letter, new MailboxAddress("Intake", "intake@example.org"), new MailboxAddress("", "ana@example.org"), "id@example.org", inReplyTo, Now);
        using var bytes = new MemoryStream();
        message.Prepare(EncodingConstraint.SevenBit);
        message.WriteTo(bytes);
        var mail = new MailReader(new MailLimits()).Read(bytes.ToArray(), [], null, CancellationToken.None);
        return (System.Text.Encoding.Latin1.GetString(bytes.ToArray()).Split('\n').Select(line => line.TrimEnd('\r')).ToArray(), mail);
    }
}
