using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Intake.Local.Hosting;
using Intake.Local.Processes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Tests.Local;

public sealed class HttpTriggerTests : IAsyncLifetime
{
    private readonly Probe _probe = new();
    private readonly HttpClient _http = new();
    private LocalHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await TestHost.StartAsync(typeof(Functions), _probe);
        _http.BaseAddress = _host.Address;
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("/items/5", 200, "item 5")]
    [InlineData("/ITEMS/7", 200, "item 7")]
    [InlineData("/items/x", 404, null)]
    [InlineData("/items/0", 404, null)]
    [InlineData("/items", 404, null)]
    [InlineData("/named", 200, "nobody")]
    [InlineData("/named/Zo%C3%AB", 200, "Zoë")]
    [InlineData("/", 200, "home")]
    [InlineData("/nothing", 404, null)]
    [InlineData("/Plain", 200, "plain")]
    [InlineData("/minimal", 200, "minimal")]
    [InlineData("/admin/host/status", 404, null)]
    [InlineData("/runtime/webhooks", 404, null)]
    public async Task A_route_leads_to_its_function(string path, int status, string? body)
    {
        var response = await _http.GetAsync(path);

        Assert.Equal(status, (int)response.StatusCode);
        if (body is not null)
        {
            Assert.Equal(body, await response.Content.ReadAsStringAsync());
        }
        else
        {
            await AssertProblemAsync(response, status);
        }
    }

    [Fact]
    public async Task A_method_a_function_does_not_have_is_answered_with_those_it_has()
    {
        var response = await _http.DeleteAsync("/Plain");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow.Order());
        await AssertProblemAsync(response, 405);
    }

    [Fact]
    public async Task An_error_a_function_answers_is_left_as_it_is()
    {
        var response = await _http.GetAsync("/missing");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("no such letter", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("anonymous", null, 200)]
    [InlineData("anonymous", "wrong", 200)]
    [InlineData("function", null, 401)]
    [InlineData("function", "wrong", 401)]
    [InlineData("function", "", 401)]
    [InlineData("function", "let me in", 200)]
    [InlineData("admin-level", null, 401)]
    [InlineData("admin-level", "let me in!", 401)]
    [InlineData("admin-level", "let me in", 200)]
    public async Task A_function_is_open_to_those_who_show_its_key(string path, string? key, int status)
    {
        using var byHeader = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null)
        {
            byHeader.Headers.TryAddWithoutValidation("x-functions-key", key);
        }

        var byQuery = path + (key is null ? "" : $"?code={Uri.EscapeDataString(key)}");

        foreach (var response in new[] { await _http.SendAsync(byHeader), await _http.GetAsync(byQuery) })
        {
            Assert.Equal(status, (int)response.StatusCode);
            if (status == 401)
            {
                await AssertProblemAsync(response, status);
            }
        }
    }

    [Fact]
    public async Task What_a_function_throws_is_not_told_to_the_caller()
    {
        var response = await _http.GetAsync("/throws");

        await AssertProblemAsync(response, 500);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_reads_the_first_bytes_of_a_body_before_the_last_are_sent()
    {
        using var content = new SlowContent(_probe);

        var response = await _http.PostAsync("/stream", content);

        Assert.Equal("begin+end", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_while_it_is_read()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_host.Address.Host, _host.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync("POST /stream HTTP/1.1\r\nHost: x\r\nContent-Length: 104857601\r\n\r\nxxxxx"u8.ToArray());

        var buffer = new byte[512];
        var read = await stream.ReadAsync(buffer);

        Assert.StartsWith("HTTP/1.1 413", Encoding.ASCII.GetString(buffer, 0, read), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "/api/Plain")]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "v1/x" } } }""", "/v1/x/Plain")]
    [InlineData("""{ /* none */ "extensions": { "http": { "routePrefix": "" } } }""", "/Plain")]
    public async Task Routes_begin_with_the_prefix_of_host_json(string hostJson, string path)
    {
        await using var other = await TestHost.StartAsync(typeof(Functions), _probe, hostJson: hostJson);

        Assert.Equal("plain", await _http.GetStringAsync(new Uri(other.Address, path)));
        Assert.Contains(other.Functions, function => "/" + function.Source == path);
    }

    [Fact]
    public async Task A_port_in_use_is_said_so()
    {
        var exception = await Assert.ThrowsAsync<HostStartException>(
            () => TestHost.StartAsync(typeof(Functions), _probe, port: _host.Address.Port));

        Assert.Contains($"Port {_host.Address.Port} is in use", exception.Message, StringComparison.Ordinal);
        Assert.Contains("--port", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_that_nothing_is_bound_to_stops_the_start()
    {
        var exception = await Assert.ThrowsAsync<HostStartException>(
            () => TestHost.StartAsync(typeof(Unbound), _probe));

        Assert.Contains("'oops'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_lets_a_request_finish_and_takes_no_new_one()
    {
        var request = _http.GetStringAsync("/slow");
        await Eventually.TrueAsync(() => _probe.Running == 1, "the function runs");

        var stopping = _host.StopAsync();
        await Eventually.TrueAsync(
            async () => !await FreePort.AnswersAsync(_host.Address.Port, CancellationToken.None), "the host takes no connections");
        Assert.False(stopping.IsCompleted);
        _probe.Gate.Release();

        Assert.Equal("done", await request);
        await stopping;
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, int status)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("title").GetString()));
    }

    internal sealed class Functions(Probe probe)
    {
        [Function("Item")]
        public IActionResult Item(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{number:int:min(1)}")] HttpRequest request,
            int number) => Text($"item {number}");

        [Function("Named")]
        public Task<IActionResult> Named(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "named/{name?}")] HttpRequest request,
            string? name) => Task.FromResult(Text(name ?? "nobody"));

        [Function("Home")]
        public IActionResult Home(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request) =>
            Text("home");

        [Function("Plain")]
        public static IActionResult Plain(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post")] HttpRequest request) => Text("plain");

        [Function("Minimal")]
        public ValueTask<IResult> Minimal([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            ValueTask.FromResult(Results.Text("minimal"));

        [Function("Missing")]
        public IActionResult Missing([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            new NotFoundObjectResult("no such letter");

        [Function("anonymous")]
        public IActionResult Anonymous([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Text("in");

        [Function("function")]
        public IActionResult Keyed([HttpTrigger(AuthorizationLevel.Function)] HttpRequest request) => Text("in");

        [Function("admin-level")]
        public IActionResult Admin([HttpTrigger(AuthorizationLevel.Admin)] HttpRequest request) => Text("in");

        [Function("throws")]
        public IActionResult Throws([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            throw new InvalidOperationException("a secret");

        [Function("stream")]
        public async Task<IActionResult> StreamAsync(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request, CancellationToken cancellationToken)
        {
            var first = new byte[5];
            await request.Body.ReadExactlyAsync(first, cancellationToken);
            probe.Add("first");
            using var rest = new StreamReader(request.Body);
            return Text($"{Encoding.ASCII.GetString(first)}+{await rest.ReadToEndAsync(cancellationToken)}");
        }

        [Function("slow")]
        public async Task<IActionResult> Slow(
            [HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, FunctionContext context)
        {
            await probe.PassGateAsync(context.CancellationToken);
            return Text("done");
        }

        private static IActionResult Text(string text) => new ContentResult { Content = text };
    }

    internal sealed class Unbound
    {
        [Function("Unbound")]
        public void Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{name}")] HttpRequest request, string oops)
        {
        }
    }

    /// <summary>Sends its end only once the function has read its beginning.</summary>
    private sealed class SlowContent(Probe probe) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("begin"u8.ToArray());
            await stream.FlushAsync();
            await Eventually.TrueAsync(() => probe.Seen.Contains("first"), "the function reads the first bytes");
            await stream.WriteAsync("end"u8.ToArray());
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
