using static Intake.Tests.Receive.Mail.Mailing;

namespace Intake.Tests.Receive.Mail;

public class BodyTests
{
    [Theory]
    [InlineData("quoted-printable", "Caf=C3=A9 =\n=3D open=20\nend=ZZ", "Café = open \nend=ZZ")]
    [InlineData("base64", "Q2Fmw6k=\n", "Café")]
    [InlineData("BASE64 ", "Q2F!mw 6k\n", "Café")]
    [InlineData("base64", "Q2Fm\nw6k=\n\n-- \nlist footer", "Café")]
    [InlineData("8 bit", "Caf\u00c3\u00a9", "Café")]
    [InlineData("x-uuencode", "begin 644 a\n%0V%FPZD \n \nend", "Café")]
    public async Task Transfer_encodings_are_decoded(string encoding, string body, string text) =>
        Assert.Equal(text, (await Letter($"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n", body)).Text);

    [Theory]
    [InlineData("charset=iso-8859-1", "Caf\u00e9", "Café")]
    [InlineData("charset=\"utf-8\"", "Caf\u00c3\u00a9", "Café")]
    [InlineData("charset=us-ascii", "Caf\u00c3\u00a9", "Café")]
    [InlineData("charset=utf-8", "Caf\u00e9", "Café")]
    [InlineData("charset=no-such-thing", "Caf\u00e9", "Café")]
    [InlineData("", "Caf\u00c3\u00a9", "Café")]
    [InlineData("charset=utf-7", "Caf+AOk-, 1 +- 1", "Café, 1 + 1")]
    [InlineData("charset=koi8-r", "\u00f5\u00de\u00c1\u00d3\u00d4\u00c9\u00c5", "Участие")]
    [InlineData("charset=windows-1252; format=flowed", "A line that \ngoes on\n> quoted \n> too\n-- \nAnn", "A line that goes on\n> quoted too\n-- \nAnn")]
    public async Task No_character_set_loses_the_message(string parameter, string body, string text) =>
        Assert.Equal(text, (await Letter($"Content-Type: text/plain; {parameter}\n", body)).Text);

    [Fact]
    public async Task Of_alternatives_the_plain_text_is_taken_and_the_files_of_the_other_kept()
    {
        var mail = await Letter("Content-Type: multipart/alternative; boundary=A\n", """
            --A
            Content-Type: text/plain

            plain words
            --A
            Content-Type: multipart/mixed; boundary=B

            --B
            Content-Type: text/html

            <p>rich words
            --B
            Content-Type: application/pdf; name=letter.pdf

            %PDF
            --B--
            --A--
            """);

        Assert.Equal("plain words", mail.Text);
        Assert.False(mail.TextWasHtml);
        Assert.Equal(["letter.pdf"], mail.Attachments.Select(attachment => attachment.Name));
    }

    [Fact]
    public async Task Html_is_taken_as_text_when_the_plain_alternative_is_empty()
    {
        var mail = await Letter("Content-Type: multipart/alternative; boundary=A\n", "--A\nContent-Type: text/plain\n\n \n--A\nContent-Type: text/html; charset=utf-8\n\n<style>x</style><p>Rich &amp; <b>open</b><p>Second\n--A--\n");

        Assert.Equal(("Rich & open\n\nSecond", true), (mail.Text, mail.TextWasHtml));
    }

    [Fact]
    public async Task Attachments_come_decoded_in_order_and_pictures_in_the_text_are_marked()
    {
        var mail = await Letter("Content-Type: multipart/mixed; boundary=\"A B\"\n", """
            preamble
            --A B
            Content-Type: multipart/related; boundary=A

            --A
            Content-Type: text/html

            <p>Our letter is attached.<img src="cid:logo">
            --A
            Content-Type: image/png
            Content-ID: <logo>
            Content-Transfer-Encoding: base64

            cGljdHVyZQ==
            --A--
            --A B
            Content-Type: text/plain; charset=utf-8
            Content-Disposition: attachment; filename=letter.txt

            attached words
            --A B
            Content-Type: message/rfc822

            From: other@example.org
            Subject: Inner letter
            Content-Type: multipart/mixed; boundary=C

            --C

            inner
            --C--
            --A B--
            epilogue
            """);

        Assert.Equal("Our letter is attached.", mail.Text);
        Assert.Equal([("document.png", true, "picture"), ("letter.txt", false, "attached words")], mail.Attachments.Take(2).Select(a => (a.Name, a.IsInline, a.Text())));
        Assert.Equal("Inner letter.eml", mail.Attachments[2].Name);
        Assert.Contains("inner", mail.Attachments[2].Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("boundary=wrong", "--A\nContent-Type: text/plain\n\nwords\n--A--\n")]
    [InlineData("boundary=A", "--A\nContent-Type: text/plain\n\nwords")]
    [InlineData("boundary=A", "--A\n--A\nContent-Type: text/plain\n\nwords\n--AB\n--A--")]
    [InlineData("", "--A\nContent-Type: text/plain\n\nwords\n--A--\n")]
    [InlineData("", "words")]
    public async Task Broken_boundaries_lose_no_words(string parameter, string body)
    {
        var mail = await Letter($"Content-Type: multipart/mixed; {parameter}\n", body);

        Assert.Contains("words", mail.Text + string.Concat(mail.Attachments.Select(a => a.Text())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sealed_message_is_kept_and_said()
    {
        var mail = await Letter("Content-Type: application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64\n", "MIAG");

        Assert.Equal("smime.p7m", mail.Attachments.Single().Name);
        Assert.Contains("encrypted", mail.Problems.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("We agree.\n\nOn Mon, 2 May 2026, Bob wrote:\n> Do you?\n", "We agree.")]
    [InlineData("We agree.\nOn Monday, the second of May in the year 2026, Robert Robertson\n<bob@example.org> wrote:\n> Do you?\n", "We agree.")]
    [InlineData("We agree.\n\n-----Original Message-----\nFrom: Bob", "We agree.")]
    [InlineData("Wir stimmen zu.\n\nAm 02.05.2026 um 10:00 schrieb Bob:\n> Ja?", "Wir stimmen zu.")]
    [InlineData("Do you agree?\n> You asked this\nWe do.\n-- \nAnn\nAccra", "Do you agree?\n> You asked this\nWe do.")]
    [InlineData("> only a quote\n> of two lines", "> only a quote\n> of two lines")]
    [InlineData("On the question of costs we wrote:\nnothing yet.", "On the question of costs we wrote:\nnothing yet.")]
    public async Task Own_words_end_where_history_or_the_signature_begins(string body, string own)
    {
        var mail = await Letter("", body);

        Assert.Equal(own, mail.OwnText);
        Assert.Equal(body.TrimEnd(), mail.Text.TrimEnd());
    }
}
