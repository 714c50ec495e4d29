using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using Intake.Local.Hosting;
using Intake.Tests.Pipeline;
using Microsoft.Extensions.Logging;

namespace Intake.Tests.Hostile;

/// <summary>What people send, and what lets them in, stays out of the logs: nobody can forge a line or find an address there.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class LogTests(AzuriteFixture azurite) : IDisposable
{
    private readonly Recorder _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task No_text_subject_address_name_or_receipt_is_logged()
    {
        await using var host = await LocalHost.StartAsync(
            new LocalHostOptions
            {
                Assembly = typeof(IntakeServices).Assembly,
                Configure = (app, configuration) => app.Services.AddIntake(configuration),
                ConnectionString = azurite.ConnectionString,
                FunctionKey = "the-secret-key",
                Settings = new Dictionary<string, string?> { ["Intake:Mailbox"] = "call@example.org" },
                Logging = logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(_log),
            },
            CancellationToken.None);
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Add("x-functions-key", "the-secret-key");
        var call = UniqueName.Of("log");
        await http.PutAsJsonAsync($"api/calls/{call}", new { title = "Call", opens = "2026-01-01T00:00:00Z", closes = "2036-01-01T00:00:00Z", themes = new[] { new { id = "a", title = "Financing" } } });

        var sent = await (await http.PostAsJsonAsync($"api/calls/{call}/contributions", new { text = "xyzzy-text\r\nfail: forged line", name = "xyzzy-name", email = "xyzzy-mail@example.org" })).AcceptedAsync();
        var receipt = sent.GetProperty("receipt").GetString()!;
        var path = $"api/calls/{call}/contributions/{sent.GetProperty("id").GetString()}";
        await http.GetAsync($"{path}?receipt={receipt}&code=the-secret-key");
        await http.GetAsync($"{path}?receipt=xyzzy-wrong-receipt");
        await http.PostAsync($"api/calls/{call}/contributions", new StringContent("{\"text\":\"xyzzy-broken", Encoding.UTF8, "application/json"));
        await http.PostAsJsonAsync($"api/calls/{call}/contributions", new { text = "x", country = "xyzzy-country\r\nfail: forged line" });
        var mail = await http.PostMailAsync($"From: Xyzzy <xyzzy-from@example.org>\r\nTo: call+{call}@example.org\r\nSubject: =?utf-8?q?xyzzy-subject=0D=0Afail:_forged?=\r\n\r\nxyzzy-body");
        await Eventually.TrueAsync(async () => !(await http.GetStringAsync($"api/inbound-email/{mail}")).Contains("waiting", StringComparison.Ordinal), "the mail is read");

        Assert.DoesNotContain(_log.Lines, line => line.Contains("xyzzy", StringComparison.OrdinalIgnoreCase) || line.Contains("forged", StringComparison.Ordinal));
        Assert.DoesNotContain(_log.Lines, line => line.Contains(receipt, StringComparison.Ordinal) || line.Contains("the-secret-key", StringComparison.Ordinal));
        Assert.NotEmpty(_log.Lines);
    }

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
