using Intake.Receive.Mail;
using static Intake.Tests.Receive.Mail.Mailing;

namespace Intake.Tests.Receive.Mail;

public class MailKindTests
{
    [Theory]
    [InlineData("X-Spam-Score: 1", MailKind.Contribution)]
    [InlineData("Auto-Submitted: no", MailKind.Contribution)]
    [InlineData("X-Auto-Response-Suppress: All", MailKind.Contribution)]
    [InlineData("Precedence: normal", MailKind.Contribution)]
    [InlineData("Return-Path: <ann@example.org>", MailKind.Contribution)]
    [InlineData("Auto-Submitted: auto-replied (vacation)", MailKind.Automatic)]
    [InlineData("Auto-Submitted: auto-generated; owner=x", MailKind.Automatic)]
    [InlineData("Precedence: Bulk", MailKind.Automatic)]
    [InlineData("List-Id: <l.example.org>", MailKind.Automatic)]
    [InlineData("X-Autoreply: yes", MailKind.Automatic)]
    [InlineData("Return-Path: <>", MailKind.Automatic)]
    [InlineData("Content-Type: multipart/report; report-type=disposition-notification; boundary=A", MailKind.Automatic)]
    [InlineData("Content-Type: text/calendar; method=REPLY", MailKind.Automatic)]
    [InlineData("Content-Type: multipart/report; report-type=\"delivery-status\"; boundary=A", MailKind.Bounce)]
    [InlineData("X-Failed-Recipients: bob@example.org", MailKind.Bounce)]
    public async Task Robots_and_bounces_are_told_from_people(string field, MailKind kind) => Assert.Equal(kind, (await Letter(field + "\n")).Kind);

    [Fact]
    public async Task A_message_of_the_mail_system_with_a_null_sender_is_a_bounce() =>
        Assert.Equal(MailKind.Bounce, (await Read("Return-Path: <>\nFrom: Mail Delivery System <MAILER-DAEMON@example.org>\n\nNot delivered.")).Kind);

    [Fact]
    public async Task An_address_that_takes_no_answer_gets_none() => Assert.Equal(MailKind.Automatic, (await Read("From: no-reply@example.org\n\nx")).Kind);

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("no header at all")]
    [InlineData("\0\u0001\u00ff\u00fe")]
    public async Task What_is_no_mail_is_unreadable(string bytes) => Assert.Equal(MailKind.Unreadable, (await Read(bytes)).Kind);
}
