using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Intake.Local.Processes;
using Xunit.Abstractions;

namespace Intake.Tests.Pipeline;

/// <summary>
/// A child process takes submissions and mails and is killed, with no chance to clean up, again and again. What it
/// answered with 202 is analysed in the end, once.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class CrashTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const int Kills = 20;

    /// <summary>Seconds after start at which it is killed: from before it listens to in the middle of everything.</summary>
    private static readonly (double From, double To) Life = (0.2, 1.2);

    [Fact]
    public async Task Whatever_was_answered_202_is_analysed_once_after_any_number_of_kills()
    {
        var random = new Random(20261122);
        var port = FreePort.Any();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Add("x-functions-key", "local");
        var call = UniqueName.Of("crash");

        using (var host = Start(port))
        {
            await ReadyAsync(http);
            var put = await http.PutAsJsonAsync($"api/calls/{call}", new
            {
                title = "Crash",
                opens = "2026-01-01T00:00:00Z",
                closes = "2036-01-01T00:00:00Z",
                themes = new[] { new { id = "funding", title = "Funding", keywords = new[] { "donors" } } },
            });
            Assert.True(put.IsSuccessStatusCode);
            await KillAsync(host);
        }

        var stream = new SubmissionStream(http, call);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var host = Start(port);
            using var stop = new CancellationTokenSource();
            await ReadyAsync(http);
            var answered = stream.Answered;
            var sending = stream.RunAsync(stop.Token);
            if (kill % 2 == 1)
            {
                // Every other life is long enough for an answer, however busy the machine is.
                await Eventually.TrueAsync(() => stream.Answered > answered, "something is answered");
            }

            await Task.Delay(TimeSpan.FromSeconds(Life.From + random.NextDouble() * (Life.To - Life.From)), TimeProvider.System, CancellationToken.None);
            await KillAsync(host);
            await stop.CancelAsync();
            await sending;
        }

        output.WriteLine($"{stream.Contributions.Count} contributions and {stream.Mails.Count} mails were answered 202 over {Kills} kills; {stream.Unanswered} requests got no answer.");
        Assert.NotEmpty(stream.Contributions);
        Assert.NotEmpty(stream.Mails);

        using var last = Start(port);
        await ReadyAsync(http);

        // What got no answer may still have been stored, and the sweep finds it whenever it does: so it is sent again.
        await stream.FinishAsync();
        var ids = (await Eventually.Async(async () => await AllAnalysedAsync(http, call, stream), TimeSpan.FromMinutes(4))).Ids;

        // Each idempotency key and each mail is one contribution, and all that was answered is among them.
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(stream.Contributions.Values.Except(ids));
        Assert.Equal(stream.Sent, ids.Count);
        await stream.SendAgainAsync();
        var digest = await http.PostAsync($"api/calls/{call}/digests", null);
        Assert.True(digest.IsSuccessStatusCode, await digest.Content.ReadAsStringAsync());
        var ledger = (await http.GetFromJsonAsync<JsonElement>($"api/calls/{call}/digests/latest")).GetProperty("ledger").GetProperty("rows")
            .EnumerateArray().Select(row => row.GetProperty("contribution").GetString()!).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ledger.Order(StringComparer.Ordinal));
        await KillAsync(last);
    }

    /// <summary>Every mail that was answered has become a contribution, and every contribution is analysed.</summary>
    private static async Task<(bool Done, Seen Ids)> AllAnalysedAsync(HttpClient http, string call, SubmissionStream stream)
    {
        var ids = new List<string>();
        var waiting = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"api/calls/{call}/contributions?limit=200&after={after}");
            foreach (var one in page.GetProperty("contributions").EnumerateArray())
            {
                ids.Add(one.GetProperty("id").GetString()!);
                if (one.GetProperty("status").GetString() != "analysed")
                    waiting.Add($"{one.GetProperty("id")} {one.GetProperty("status")}");
            }

            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        foreach (var mail in stream.Mails)
        {
            var row = await http.GetFromJsonAsync<JsonElement>($"api/inbound-email/{mail}");
            if (row.GetProperty("outcome").GetString() != "contribution" || !ids.Contains(row.GetProperty("contribution").GetString()!))
                waiting.Add($"mail {mail} {row.GetProperty("outcome")}");
        }

        waiting.AddRange(stream.Contributions.Values.Except(ids).Select(id => $"{id} is missing"));
        return (waiting.Count == 0, new Seen(ids, waiting));
    }

    private sealed record Seen(IReadOnlyList<string> Ids, IReadOnlyList<string> Waiting)
    {
        public override string ToString() => $"{Ids.Count} contributions; still waiting: {string.Join("; ", Waiting)}";
    }

    /// <summary>
    /// The last request of all may die between its rows and its message, with nobody left to send it again: that is the
    /// sweep's to find, and the test does not wait five minutes for it.
    /// </summary>
    private HostProcess Start(int port) => new(
        new Dictionary<string, string> { ["Intake__SweepAfter"] = "00:00:20" },
        ["--storage", azurite.ConnectionString, "--port", port.ToString(CultureInfo.InvariantCulture), "--no-sample", "--no-mail"]);

    private static async Task KillAsync(HostProcess process)
    {
        process.Kill();
        await process.EndedAsync();
    }

    private static Task ReadyAsync(HttpClient http) => Eventually.TrueAsync(async () =>
    {
        try
        {
            return (await http.GetAsync("api/health")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }, "the host is healthy");

    /// <summary>Sends and remembers what was answered; what got no answer is sent again, as a client would.</summary>
    private sealed class SubmissionStream(HttpClient http, string call)
    {
        private readonly Queue<int> _unanswered = new();

        /// <summary>Id by idempotency key.</summary>
        public Dictionary<string, string> Contributions { get; } = [];

        public HashSet<string> Mails { get; } = [];

        public int Sent { get; private set; }

        public int Unanswered { get; private set; }

        public int Answered => Contributions.Count + Mails.Count;

        public async Task RunAsync(CancellationToken stop)
        {
            while (!stop.IsCancellationRequested)
            {
                var number = _unanswered.Count > 0 ? _unanswered.Dequeue() : Sent++;
                try
                {
                    await SendAsync(number);
                }
                catch (Exception fault) when (fault is HttpRequestException or IOException)
                {
                    // Killed under our hands.
                    Unanswered++;
                    _unanswered.Enqueue(number);
                    return;
                }
            }
        }

        /// <summary>Sends what got no answer, until it has one.</summary>
        public async Task FinishAsync()
        {
            for (; _unanswered.TryPeek(out var number); _unanswered.Dequeue())
                await SendAsync(number);
        }

        /// <summary>Everything once more: the same answers, nothing new.</summary>
        public async Task SendAgainAsync()
        {
            foreach (var (key, id) in Contributions.Take(20))
                Assert.Equal(id, await PostAsync(int.Parse(key, CultureInfo.InvariantCulture)));
        }

        private async Task SendAsync(int number)
        {
            if (number % 4 == 3)
                Mails.Add(await MailAsync(number));
            else
                Contributions[number.ToString(CultureInfo.InvariantCulture)] = await PostAsync(number);
        }

        private async Task<string> PostAsync(int number)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"api/calls/{call}/contributions")
            {
                Content = JsonContent.Create(new { text = $"Contribution {number}: the donors should pay for it." }),
            };
            request.Headers.Add("Idempotency-Key", number.ToString(CultureInfo.InvariantCulture));
            using var answer = await http.SendAsync(request);
            return (await answer.AcceptedAsync()).GetProperty("id").GetString()!;
        }

        private Task<string> MailAsync(int number) => http.PostMailAsync(
            $"From: sender{number}@example.org\r\nTo: call+{call}@example.org\r\nSubject: views\r\nMessage-ID: <{number}@crash>\r\n\r\nMail {number}: the donors should pay for it.\r\n");
    }
}
