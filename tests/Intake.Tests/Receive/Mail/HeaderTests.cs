using static Intake.Tests.Receive.Mail.Mailing;

namespace Intake.Tests.Receive.Mail;

public class HeaderTests
{
    [Theory]
    [InlineData("Plain words", "Plain words")]
    [InlineData("folded\n over\n\tthree lines", "folded over three lines")]
    [InlineData("=?utf-8?B?w4l0w6k=?= now", "Été now")]
    [InlineData("=?iso-8859-1?q?=C9t=E9_2026?=", "Été 2026")]
    [InlineData("=?utf-8?B?w4k=?=\n =?utf-8?B?dMOp?=", "Été")]
    [InlineData("=?utf-8?Q?=C3?= =?utf-8?Q?=89t=C3=A9?=", "Été")]
    [InlineData("=?utf-8?B?5Y+C?= =?utf-8?Q?=E4=B8?= =?utf-8?B?jg==?=", "参与")]
    [InlineData("=?iso-2022-jp?B?GyRCOzIyQxsoQg==?=", "参加")]
    [InlineData("=?koi8-r*ru?Q?=F5=DE=C1=D3=D4=C9=C5?=", "Участие")]
    [InlineData("=?unknown-1?Q?abc?= =?utf-8?X?abc?= =?utf-8?Q?abc", "=?unknown-1?Q?abc?= =?utf-8?X?abc?= =?utf-8?Q?abc")]
    [InlineData("=?utf-8?Q?a=0D=0ABcc:_x@example.org=00?=", "a Bcc: x@example.org")]
    [InlineData("=?utf-8?Q?=ED=A0=80x?=", "\ufffd\ufffd\ufffdx")]
    [InlineData("\u00c9t\u00e9 raw Latin-1", "Été raw Latin-1")]
    [InlineData("\u00c3\u0089t\u00c3\u00a9 raw UTF-8", "Été raw UTF-8")]
    public async Task The_subject_is_one_decoded_line(string raw, string subject) =>
        Assert.Equal(subject, (await Read($"From: a@example.org\nSubject: {raw}\n\nx")).Subject);

    [Theory]
    [InlineData("Ann <ann@example.org>", "Ann", "ann@example.org")]
    [InlineData("ann@example.org", "", "ann@example.org")]
    [InlineData("<ann@example.org>", "", "ann@example.org")]
    [InlineData("ann@example.org (Ann (from) Accra)", "Ann (from) Accra", "ann@example.org")]
    [InlineData("\"Smith, Ann \\\"A\\\"\" <ann@example.org>, bob@example.org", "Smith, Ann \"A\"", "ann@example.org")]
    [InlineData("=?utf-8?Q?Smith=2C_Zo=C3=AB?= <zoe@example.org>", "Smith, Zoë", "zoe@example.org")]
    [InlineData("\"=?utf-8?Q?Zo=C3=AB?=\" <zoe@example.org>", "Zoë", "zoe@example.org")]
    [InlineData("\"ceo@bank.example\" <evil@x.example>", "ceo@bank.example", "evil@x.example")]
    [InlineData("Friends: ann@example.org, bob@example.org;", "", "ann@example.org")]
    [InlineData("<@relay.example,@other.example:ann@example.org>", "", "ann@example.org")]
    [InlineData("=?utf-8?Q?Ann=0D=0ABcc:_x?= <ann@example.org>", "Ann Bcc: x", "ann@example.org")]
    public async Task The_sender_is_the_first_address(string raw, string name, string address)
    {
        var mail = await Read($"From: {raw}\nFrom: second@example.org\nSubject: x\n\nx");

        Assert.Equal((name, address), (mail.From?.Name, mail.From?.Address));
    }

    [Theory]
    [InlineData("undisclosed-recipients:;")]
    [InlineData("just a name")]
    [InlineData("(((((")]
    [InlineData("\"open quote")]
    public async Task A_list_may_hold_no_address(string raw) => Assert.Empty((await Letter($"Cc: {raw}\n")).Cc);

