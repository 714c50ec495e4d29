using System.Text;
using Intake.Outbox;
using Intake.Receive.Mail;
using Microsoft.Extensions.Options;

namespace Intake.Tests.Outbox;

/// <summary>Who gets an answer, and who must not (RFC 3834).</summary>
public sealed class AnswerRulesTests
{
    private static readonly AnswerRules Rules = new(
        Options.Create(new OutboxOptions { From = "Intake <intake@example.org>" }), Options.Create(new AppOptions { Mailbox = "call@example.org" }));

    [Theory]
    [InlineData("From: ana@example.org")]
    [InlineData("From: ana@example.org\r\nAuto-Submitted: no")]
    [InlineData("From: ana@example.org\r\nPrecedence: first-class")]
    [InlineData("From: ana@example.org\r\nReturn-Path: <ana@example.org>\r\nX-Auto-Response-Suppress: OOF")]
    [InlineData("From: ana@example.org\r\nMessage-ID: <abc@example.org>")]
    public void A_person_is_answered(string header) => Assert.True(Rules.MayAnswer(Mail(header)));

    [Theory]
    [InlineData("From: ana@example.org\r\nAuto-Submitted: auto-replied")]
    [InlineData("From: ana@example.org\r\nAuto-Submitted: auto-generated (by a program)")]
    [InlineData("From: ana@example.org\r\nPrecedence: bulk")]
    [InlineData("From: ana@example.org\r\nPrecedence: Junk")]
    [InlineData("From: ana@example.org\r\nPrecedence: list")]
    [InlineData("From: ana@example.org\r\nList-Id: <members.example.org>")]
    [InlineData("From: ana@example.org\r\nList-Unsubscribe: <https://example.org/u>")]
    [InlineData("From: ana@example.org\r\nList-Post: <mailto:members@example.org>")]
    [InlineData("From: ana@example.org\r\nX-Auto-Response-Suppress: DR, AutoReply")]
    [InlineData("From: ana@example.org\r\nX-Auto-Response-Suppress: All")]
    [InlineData("From: ana@example.org\r\nReturn-Path: <>")]
    [InlineData("From: no-reply@example.org")]
    [InlineData("From: noreply+123@example.org")]
    [InlineData("From: MAILER-DAEMON@example.org")]
    [InlineData("From: postmaster@example.org")]
    [InlineData("From: owner-members@example.org")]
    [InlineData("From: members-request@example.org")]
    [InlineData("From: bounces+ana=example.net@example.org")]
    [InlineData("To: nobody is it from")]
    [InlineData("From: not an address")]
    public void Robots_lists_and_bounces_are_not(string header) => Assert.False(Rules.MayAnswer(Mail(header)));

    [Theory]
    [InlineData("From: INTAKE@example.org")]
    [InlineData("From: Somebody <call@example.org>")]
    [InlineData("From: call+forum@Example.org")]
    [InlineData("From: ana@example.org\r\nX-Loop: intake@example.org")]
    [InlineData("From: ana@example.org\r\nMessage-ID: <0123456789abcdefghjk@example.org>")]
    public void Our_own_mail_is_known_when_it_comes_back(string header)
    {
        Assert.True(Rules.IsOurs(Mail(header)));
        Assert.False(Rules.MayAnswer(Mail(header)));
    }

    [Theory]
    [InlineData("ana@example.org", true)]
    [InlineData("intake@example.org", false)]
    [InlineData("call+forum@example.org", false)]
    [InlineData("no-reply@example.org", false)]
    [InlineData("ana", false)]
    [InlineData(null, false)]
    public void An_address_in_a_form_is_looked_at_the_same_way(string? address, bool answered) => Assert.Equal(answered, Rules.IsAnswerable(address));

    private static InboundMail Mail(string header) => new MailReader(new MailLimits()).Read(
        Encoding.UTF8.GetBytes($"{header}\r\nSubject: views\r\n\r\nDonors should pay.\r\n"), [], null, CancellationToken.None);
}
