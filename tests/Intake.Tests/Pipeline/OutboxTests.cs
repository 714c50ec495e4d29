using System.Net;
using System.Net.Sockets;
using System.Text;
using Intake.Outbox;
using Intake.Storage;
using Microsoft.Extensions.Logging;
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
        Assert.Contains("Passages read: 1. Characters read: 18.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Bien reçu", "Passages lus : 1.")]
    [InlineData("es", "Recibida", "Pasajes leídos: 1.")]
    [InlineData("ru", "Получено", "Прочитано отрывков: 1.")]
    [InlineData("ar", "تم الاستلام", "عدد الفقرات المقروءة: \u20681\u2069.")]
    [InlineData("zh-Hans", "已收到", "已读取段落数：1。")]
    [InlineData("sw", "Received", "Passages read: 1.")]
    public async Task A_receipt_is_in_the_language_of_the_contribution(string language, string subject, string counts)
    {
        var call = await intake.OpenCallAsync();
        await intake.PostAsync(call, new { text = "Donors should pay.", language, email = $"{call}@example.org" });
        var mail = await intake.MailToAsync($"{call}@example.org");
        Assert.StartsWith(subject, mail.GetProperty("subject").GetString(), StringComparison.Ordinal);
        Assert.Contains(counts, mail.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(language == "ar", mail.GetProperty("html").GetString()!.Contains("dir=\"rtl\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receipt_that_a_crash_kept_from_being_added_is_added_when_the_documents_are_read()
    {
        var call = await intake.OpenCallAsync();
        var sent = await intake.PostAsync(call, new { text = "Donors should pay." });
        var id = sent.GetProperty("id").GetString()!;
        await intake.AnalysedAsync(call, id);
        var row = (await intake.Get<ContributionStore>().FindRevisionAsync(call, id, 1, CancellationToken.None))!;
        row.ContributorJson = $$"""{ "email": "{{call}}@example.org" }""";
        await intake.Get<OutboxStore>().AddReceiptAsync(call, row, isRead: true, CancellationToken.None);
        await intake.MailToAsync($"{call}@example.org");
        await intake.Get<OutboxStore>().AddReceiptAsync(call, row, isRead: true, CancellationToken.None);
        await intake.MailToAsync($"{call}@example.org");
    }

    [Fact]
    public async Task A_receipt_waits_for_the_documents_to_be_read_but_not_for_ever()
    {
        var call = await intake.OpenCallAsync();
        var id = (await intake.PostAsync(call, new { text = "Donors should pay." })).GetProperty("id").GetString()!;
        await intake.AnalysedAsync(call, id);
        var store = intake.Get<StorageClients>().Table(Tables.Contributions);
        var row = (await intake.Get<ContributionStore>().FindRevisionAsync(call, id, 1, CancellationToken.None))!;

        // A revision that nobody will ever read.
        (row.Revision, row.RowKey) = (9, $"r|{id}|0009");
        await store.AddEntityAsync(row);
        var letter = await AddAsync(new OutboxRow { Kind = nameof(LetterKind.Receipt), Call = call, Contribution = id, Revision = 9, To = $"{call}@example.org" });
        await intake.Get<OutboxStage>().HandleAsync(letter, CancellationToken.None);
        Assert.Empty(await intake.MailsToAsync($"{call}@example.org"));

        var waiting = (await intake.Get<OutboxStore>().Mails.FindAsync(letter, CancellationToken.None))!;
        waiting.Created -= new OutboxOptions().ReceiptWait;
        await intake.Get<OutboxStore>().Mails.AgainAsync(letter, waiting, send: false, CancellationToken.None);
        await intake.Get<OutboxStage>().HandleAsync(letter, CancellationToken.None);
        Assert.Contains("Not read yet.", (await intake.MailToAsync($"{call}@example.org")).GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sends_by_mail_gets_a_receipt_and_who_names_no_call_is_told_which_are_open()
    {
        // Of the many calls that tests open, the letter lists those that close soonest.
        var call = await intake.OpenCallAsync(closes: TimeProvider.System.GetUtcNow().AddHours(1).ToString("O"));
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
    public async Task A_mail_that_the_server_puts_off_waits_and_what_the_server_says_of_the_address_does_not_reach_the_log()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var serving = RefuseAsync(server);
        var id = await AddAsync(new OutboxRow { Kind = nameof(LetterKind.Unplaced), To = $"private-{UniqueName.Of("a")}@example.org" });
        var log = new LogLines();
        await Stage(server, log).HandleAsync(id, CancellationToken.None);
        Assert.Contains("MailboxBusy", Assert.Single(log.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("private-", log.Lines[0], StringComparison.Ordinal);
        var row = (await intake.Get<OutboxStore>().Mails.FindAsync(id, CancellationToken.None))!;
        Assert.Null(row.Sent);
        Assert.Null(row.Problem);
        var mark = await intake.Get<StorageClients>().Table(Tables.Outbox).GetEntityAsync<PendingRow>(Ids.Bucket(id), $"p|{id}");
        Assert.True(mark.Value.Since > TimeProvider.System.GetUtcNow(), "It is due again later.");
        await serving;
    }

    [Fact]
    public async Task A_mail_that_no_server_takes_for_days_fails_with_a_reason_and_without_the_address()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var serving = RefuseAsync(server);
        var id = await AddAsync(new OutboxRow
        {
            Kind = nameof(LetterKind.Unplaced),
            To = $"private-{UniqueName.Of("a")}@example.org",
            Created = TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(3),
        });
        var fault = await Assert.ThrowsAsync<IOException>(() => Stage(server, new LogLines()).HandleAsync(id, CancellationToken.None));
        Assert.DoesNotContain("private-", fault.ToString(), StringComparison.Ordinal);
        await serving;
    }

    private OutboxStage Stage(TcpListener server, LogLines log)
    {
        var options = Options.Create(new OutboxOptions { Host = "127.0.0.1", Port = ((IPEndPoint)server.LocalEndpoint).Port });
        return new OutboxStage(
            intake.Get<OutboxStore>(), intake.Get<LetterWriter>(), intake.Get<AnswerTurns>(),
            new SmtpSender(options, intake.Get<AnswerRules>(), TimeProvider.System), options, TimeProvider.System, log);
    }

    private async Task<string> AddAsync(OutboxRow row)
    {
        var id = Ids.New(TimeProvider.System.GetUtcNow());
        (row.Id, row.PartitionKey, row.RowKey) = (id, Ids.Bucket(id), $"m|{id}");
        row.Created = row.Created == default ? TimeProvider.System.GetUtcNow() : row.Created;
        var table = intake.Get<StorageClients>().Table(Tables.Outbox);
        await table.AddEntityAsync(row);
        await table.AddEntityAsync(new PendingRow { PartitionKey = row.PartitionKey, RowKey = $"p|{id}", Queue = Queues.Outbox, Message = id, Since = row.Created });
        return id;
    }

    private sealed class LogLines : ILogger<OutboxStage>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{formatter(state, exception)} {exception}");
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
