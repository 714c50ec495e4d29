using System.Net;
using System.Net.Sockets;
using System.Text;
using Intake.Outbox;
using Microsoft.Extensions.Options;

namespace Intake.Tests.Outbox;

/// <summary>What is said to a mail server, and what its answers come to.</summary>
public sealed class SmtpSenderTests
{
    private static readonly Letter Answer = new("Received", "Thank you.\n.\n", "<p>Thank you.</p>", IsAnswer: true, "en");

    [Fact]
    public async Task An_answer_has_no_return_path_and_a_digest_has_ours()
    {
        var (outcome, said) = await SendAsync(Answer);
        Assert.Equal(SmtpOutcome.Taken, outcome);
        Assert.Contains(said, line => line.StartsWith("MAIL FROM:<>", StringComparison.Ordinal));
        Assert.Contains("RCPT TO:<ana@example.org>", said);

        (_, said) = await SendAsync(Answer with { IsAnswer = false });
        Assert.Contains(said, line => line.StartsWith("MAIL FROM:<intake@example.org>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 <ana@example.org>: no such user", true)]
    [InlineData("RCPT", "552 5.2.2 <ana@example.org>: mailbox full", true)]
    [InlineData("RCPT", "450 4.2.0 <ana@example.org>: greylisted", false)]
    [InlineData("RCPT", "530 5.7.0 log in first", false)]
    [InlineData("MAIL", "550 5.7.1 you may not send here", false)]
    [InlineData("MAIL", "421 4.3.2 going down", false)]
    [InlineData("DATA", "554 5.7.1 looks like spam", true)]
    [InlineData("DATA", "451 4.3.0 disk full", false)]
    [InlineData(".", "554 5.6.0 <ana@example.org>: not like this", true)]
    [InlineData(".", "nonsense", false)]
    public async Task What_concerns_one_mail_for_good_is_told_from_what_may_be_mended(string command, string reply, bool isFinal)
    {
        var (outcome, _) = await SendAsync(Answer, command, reply);
        Assert.Equal(isFinal, outcome.IsFinal);
        Assert.NotNull(outcome.Problem);
        Assert.DoesNotContain("ana@", outcome.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_server_is_no_reason_to_give_up()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        server.Stop();
        Assert.False((await Sender(port).SendAsync(To("ana@example.org"), Answer, [], CancellationToken.None)).IsFinal);
    }

    [Fact]
    public async Task Encryption_that_is_wanted_and_not_offered_is_waited_for()
    {
        var (outcome, said) = await SendAsync(Answer, startTls: true);
        Assert.False(outcome.IsFinal);
        Assert.DoesNotContain(said, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_address_is_not_sent_to()
    {
        Assert.True((await Sender(1).SendAsync(To("ana@example.org, bo@example.org"), Answer, [], CancellationToken.None)).IsFinal);
        Assert.True((await Sender(1).SendAsync(To("nobody"), Answer, [], CancellationToken.None)).IsFinal);
    }

    private static OutboxRow To(string address) => new() { Id = "0123456789abcdefghjk", To = address };

    private static SmtpSender Sender(int port, bool startTls = false)
    {
        var smtp = Options.Create(new OutboxOptions { Host = "127.0.0.1", Port = port, From = "Intake <intake@example.org>", StartTls = startTls, TimeoutSeconds = 20 });
        return new SmtpSender(smtp, new AnswerRules(smtp, Options.Create(new AppOptions())), TimeProvider.System);
    }

    /// <summary>Sends to a server that answers one command as told, and all others well.</summary>
    private static async Task<(SmtpOutcome Outcome, List<string> Said)> SendAsync(Letter letter, string command = "-", string reply = "", bool startTls = false)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var said = new List<string>();
        var serving = ServeAsync(server, said, command, reply);
        var outcome = await Sender(((IPEndPoint)server.LocalEndpoint).Port, startTls).SendAsync(To("ana@example.org"), letter, [], CancellationToken.None);
        await serving;
        return (outcome, said);
    }

    private static async Task ServeAsync(TcpListener server, List<string> said, string command, string reply)
    {
        using var client = await server.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 ready");
        var isData = false;
        while (await LineAsync() is { } line)
        {
            said.Add(line);
            if (isData && line != ".")
                continue;
            var isAsked = line.StartsWith(command, StringComparison.Ordinal);
            isData = line == "DATA" && !isAsked;
            await writer.WriteLineAsync(isAsked ? reply : isData ? "354 go on" : "250 ok");
        }

        async Task<string?> LineAsync()
        {
            try
            {
                return await reader.ReadLineAsync();
            }
            catch (IOException)
            {
                // The client hung up; what it said until then is what counts.
                return null;
            }
        }
    }
}
