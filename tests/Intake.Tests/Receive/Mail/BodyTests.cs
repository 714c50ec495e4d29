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

    [Fact]
    public async Task Signed_data_is_opened_and_its_letter_read()
    {
        // ContentInfo { signedData, { 1, {}, { data, "Content-Type: text/plain\r\n\r\nWe agree." } } } in DER.
        var letter = "Content-Type: text/plain\r\n\r\nWe agree."u8.ToArray();
        byte[] octets = [0x04, (byte)letter.Length, .. letter];
        byte[] data = [0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 1, 0xA0, (byte)octets.Length, .. octets];
        byte[] signed = [0x02, 1, 1, 0x31, 0, 0x30, (byte)data.Length, .. data];
        byte[] sequence = [0x30, (byte)signed.Length, .. signed];
        byte[] content = [0x06, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2, 0xA0, (byte)sequence.Length, .. sequence];
        byte[] info = [0x30, (byte)content.Length, .. content];

        var mail = await Letter("Content-Type: application/pkcs7-mime; smime-type=signed-data\nContent-Transfer-Encoding: base64\n", Convert.ToBase64String(info));

        Assert.Equal("We agree.", mail.Text);
        Assert.Empty(mail.Problems);
    }

    [Theory]
    [InlineData("text/plain; charset=utf-8 (what we use)")]
    [InlineData("Text/Plain (plain text) ; charset=\"utf-8\"")]
    [InlineData("text/plain charset=utf-8")]
    [InlineData("text/plain, charset=utf-8")]
    [InlineData("\"text/plain\"; charset='utf-8'")]
    [InlineData("text")]
    public async Task A_type_written_carelessly_is_understood(string type)
    {
        var mail = await Letter($"Content-Type: {type}\nContent-Transfer-Encoding: Quoted-Printable (soft)\n", "Caf=C3=A9");

        Assert.Equal(("Café", 0), (mail.Text, mail.Attachments.Count));
    }

    [Fact]
    public async Task Text_that_is_said_to_be_base64_and_is_not_is_left_as_it_is() =>
        Assert.Equal("These are plain words of a letter, not code.", (await Letter("Content-Transfer-Encoding: base64\n", "These are plain words of a letter, not code.")).Text);

    [Fact]
    public async Task A_multipart_encoded_as_a_whole_is_opened()
    {
        var inner = Convert.ToBase64String("--A\r\nContent-Type: text/plain\r\n\r\nwords\r\n--A\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n--A--\r\n"u8);

        var mail = await Letter("Content-Type: multipart/mixed; boundary=A\nContent-Transfer-Encoding: base64\n", inner);

        Assert.Equal(("words", "document.pdf"), (mail.Text, mail.Attachments.Single().Name));
    }

    [Fact]
    public async Task A_message_in_a_digest_needs_no_type_to_be_one()
    {
        var mail = await Letter("Content-Type: multipart/digest; boundary=A\n", "--A\n\nFrom: bob@example.org\nSubject: First\n\nwords\n--A\nContent-Type: text/plain\n\nnot a message\n--A--\n");

        Assert.Equal("not a message", mail.Text);
        Assert.Equal(["First.eml"], mail.Attachments.Select(attachment => attachment.Name));
    }

    [Fact]
    public async Task A_file_written_into_the_text_is_an_attachment_and_no_words()
    {
        var mail = await Letter("", "See the file.\n\nbegin 644 plan.txt\n%0V%FPZD \n`\nend\n\nWe begin 2027 there.\nbegin 644 times\n");

        Assert.Equal(("plan.txt", "Café"), (mail.Attachments.Single().Name, mail.Attachments.Single().Text()));
        Assert.Equal("See the file.\n\nWe begin 2027 there.\nbegin 644 times", mail.OwnText);
        Assert.Contains("begin 644 plan.txt", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_with_a_name_that_is_to_be_shown_is_text_and_file()
    {
        var mail = await Letter("Content-Type: multipart/mixed; boundary=A\n", "--A\nContent-Type: text/plain\nContent-Disposition: inline; filename=letter.txt\n\nwords\n--A--\n");

        Assert.Equal(("words", "letter.txt", true), (mail.Text, mail.Attachments.Single().Name, mail.Attachments.Single().IsInline));
    }

    [Theory]
    [InlineData("message/partial; id=x; number=1; total=2", "one piece")]
    [InlineData("message/external-body; access-type=URL; URL=\"http://127.0.0.1:9/x\"", "not fetched")]
    [InlineData("application/pgp-encrypted", "encrypted")]
    public async Task What_is_not_all_there_is_said(string type, string said) =>
        Assert.Contains(said, (await Letter($"Content-Type: {type}\n", "x: y\n\nz")).Problems.Single(), StringComparison.Ordinal);

    [Fact]
    public async Task A_signature_for_programs_is_no_document() =>
        Assert.True((await Letter("Content-Type: multipart/signed; boundary=A\n", "--A\n\nwords\n--A\nContent-Type: application/pgp-signature; name=signature.asc\n\n-----BEGIN PGP SIGNATURE-----\n--A--")).Attachments.Single().IsInline);

    [Fact]
    public async Task A_multipart_in_which_no_boundary_comes_is_text()
    {
        var mail = await Letter("Content-Type: multipart/mixed; boundary=A\n", "--A\nContent-Type: multipart/alternative; boundary=B\n\nonly words\n--A\nContent-Type: text/plain\n\nand more\n--A--\n");

        Assert.Equal("only words\n\nand more", mail.Text);
    }

    [Fact]
    public async Task A_boundary_may_begin_with_another_one()
    {
        var mail = await Letter("Content-Type: multipart/mixed; boundary=A\n", "--A\nContent-Type: multipart/mixed; boundary=A-B\n\n--A-B\n\nfirst\n--A-B\n\nsecond\n--A-B--\n--A\n\nthird\n--A--\n");

        Assert.Equal("first\n\nsecond\n\nthird", mail.Text);
    }
}
