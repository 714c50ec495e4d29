using Intake.Receive.Mail.Trust;
using static Intake.Tests.Receive.Mail.Mailing;

namespace Intake.Tests.Receive.Mail.Trust;

public class TrustTests
{
    [Theory]
    [InlineData("Authentication-Results: mx.intake.example; spf=pass smtp.mailfrom=example.org; dkim=fail (bad; body) header.d=example.org; dkim=pass; dmarc=pass", "spf=pass dkim=pass dmarc=pass")]
    [InlineData("Authentication-Results: mx.intake.example 1; dmarc = FAIL (p=reject)", "dmarc=fail")]
    [InlineData("Authentication-Results: mx.intake.example; none", "")]
    [InlineData("Authentication-Results: mx.evil.example; dmarc=pass\nAuthentication-Results: mx.intake.example; dmarc=fail\nAuthentication-Results: mx.intake.example; dmarc=pass", "dmarc=fail")]
    [InlineData("Authentication-Results: mx.evil.example; dmarc=pass", null)]
    [InlineData("Authentication-Results: mx.intake.example.evil.example; dmarc=pass", null)]
    [InlineData("Authentication-Results: mx.intake.example; dmarc=\"><script>", "")]
    public async Task Only_what_our_own_server_found_last_is_believed(string fields, string? found) =>
        Assert.Equal(found, AuthenticationResults.Of((await Letter(fields + "\n")).Headers, "mx.intake.example")?.ToString());

    [Fact]
    public async Task Without_a_server_of_our_own_nobody_is_believed() =>
        Assert.Null(AuthenticationResults.Of((await Letter("Authentication-Results: ; dmarc=pass\n")).Headers, ""));

    [Theory]
    [InlineData("From: Ann <ann@example.org>\nSender: Ann <ANN@example.org>", new SenderDoubt[0])]
    [InlineData("From: Ann <ann@example.org>\nFrom: Eve <eve@example.org>", new[] { SenderDoubt.SeveralFrom })]
    [InlineData("From: ann@example.org, eve@example.org", new[] { SenderDoubt.SeveralFrom })]
    [InlineData("From: ann@example.org\nSender: eve@example.org", new[] { SenderDoubt.OtherSender })]
    [InlineData("From: \"minister@gov.example\" <eve@evil.example>", new[] { SenderDoubt.NameIsOtherAddress })]
    [InlineData("From: ann@xn--pple-43d.example", new[] { SenderDoubt.MixedScript })]
    [InlineData("From: ann@xn--80ak6aa92e.example", new[] { SenderDoubt.MixedScript })]
    [InlineData("From: ann@xn--!!.example", new[] { SenderDoubt.MixedScript })]
    [InlineData("From: ann@xn--d1acpjx3f.example", new SenderDoubt[0])]
    [InlineData("From: ann@xn--bcher-kva.example", new SenderDoubt[0])]
    public async Task Signs_of_another_sender_are_told(string fields, SenderDoubt[] doubts) =>
        Assert.Equal(doubts, SenderDoubts.Of(await Read(fields + "\n\nx"), null));

    [Fact]
    public async Task A_failed_check_of_our_server_is_a_doubt()
    {
        var mail = await Letter("Authentication-Results: mx.intake.example; dmarc=fail\n");

        Assert.Equal([SenderDoubt.FailedDmarc], SenderDoubts.Of(mail, AuthenticationResults.Of(mail.Headers, "mx.intake.example")));
    }

    [Theory]
    [InlineData("From: Open Net: ann@example.org, bob@example.org;", "x", new[] { "Open Net" })]
    [InlineData("From: Ann Example on behalf of Open Net <ann@example.org>", "x", new[] { "Open Net" })]
    [InlineData("From: ann@example.org", "We agree.\n\nOn behalf of: Open Net; Free Net", new[] { "Open Net", "Free Net" })]
    [InlineData("From: ann@example.org", "Nous sommes d'accord.\n\nSignataires :\n- Open Net\n- Free Net (Kenya)\n", new[] { "Open Net", "Free Net (Kenya)" })]
    [InlineData("From: ann@example.org", "We agree.\n\nEndorsed by:\n1. Open Net\n2. Free Net\n\nContact us at https://example.org.", new[] { "Open Net", "Free Net" })]
    [InlineData("From: ann@example.org", "We agree.\n\nCo-signed by: Open Net, Free Net", new[] { "Open Net", "Free Net" })]
    [InlineData("From: ann@example.org", "Nobody speaks on behalf of all people here.\nIt was signed by nobody.", new string[0])]
    [InlineData("From: ann@example.org", "We agree.\n\nOn 2 May 2026, Bob <b@example.org> wrote:\n> Signed by: Other Net", new string[0])]
    public async Task Those_who_may_endorse_a_letter_are_found(string from, string body, string[] names) =>
        Assert.Equal(names, EndorserFinder.Find(await Read($"{from}\nSubject: x\n\n{body}")));
}
