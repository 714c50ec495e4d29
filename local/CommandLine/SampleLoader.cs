using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Intake.Local.CommandLine;

/// <summary>
/// Loads the sample call over the same API that everybody uses. Contributions carry an idempotency key, so loading
/// them again changes nothing.
/// </summary>
/// <param name="http">Its base address is the host's, its headers have the function key.</param>
/// <param name="folder">Has <c>call.json</c>, <c>contributions/*.json</c> and <c>mail/*.eml</c>.</param>
public sealed class SampleLoader(HttpClient http, string folder, TimeProvider time)
{
    public const string Call = "sample";

    /// <summary>How long the sample's analysis may take before something is wrong.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Loads what is not there yet, waits until it is analysed, and has the first digest compiled.</summary>
    /// <param name="progress">Gets a line for each step.</param>
    /// <exception cref="SampleException">The host refused something; the message says what.</exception>
    public async Task LoadAsync(Action<string> progress, CancellationToken cancellation)
    {
        if ((await http.GetAsync($"api/calls/{Call}/digests/latest", cancellation)).IsSuccessStatusCode)
        {
            progress("The sample call is there already.");
            return;
        }

        await SendAsync(HttpMethod.Put, $"api/calls/{Call}", Path.Combine(folder, "call.json"), "application/json", cancellation);
        var contributions = Directory.GetFiles(Path.Combine(folder, "contributions"), "*.json").Order(StringComparer.Ordinal).ToList();
        var mails = Directory.GetFiles(Path.Combine(folder, "mail"), "*.eml").Order(StringComparer.Ordinal).ToList();
        var total = contributions.Count + mails.Count;
        var sent = 0;
        foreach (var file in contributions)
        {
            await SendAsync(HttpMethod.Post, $"api/calls/{Call}/contributions", file, "application/json", cancellation);
            progress($"Sending the sample: {++sent} of {total}");
        }

        foreach (var file in mails)
        {
            await SendAsync(HttpMethod.Post, "api/inbound-email", file, "message/rfc822", cancellation);
            progress($"Sending the sample: {++sent} of {total}");
        }

        await WaitAsync(total, progress, cancellation);
        await SendAsync(HttpMethod.Post, $"api/calls/{Call}/digests", null, null, cancellation);
        progress("The sample's digest is there.");
    }

    private async Task WaitAsync(int total, Action<string> progress, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        for (var last = -1; ;)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"api/calls/{Call}/contributions?limit=200", cancellation);
            var analysed = page.GetProperty("contributions").EnumerateArray()
                .Count(contribution => contribution.GetProperty("status").GetString() is "analysed" or "failed");
            if (analysed != last)
                progress($"Analysing the sample: {last = analysed} of {total}");
            if (analysed >= total)
                return;
            if (time.GetElapsedTime(started) > Patience)
                throw new SampleException($"Only {analysed} of the sample's {total} contributions were analysed after {Patience.TotalMinutes:0} minutes.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellation);
        }
    }

    private async Task SendAsync(HttpMethod method, string path, string? file, string? contentType, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, path);
        if (file is not null)
        {
            request.Content = new ByteArrayContent(await File.ReadAllBytesAsync(file, cancellation));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType!);
            request.Headers.Add("Idempotency-Key", $"sample-{Path.GetFileName(file)}");
        }

        using var answer = await http.SendAsync(request, cancellation);
        if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted)
            return;
        throw new SampleException(
            $"{method} {path}{(file is null ? "" : $" with {Path.GetFileName(file)}")}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellation)}");
    }
}

/// <summary>The sample could not be loaded.</summary>
public sealed class SampleException(string message) : Exception(message);
