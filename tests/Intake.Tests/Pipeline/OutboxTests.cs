using System.Net;
using System.Net.Sockets;
using System.Text;
using Intake.Outbox;
using Intake.Storage;
using Microsoft.Extensions.Options;

namespace Intake.Tests.Pipeline;

/// <summary>What goes out, as a mail server gets it.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class OutboxTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task A_contributor_gets_a_receipt_with_the_private_link_and_what_was_received()
    {
        var call = await intake.OpenCallAsync();
        var sent = await intake.PostAsync(call, new { text = "Donors should pay.", email = $"{call}@example.org", title = "=cmd\r\nBcc: x@example.org" });
        var mail = await intake.MailToAsync($"{call}@example.org");
        Assert.Equal($"Received: your contribution to Call {call} [{sent.GetProperty("id").GetString()}]", mail.GetProperty("subject").GetString());
        Assert.Equal("auto-replied", mail.GetProperty("headers").GetProperty("auto-submitted").GetString());
        var text = mail.GetProperty("text").GetString();
        Assert.Contains(sent.GetProperty("receipt").GetString()!, text, StringComparison.Ordinal);
        Assert.Contains(sent.GetProperty("documents")[0].GetProperty("sha256").GetString()!, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sends_by_mail_gets_a_receipt_and_who_names_no_call_is_told_which_are_open()
    {
        var call = await intake.OpenCallAsync();
        await MailAsync($"placed-{call}@example.org", $"call+{call}@example.org");
        Assert.Contains(call, (await intake.MailToAsync($"placed-{call}@example.org")).GetProperty("subject").GetString(), StringComparison.Ordinal);

        await MailAsync($"lost-{call}@example.org", "call@example.org");
        var answer = await intake.MailToAsync($"lost-{call}@example.org");
        Assert.Contains($"call+{call}@example.org", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal($"<to-call@example.org-{call}@s>", answer.GetProperty("headers").GetProperty("in-reply-to").GetString());
    }

    [Fact]
    public async Task A_message_handled_twice_is_one_mail()
    {
        var call = await intake.OpenCallAsync();
        var address = $"twice-{call}@example.org";
        await intake.PostAsync(call, new { text = "Donors should pay.", email = address });
        await intake.MailToAsync(address);
        var id = Assert.Single(await intake.LettersToAsync(address)).Id;
        await intake.Get<OutboxStage>().HandleAsync(id, CancellationToken.None);
        await intake.MailToAsync(address);
    }

    [Fact]
    public async Task What_a_mail_server_says_of_an_address_does_not_reach_the_log()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var serving = RefuseAsync(server);
        var id = Ids.New(TimeProvider.System.GetUtcNow());
        await intake.Get<StorageClients>().Table(Tables.Outbox).AddEntityAsync(new OutboxRow
        {
            PartitionKey = Ids.Bucket(id),
            RowKey = $"m|{id}",
            Id = id,
            Kind = nameof(LetterKind.Unplaced),
            To = "private@example.org",
            Created = TimeProvider.System.GetUtcNow(),
        });
        var options = Options.Create(new OutboxOptions { Host = "127.0.0.1", Port = ((IPEndPoint)server.LocalEndpoint).Port });
        var stage = new OutboxStage(intake.Get<OutboxStore>(), intake.Get<LetterWriter>(), new SmtpSender(options), TimeProvider.System);
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => stage.HandleAsync(id, CancellationToken.None));
        Assert.Contains("Mailbox", fault.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("private@", fault.ToString(), StringComparison.Ordinal);
        await serving;
    }

    /// <summary>A mail server that puts every recipient off, and names them, as greylisting does.</summary>
    private static async Task RefuseAsync(TcpListener server)
    {
        using var client = await server.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 ready");
        while (await reader.ReadLineAsync() is { } line)
        {
            var isRecipient = line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase);
            await writer.WriteLineAsync(isRecipient ? $"450 4.2.0 {line[8..]}: Recipient address rejected: Greylisted" : "250 ok");
        }
    }

    private async Task MailAsync(string from, string to)
    {
        var call = from[(from.IndexOf('-', StringComparison.Ordinal) + 1)..from.IndexOf('@', StringComparison.Ordinal)];
        await intake.Http.PostMailAsync(
            $"From: {from}\r\nTo: {to}\r\nSubject: views\r\nMessage-ID: <to-{to}-{call}@s>\r\n\r\nDonors should pay.\r\n");
    }
}
