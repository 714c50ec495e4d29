using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using Intake.Local.Hosting;
using Intake.Outbox;
using Intake.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Intake.Tests.Pipeline;

/// <summary>The whole of Intake, running on the local host over a real Azurite and real sockets.</summary>
public sealed class IntakeFixture(AzuriteFixture azurite, MailDevFixture mail) : IAsyncLifetime
{
    /// <summary>As host.json, but what failed is tried again at once.</summary>
    private const string HostJson = """
        {
          "version": "2.0",
          "extensions": {
            "http": { "routePrefix": "" },
            "queues": { "batchSize": 16, "maxDequeueCount": 5, "visibilityTimeout": "00:00:00.100", "maxPollingInterval": "00:00:00.200", "messageEncoding": "base64" }
          }
        }
        """;

    private LocalHost? _host;

    /// <summary>Has the function key.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>Has no key.</summary>
    public HttpClient Anonymous { get; private set; } = null!;

    public IServiceProvider Services => _host!.Services;

    public string ConnectionString => azurite.ConnectionString;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        _host = await LocalHost.StartAsync(Options(azurite.ConnectionString, "call@example.org", mail.SmtpPort), CancellationToken.None);
        Anonymous = new HttpClient { BaseAddress = _host.Address };
        Http = new HttpClient { BaseAddress = _host.Address };
        Http.DefaultRequestHeaders.Add("x-functions-key", "key");
    }

    /// <summary>Intake on the local host as tests want it; port 0 is a free one.</summary>
    public static LocalHostOptions Options(string storage, string mailbox, int smtpPort, int port = 0) => new()
    {
        Assembly = typeof(IntakeServices).Assembly,
        Configure = (app, configuration) => app.Services.AddIntake(configuration),
        ConnectionString = storage,
        HostJson = HostJson,
        FunctionKey = "key",
        Port = port,
        Settings = new Dictionary<string, string?>
        {
            ["Intake:Mailbox"] = mailbox,
            ["Intake:AuthservId"] = "mx.example.org",
            ["Smtp:Host"] = "127.0.0.1",
            ["Smtp:Port"] = $"{smtpPort}",
            ["Smtp:From"] = "Intake <intake@example.org>",
        },
        Logging = logging => logging.SetMinimumLevel(LogLevel.Warning).AddConsole(),
    };

    public async Task DisposeAsync()
    {
        Http?.Dispose();
        Anonymous?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
    }

    /// <summary>Waits until one mail has reached the address.</summary>
    public Task<JsonElement> MailToAsync(string address) => Eventually.Async(async () =>
    {
        var mails = await mail.ToAsync(address);
        return (mails.Count == 1, mails.Count == 1 ? mails[0] : default);
    });

    /// <summary>The mails that have reached the address, in order.</summary>
    public Task<IReadOnlyList<JsonElement>> MailsToAsync(string address) => mail.ToAsync(address);

    /// <summary>The mails for the address, sent or not.</summary>
    public async Task<List<OutboxRow>> LettersToAsync(string address)
    {
        var letters = new List<OutboxRow>();
        var outbox = Get<StorageClients>().Table(Tables.Outbox);
        await foreach (var row in outbox.QueryAsync<OutboxRow>(TableClient.CreateQueryFilter($"To eq {address}")))
            letters.Add(row);
        return letters;
    }

    /// <summary>A call that is open and has the themes and questions the tests' texts speak of.</summary>
    public async Task<string> OpenCallAsync(object? rules = null, string? opens = null, string? closes = null, string[]? recipients = null)
    {
        var id = UniqueName.Of("test");
        var answer = await Http.PutAsJsonAsync($"api/calls/{id}", new
        {
            title = $"Call {id}",
            opens = opens ?? "2026-01-01T00:00:00Z",
            closes = closes ?? "2036-01-01T00:00:00Z",
            themes = new object[]
            {
                new { id = "financing", title = "Financing the forum", description = "Voluntary contributions, donors, budgets and funds.", keywords = new[] { "voluntary funding", "donors", "trust fund", "financement" } },
                new { id = "participation", title = "Participation of developing countries", description = "Travel support, remote participation, capacity building.", keywords = new[] { "developing countries", "remote participation", "travel support" } },
            },
            questions = new object[]
            {
                new { number = 1, text = "How should the forum be financed?", themes = new[] { "financing" } },
                new { number = 2, text = "How can participation from developing countries be improved?", themes = new[] { "participation" } },
                new { number = 3, text = "What else should the working group consider?", themes = Array.Empty<string>() },
            },
            digest = new { recipients = recipients ?? [] },
            rules = rules ?? new { },
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return id;
    }

    public async Task<JsonElement> PostAsync(string call, object contribution)
    {
        var answer = await Anonymous.PostAsJsonAsync($"api/calls/{call}/contributions", contribution);
        return await answer.AcceptedAsync();
    }

    public async Task<JsonElement> GetAsync(string path) =>
        await Anonymous.GetFromJsonAsync<JsonElement>(path);

    /// <summary>Waits until the contribution's status is one of those; fails when it takes longer than a minute.</summary>
    public Task<JsonElement> UntilAsync(string call, string id, params string[] statuses) => Eventually.Async(async () =>
    {
        var record = await GetAsync($"api/calls/{call}/contributions/{id}");
        return (statuses.Contains(record.GetProperty("status").GetString()), record);
    });

    public Task<JsonElement> AnalysedAsync(string call, string id) => UntilAsync(call, id, "analysed");

    public async Task<JsonElement> DigestAsync(string call)
    {
        var issued = await Http.PostAsync($"api/calls/{call}/digests", null);
        Assert.True((int)issued.StatusCode == 201, await issued.Content.ReadAsStringAsync());
        return await GetAsync(issued.Headers.Location!.ToString());
    }
}
