using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Intake.Calls;
using Intake.Local.Hosting;
using Intake.Receive;
using Microsoft.Extensions.DependencyInjection;

namespace Intake.Benchmarks;

/// <summary>Intake on the local host in this process with only its HTTP functions, and a client of it.</summary>
internal sealed class Service : IAsyncDisposable
{
    private const string Key = "key";
    private readonly LocalHost _host;
    private int _sent;

    private Service(LocalHost host)
    {
        _host = host;
        Http = new HttpClient { BaseAddress = host.Address };
        Http.DefaultRequestHeaders.Add("x-functions-key", Key);
    }

    public HttpClient Http { get; }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>The classes of all functions, those of timers and queues too.</summary>
    public static IReadOnlyCollection<Type> EveryFunction { get; } =
        [.. typeof(IntakeServices).Assembly.GetTypes().Where(type => type.Name.EndsWith("Functions", StringComparison.Ordinal))];

    /// <summary>With the usual functions nothing takes messages from the queues meanwhile, and no timer runs.</summary>
    /// <param name="functions">The classes of the functions that are served; those that take contributions if null.</param>
    public static async Task<Service> StartAsync(string connectionString, IReadOnlyCollection<Type>? functions = null) => new(await LocalHost.StartAsync(
        new LocalHostOptions
        {
            Assembly = typeof(IntakeServices).Assembly,
            FunctionClasses = functions ?? [typeof(CallFunctions), typeof(ReceiveFunctions)],
            Configure = (app, configuration) => app.Services.AddIntake(configuration),
            ConnectionString = connectionString,
            FunctionKey = Key,
        },
        CancellationToken.None));

    /// <summary>Puts the sample's call, with its themes and questions, under another id.</summary>
    public async Task OpenCallAsync(string id)
    {
        var call = JsonNode.Parse(await File.ReadAllTextAsync(Sample.CallFile))!;
        call["id"] = id;
        using var answer = await Http.PutAsJsonAsync($"api/calls/{id}", call);
        if (answer.StatusCode is not (HttpStatusCode.Created or HttpStatusCode.OK))
            throw new BenchmarkException($"The call was refused: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Sends a contribution under a new idempotency key, so that each counts as one of its own.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> SendAsync(string call, Contribution contribution)
    {
        using var answer = await Http.SendAsync(Request(call, contribution, $"{Interlocked.Increment(ref _sent)}"));
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != HttpStatusCode.Accepted)
            throw new BenchmarkException($"A contribution was not accepted: {answer.StatusCode}");
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("id").GetString()!;
    }

    public static HttpRequestMessage Request(string call, Contribution contribution, string key)
    {
        var content = new ByteArrayContent(contribution.Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contribution.ContentType);
        var request = new HttpRequestMessage(HttpMethod.Post, $"api/calls/{call}/contributions") { Content = content };
        request.Headers.Add("Idempotency-Key", key);
        return request;
    }

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return _host.DisposeAsync();
    }
}
