using System.Net.Http.Json;
using System.Text.Json;
using Intake.Local.Hosting;
using Intake.Local.Processes;
using Intake.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Intake.Browser;

/// <summary>The whole of Intake on the local host, with an open, a closed and a coming call, and a browser to look at it.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    /// <summary>As host.json, but queues are looked at more often.</summary>
    private const string HostJson = """
        {
          "version": "2.0",
          "extensions": {
            "http": { "routePrefix": "" },
            "queues": { "batchSize": 16, "maxDequeueCount": 5, "visibilityTimeout": "00:00:00.100", "maxPollingInterval": "00:00:00.200", "messageEncoding": "base64" }
          }
        }
        """;

    private readonly FastClock _clock = new();
    private Azurite? _azurite;
    private LocalHost? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Has the function key.</summary>
    public HttpClient Http { get; private set; } = null!;

    public Uri Address => _host!.Address;

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null)
            return;
        var port = FreePort.Any();
        _azurite = await Azurite.StartAsync(new AzuriteOptions(), CancellationToken.None);
        _host = await LocalHost.StartAsync(
            new LocalHostOptions
            {
                Assembly = typeof(IntakeServices).Assembly,
                Configure = (app, configuration) => app.Services.AddSingleton<TimeProvider>(_clock).AddIntake(configuration),
                ConnectionString = _azurite.ConnectionString,
                HostJson = HostJson,
                FunctionKey = "key",
                Port = port,
                Settings = new Dictionary<string, string?>
                {
                    ["Intake:PublicAddress"] = $"http://127.0.0.1:{port}",
                    ["Intake:Mailbox"] = "call@example.org",
                },
                Logging = logging => logging.SetMinimumLevel(LogLevel.Warning).AddConsole(),
            },
            CancellationToken.None);
        Http = new HttpClient { BaseAddress = _host.Address };
        Http.DefaultRequestHeaders.Add("x-functions-key", "key");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Program, Args = ["--no-sandbox"] });
    }

    /// <summary>Somebody else's browser: no cookies yet.</summary>
    public async Task<IPage> OpenAsync(string language = "en", bool javaScript = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            Locale = language,
            JavaScriptEnabled = javaScript,
            ColorScheme = ColorScheme.Light,
            ViewportSize = new() { Width = 1000, Height = 800 },
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <summary>What a person does with a form takes time, which tests need not.</summary>
    public void TakeTime() => _clock.Advance(TimeSpan.FromSeconds(5));

    /// <summary>A call with two questions.</summary>
    public async Task<string> CallAsync(string opens = "2026-01-01", string closes = "2036-01-01", object? rules = null)
    {
        var id = UniqueName.Of("call");
        using var answer = await Http.PutAsJsonAsync($"api/calls/{id}", new
        {
            title = $"How to finance {id}",
            description = "The group asks how the forum is to be paid for.",
            opens,
            closes,
            timeZone = "Europe/Zurich",
            languages = new[] { "en", "ar" },
            themes = new[] { new { id = "financing", title = "Financing", description = "Who pays, and how.", keywords = new[] { "donors", "budget" } } },
            questions = new[]
            {
                new { number = 1, text = "How should the forum be financed?", themes = new[] { "financing" } },
                new { number = 2, text = "What else should be considered?", themes = Array.Empty<string>() },
            },
            rules = rules ?? new { },
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return id;
    }

    /// <summary>A contribution that has been analysed; gives its reference.</summary>
    public async Task<string> ContributeAsync(string call, object contribution)
    {
        using var answer = await Http.PostAsJsonAsync($"api/calls/{call}/contributions", contribution);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        await Eventually.TrueAsync(
            async () => (await Http.GetFromJsonAsync<JsonElement>($"api/calls/{call}/contributions/{id}")).GetProperty("status").GetString() == "analysed",
            $"{id} is analysed");
        return id;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        Http?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<SiteFixture>
{
    public const string Name = "Site";
}