    [Theory]
    [InlineData("Sun, 22 Nov 2026 10:00:00 +0100", "2026-11-22T10:00:00+01:00")]
    [InlineData("22 Nov 2026 10:00 -0530", "2026-11-22T10:00:00-05:30")]
    [InlineData("Fri, 20 Apr 01 19:35:02 EDT", "2001-04-20T19:35:02-04:00")]
    [InlineData("Fri, 20 Apr 2001 19:35:02 -0400 (EDT (summer))", "2001-04-20T19:35:02-04:00")]
    [InlineData("Fri, 25 Sep 92 14:13:02 PDT", "1992-09-25T14:13:02-07:00")]
    [InlineData("2026-11-22T10:00:00Z", "2026-11-22T10:00:00+00:00")]
    public async Task Dates_are_read_with_their_zone(string raw, string date) =>
        Assert.Equal(DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture), (await Letter($"Date: {raw}\n")).Date);

    [Theory]
    [InlineData("yesterday")]
    [InlineData("Fri, 31 Feb 2026 10:00:00 +0000")]
    [InlineData("1 Jan 0001 00:00:00 +1300")]
    [InlineData("1 Jan 0000 00:00:00 +0000")]
    [InlineData("31 Dec 9999 23:59:59 -1200")]
    [InlineData("Fri, 20 Apr 2001 25:61:99 +9999")]
    public async Task A_date_that_is_none_is_no_fault(string raw) => Assert.Null((await Letter($"Date: {raw}\n")).Date);

    [Fact]
    public async Task Every_address_that_may_hold_the_tag_of_a_call_is_a_recipient()
    {
        var mail = await Read("From: a@example.org\nTo: Intake <intake+wg@example.org>\nCc: b@example.org\nDelivered-To: intake+one@example.org\nX-Original-To: intake+two@example.org\nEnvelope-To: <intake+three@example.org>, intake+WG@example.org\n\nx");

        Assert.Equal(["intake+wg@example.org", "b@example.org", "intake+one@example.org", "intake+two@example.org", "intake+three@example.org"], mail.Recipients);
    }

    [Fact]
    public async Task A_field_badly_folded_goes_on_and_a_missing_empty_line_ends_the_header()
    {
        var folded = await Read("From: a@example.org\nSubject: one\ntwo\nDate: x\n\nbody");
        var open = await Read("From: a@example.org\nSubject: one\nDear all,\nwe agree.");

        Assert.Equal(("one two", "body"), (folded.Subject, folded.Text));
        Assert.Equal(("one", "Dear all,\nwe agree."), (open.Subject, open.Text));
    }

    [Fact]
    public async Task The_fields_that_make_a_mail_are_found_after_thousands_of_others() =>
        Assert.Equal("ann@example.org", (await Read(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"X-{i}: y\n")) + "From: ann@example.org\n\nx")).From?.Address);

    [Theory]
    [InlineData("root", "root")]
    [InlineData("root (Charlie Root)", "root")]
    [InlineData("\"a b\"@example.org <\"a b\"@example.org>", "\"a b\"@example.org")]
    [InlineData("<\"ab\"@example.org>", "ab@example.org")]
    public async Task A_sender_without_a_domain_or_with_quotes_is_who_he_is(string raw, string address) =>
        Assert.Equal(address, (await Read($"From: {raw}\n\nx")).From?.Address);

    [Fact]
    public async Task The_message_id_loses_its_brackets() => Assert.Equal("m1@example.org", (await Letter("Message-ID:\n <m1@example.org>\n")).MessageId);

    [Theory]
    [InlineData("filename=letter.pdf", "letter.pdf")]
    [InlineData("filename=\"my letter.pdf\"", "my letter.pdf")]
    [InlineData("filename=my letter.pdf", "my letter.pdf")]
    [InlineData("filename*=utf-8'fr'%C3%A9t%C3%A9.pdf; filename=ete.pdf", "été.pdf")]
    [InlineData("filename*1=\"B.pdf\"; filename*0=\"A\"", "AB.pdf")]
    [InlineData("filename*0*=utf-8''%C3; filename*1*=%A9; filename*2=.pdf", "é.pdf")]
    [InlineData("filename=\"=?utf-8?B?w6kucGRm?=\"", "é.pdf")]
    [InlineData("filename=\"..\\\\..\\\\boot.ini\"", "boot.ini")]
    [InlineData("filename=\"../../x\"", "x")]
    [InlineData("filename*=nonsense", "nonsense")]
    [InlineData("filename=\"", "document.pdf")]
    public async Task File_names_are_put_together_decoded_and_made_safe(string parameter, string name) =>
        Assert.Equal(name, (await Letter($"Content-Type: application/pdf\nContent-Disposition: attachment; {parameter}\n")).Attachments.Single().Name);
}
