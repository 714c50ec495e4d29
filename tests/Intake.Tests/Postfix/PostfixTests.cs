using System.Net.Http.Json;
using System.Text.Json;
using Intake.Local.Hosting;
using Intake.Local.Processes;
using Intake.Receive.Mail;
using Intake.Tests.Pipeline;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Intake.Tests.Postfix;

/// <summary>From one mail server to another and back: in by the pipe of <c>infra/mail</c>, out by SMTP.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class PostfixTests(AzuriteFixture azurite)
{
    private const string Text = """
        Le forum a besoin de contributions volontaires. Les pays en développement doivent pouvoir participer à distance,
        et les gouvernements devraient financer les voyages de leurs délégués, comme nous l'avons déjà dit l'année dernière.
        """;

    [PostfixFact]
    public async Task Mail_waits_while_Intake_is_down_then_arrives_and_its_receipt_comes_back_without_a_return_path()
    {
        var port = FreePort.Any();
        await using var postfix = await PostfixServer.StartAsync(new Uri($"http://127.0.0.1:{port}/api/inbound-email"), "key");
        var call = UniqueName.Of("post");
        var sender = $"{call}@contributors.example.org";
        await using (await StartAsync(port, postfix.Port))
            await PutCallAsync(port, call);

        await SendAsync(postfix, sender, $"call+{call}@calls.example.org", $"{call}@m");
        await Eventually.TrueAsync(() => postfix.Log.Contains("dsn=4.3.0, status=deferred", StringComparison.Ordinal), $"it is deferred: {postfix.Log}");
        Assert.Contains("Intake does not take mail at the moment", await postfix.QueueAsync(), StringComparison.Ordinal);
        Assert.Empty(postfix.Kept);

        await using var host = await StartAsync(port, postfix.Port);
        await postfix.FlushAsync();
        var receipt = await Eventually.Async(() =>
        {
            var kept = postfix.Kept.ToList();
            return Task.FromResult((kept.Count > 0, kept.FirstOrDefault() ?? postfix.Log));
        });

        Assert.StartsWith("Return-Path: <>\n", receipt, StringComparison.Ordinal);
        var mail = new MailReader(new MailLimits()).Read(System.Text.Encoding.UTF8.GetBytes(receipt), [], null, CancellationToken.None);
        Assert.Equal(MailKind.Automatic, mail.Kind);
        Assert.Equal("auto-replied", mail.Headers["Auto-Submitted"]);
        Assert.Equal($"<{call}@m>", mail.Headers["In-Reply-To"]);
        Assert.Equal(sender, Assert.Single(mail.To).Address);

        using var http = Client(port);
        var contribution = (await http.GetFromJsonAsync<JsonElement>($"api/calls/{call}/contributions")).GetProperty("contributions")[0];
        Assert.Equal("fr", contribution.GetProperty("language").GetString());
        Assert.Equal($"Bien reçu : votre contribution à Call {call} [{contribution.GetProperty("id").GetString()}]", mail.Subject);
        Assert.Contains("Passages lus : ", mail.Text, StringComparison.Ordinal);
        Assert.Contains("?receipt=", mail.Text, StringComparison.Ordinal);
    }

    [PostfixFact]
    public async Task Who_is_not_a_person_gets_no_answer_and_what_is_too_large_is_refused_for_good()
    {
        var port = FreePort.Any();
        await using var postfix = await PostfixServer.StartAsync(new Uri($"http://127.0.0.1:{port}/api/inbound-email"), "key");
        await using var host = await StartAsync(port, postfix.Port);
        var call = UniqueName.Of("post");
        await PutCallAsync(port, call);

        // Says nothing of itself in its header; only the envelope tells.
        await SendAsync(postfix, "", $"call+{call}@calls.example.org", $"{call}@m", from: $"{call}@contributors.example.org");
        await Eventually.TrueAsync(() => postfix.Log.Contains("relay=intake", StringComparison.Ordinal), "it was handed over");
        Assert.Contains("status=sent", postfix.Log, StringComparison.Ordinal);
        using var http = Client(port);
        Assert.Empty((await http.GetFromJsonAsync<JsonElement>($"api/calls/{call}/contributions")).GetProperty("contributions").EnumerateArray());

        var refused = await Assert.ThrowsAnyAsync<SmtpCommandException>(() =>
            SendAsync(postfix, "a@contributors.example.org", $"call+{call}@calls.example.org", $"large-{call}@m", padding: 20_000_000));
        Assert.Equal(552, (int)refused.StatusCode);
        Assert.Empty(postfix.Kept);
    }

    private Task<LocalHost> StartAsync(int port, int smtpPort) =>
        LocalHost.StartAsync(IntakeFixture.Options(azurite.ConnectionString, "call@calls.example.org", smtpPort, port), CancellationToken.None);

    private static HttpClient Client(int port)
    {
        var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        http.DefaultRequestHeaders.Add("x-functions-key", "key");
        return http;
    }

    private static async Task PutCallAsync(int port, string call)
    {
        using var http = Client(port);
        using var put = await http.PutAsJsonAsync($"api/calls/{call}", new
        {
            title = $"Call {call}",
            opens = "2026-01-01T00:00:00Z",
            closes = "2036-01-01T00:00:00Z",
            themes = new[] { new { id = "funding", title = "Funding", keywords = new[] { "donors" } } },
        });
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
    }

    private static async Task SendAsync(PostfixServer postfix, string sender, string to, string messageId, string? from = null, int padding = 0)
    {
        using var message = new MimeMessage(
            [new MailboxAddress("Ana Example", from ?? sender)], [MailboxAddress.Parse(to)], "Nos vues",
            new TextPart("plain") { Text = Text + new string('\n', padding) })
        {
            MessageId = messageId,
        };
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", postfix.Port, SecureSocketOptions.None);
        await client.SendAsync(message, new MailboxAddress("", sender), [MailboxAddress.Parse(to)]);
        await client.DisconnectAsync(quit: true);
    }
}
