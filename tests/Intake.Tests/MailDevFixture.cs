using System.Net.Http.Json;
using System.Text.Json;
using Intake.Local.Processes;

namespace Intake.Tests;

/// <summary>One mail server for the run, which shows what it was sent.</summary>
public sealed class MailDevFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("intake-mail-").FullName;
    private MailDev? _mail;
    private HttpClient? _http;

    public int SmtpPort => _mail!.SmtpPort;

    public async Task InitializeAsync()
    {
        _mail = await MailDev.StartAsync(_folder, _ => { }, CancellationToken.None);
        await _mail.ReadyAsync(CancellationToken.None);
        _http = new HttpClient { BaseAddress = _mail.Page };
    }

    public async Task DisposeAsync()
    {
        _http?.Dispose();
        if (_mail is not null)
            await _mail.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The mail that reached the address: subject, text, html, headers.</summary>
    public async Task<IReadOnlyList<JsonElement>> ToAsync(string address) =>
        [.. (await _http!.GetFromJsonAsync<JsonElement>("email")).EnumerateArray()
            .Where(mail => mail.GetProperty("to").EnumerateArray().Any(to => to.GetProperty("address").GetString() == address))];
}
