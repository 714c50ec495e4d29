using System.Net;
using System.Text.RegularExpressions;
using Intake.Pages.Forms;
using Intake.Receive;
using Intake.Tests.Pipeline;

namespace Intake.Tests.Pages;

/// <summary>Somebody who reads pages and sends forms, one request at a time, with or without cookies.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly IntakeFixture _intake;
    private readonly HttpClient _http;

    public Visitor(IntakeFixture intake, bool cookies = true)
    {
        _intake = intake;
#pragma warning disable CA2000 // The client disposes it.
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = cookies }) { BaseAddress = intake.Anonymous.BaseAddress };
#pragma warning restore CA2000
    }

    /// <summary>A token of a form that was shown a minute ago.</summary>
    public Task<string> TokenAsync(string form, TimeSpan? age = null) =>
        FormToken.New(TimeProvider.System.GetUtcNow() - (age ?? TimeSpan.FromMinutes(1)))
            .WriteAsync(_intake.Get<Receipts>(), form, CancellationToken.None);

    public async Task<(HttpStatusCode Status, string Html, HttpResponseMessage Answer)> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await SendAsync(request);
    }

    /// <summary>Sends a form to a call; fields named "file" are files whose names stand before a colon.</summary>
    public async Task<(HttpStatusCode Status, string Html, HttpResponseMessage Answer)> PostAsync(
        string path, IEnumerable<(string Name, string Value)> fields, params (string Name, string Value)[] headers)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            if (name == "file")
                form.Add(new StringContent(value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..]), name, value.Split(':')[0]);
            else
                form.Add(new StringContent(value), name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await SendAsync(request);
    }

    /// <summary>What the form on a page carries unseen.</summary>
    public static IEnumerable<(string Name, string Value)> Carried(string html) =>
        Hidden().Matches(html).Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)));

    public void Dispose() => _http.Dispose();

    private async Task<(HttpStatusCode Status, string Html, HttpResponseMessage Answer)> SendAsync(HttpRequestMessage request)
    {
        var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer);
    }

    [GeneratedRegex("name=\"(form|kept)\" value=\"([^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();
}
