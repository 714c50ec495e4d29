using System.Text;
using Intake.Receive.Mail;
using Intake.Tests.Extract;

namespace Intake.Tests.Receive.Mail;

public class SendGridInboundTests
{
    private const string ContentType = "multipart/form-data; boundary=xYzZY";

    [Fact]
    public async Task The_raw_form_is_the_message_with_its_envelope()
    {
        var mail = await Read(
            Field("email", "From: Ann <ann@example.org>\r\nTo: someone@example.org\r\nSubject: =?utf-8?B?w4l0w6k=?=\r\n\r\nI support the plan.\r\n"),
            Field("envelope", """{"to":["intake+wg@example.org"],"from":"bounce@example.org"}"""));

        Assert.Equal((MailKind.Contribution, "Été", "I support the plan."), (mail.Kind, mail.Subject, mail.Text.Trim()));
        Assert.Equal(["someone@example.org", "intake+wg@example.org"], mail.Recipients);
        Assert.Equal("bounce@example.org", mail.ReturnPath);
    }

    [Fact]
    public async Task The_parsed_form_is_put_together_field_by_field_in_its_character_sets()
    {
        var mail = await Read(
            Field("headers", "Message-ID: <m1@example.org>\r\nDate: Sun, 22 Nov 2026 10:00:00 +0100\r\nIn-Reply-To: <call@example.org>\r\n"),
            Field("from", "Zoë <zoe@example.org>"),
            Field("to", "intake+wg@example.org"),
            Field("subject", "Été"),
            Field("text", "Caf\u00e9", Encoding.Latin1),
            Field("html", "<p>no"),
            Field("charsets", """{"to":"UTF-8","from":"UTF-8","subject":"UTF-8","text":"iso-8859-1"}"""),
            Field("attachments", "2"),
            Field("attachment-info", """{"attachment1":{"filename":"../lettre.docx","type":"application/msword; x=y"},"attachment2":{"filename":"logo.png","type":"image/png","content-id":"<l>"}}"""),
            Field("attachment1", "bytes", file: "ignored.docx"),
            Field("attachment2", "picture", file: "logo.png"));

        Assert.Equal(("m1@example.org", "Été", "Zoë", "zoe@example.org", "Café"), (mail.MessageId, mail.Subject, mail.From?.Name, mail.From?.Address, mail.Text));
        Assert.Equal("call@example.org", mail.Headers["In-Reply-To"]?.Trim('<', '>'));
        Assert.Equal([("lettre.docx", "application/msword", "bytes", false), ("logo.png", "image/png", "picture", true)], mail.Attachments.Select(a => (a.Name, a.ContentType, a.Text(), a.IsInline)));
        Assert.Equal(["intake+wg@example.org"], mail.Recipients);
    }

    [Fact]
    public async Task Html_is_read_when_there_is_no_plain_text()
    {
        var mail = await Read(Field("from", "a@example.org"), Field("text", " "), Field("html", "<p>Open &amp; inclusive"));

        Assert.Equal(("Open & inclusive", true), (mail.Text, mail.TextWasHtml));
    }

    [Fact]
    public async Task An_automatic_answer_is_told_by_the_header_field() =>
        Assert.Equal(MailKind.Automatic, (await Read(Field("headers", "Auto-Submitted: auto-replied\r\n"), Field("from", "a@example.org"), Field("text", "away"))).Kind);

    [Theory]
    [InlineData("", ContentType)]
    [InlineData("--xYzZY\r\nContent-Disposition: form-data; name=\"from\"\r\n\r\na@example.org", ContentType)]
    [InlineData("anything", "application/json")]
    [InlineData("anything", "multipart/form-data")]
    [InlineData("anything", "\0")]
    public async Task A_broken_form_is_reported(string body, string contentType)
    {
        var mail = await new SendGridInbound(new()).ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), contentType, default);

        Assert.NotEmpty(mail.Problems);
    }

    [Fact]
    public async Task Mutated_forms_are_read_or_reported()
    {
        var random = new Random(3);
        var sample = Form([Field("headers", "Subject: x\r\n"), Field("from", "a@example.org"), Field("text", "é"), Field("envelope", """{"to":["\ud83d\ude00@x"],"from":""}"""), Field("attachment-info", """{"attachment1":{"filename":"\u00e9"}}"""), Field("attachment1", "x", file: "x.txt")]);
        for (var round = 0; round < 2_000; round++)
        {
            Mailing.IsSound(await new SendGridInbound(new()).ReadAsync(new MemoryStream(Mutation.Of(sample, random)), ContentType, default));
        }
    }

    [Fact]
    public async Task Half_a_character_in_the_json_is_ignored() =>
        Assert.Empty((await Read(Field("from", "a@example.org"), Field("text", "x"), Field("envelope", """{"to":["\ud800@example.org"]}"""))).Recipients);

    private static async Task<InboundMail> Read(params byte[][] fields)
    {
        var mail = await new SendGridInbound(new()).ReadAsync(new MemoryStream(Form(fields)), ContentType, default);
        Mailing.IsSound(mail);
        Assert.Empty(mail.Problems);
        return mail;
    }

    private static byte[] Form(byte[][] fields) => [.. fields.SelectMany(field => field), .. "--xYzZY--\r\n"u8];

    private static byte[] Field(string name, string value, Encoding? encoding = null, string? file = null) =>
        [.. Encoding.UTF8.GetBytes($"--xYzZY\r\nContent-Disposition: form-data; name=\"{name}\"{(file is null ? "" : $"; filename=\"{file}\"")}\r\n\r\n"), .. (encoding ?? Encoding.UTF8).GetBytes(value), .. "\r\n"u8];
}
