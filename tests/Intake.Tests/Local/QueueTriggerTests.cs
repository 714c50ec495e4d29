using System.Text;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Intake.Local.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Tests.Local;

[Collection(AzuriteCollection.Name)]
public sealed class QueueTriggerTests(AzuriteFixture azurite)
{
    private readonly Probe _probe = new();
    private readonly string _name = UniqueName.Of("letters");

    private QueueClient Queue => new(azurite.ConnectionString, _name);

    private QueueClient Poison => new(azurite.ConnectionString, _name + "-poison");

    [Fact]
    public async Task A_message_is_bound_as_what_the_function_asks_for_and_deleted()
    {
        var kinds = new[] { "string", "bytes", "binary", "message", "json" };
        await using var host = await StartAsync(typeof(Kinds));
        foreach (var kind in kinds)
        {
            var queue = new QueueClient(azurite.ConnectionString, $"{_name}-{kind}");
            await queue.SendMessageAsync(Base64("""{ "id": "Zoë" }"""));
        }

        await Eventually.TrueAsync(() => _probe.Seen.Count == kinds.Length, "all have run");

        Assert.Equal(kinds.Select(kind => $$"""{{kind}} { "id": "Zoë" }""").Order(), _probe.Seen.Cast<string>().Order());
        foreach (var kind in kinds)
        {
            await EmptyAsync(new QueueClient(azurite.ConnectionString, $"{_name}-{kind}"));
        }
    }

    [Fact]
    public async Task A_message_that_keeps_failing_is_tried_as_often_as_host_json_says_and_ends_in_poison_unchanged()
    {
        await using var host = await StartAsync(typeof(Failing));
        await Queue.SendMessageAsync(Base64("letter"));

        var poisoned = await ReceiveAsync(Poison);

        Assert.Equal(Base64("letter"), poisoned.Body.ToString());
        Assert.True(poisoned.ExpiresOn > TimeProvider.System.GetUtcNow().AddYears(100));
        Assert.Equal(["letter, try 1", "letter, try 2", "letter, try 3"], _probe.Seen);
        await EmptyAsync(Queue);
    }

    [Fact]
    public async Task A_message_tried_too_often_by_others_goes_to_poison_untried()
    {
        await Queue.CreateAsync();
        await Queue.SendMessageAsync(Base64("letter"));
        await Eventually.TrueAsync(async () =>
        {
            var mine = (await Queue.ReceiveMessageAsync(TimeSpan.FromSeconds(1))).Value;
            return mine?.DequeueCount == 3;
        }, "the message was dequeued three times");

        await using var host = await StartAsync(typeof(Failing));

        Assert.Equal(Base64("letter"), (await ReceiveAsync(Poison)).Body.ToString());
        Assert.Empty(_probe.Seen);
    }

    [Fact]
    public async Task A_message_that_is_no_base64_goes_to_poison_as_it_was()
    {
        await using var host = await StartAsync(typeof(Failing));
        await Queue.SendMessageAsync("näive text");

        Assert.Equal("näive text", (await ReceiveAsync(Poison)).Body.ToString());
        Assert.Empty(_probe.Seen);
        await EmptyAsync(Queue);
    }

    [Fact]
    public async Task Without_encoding_a_message_is_taken_as_it_is()
    {
        await using var host = await StartAsync(
            typeof(Failing), """{ "extensions": { "queues": { "messageEncoding": "none", "maxDequeueCount": 1 } } }""");
        await Queue.SendMessageAsync("näive text");

        Assert.Equal("näive text", (await ReceiveAsync(Poison)).Body.ToString());
        Assert.Equal(["näive text, try 1"], _probe.Seen);
    }

    [Fact]
    public async Task A_failed_message_stays_hidden_for_the_visibility_timeout()
    {
        await using var host = await StartAsync(
            typeof(Failing), """{ "extensions": { "queues": { "visibilityTimeout": "01:00:00" } } }""");
        await Queue.SendMessageAsync(Base64("letter"));
        await Eventually.TrueAsync(() => _probe.Seen.Count == 1, "the first try");
        await host.StopAsync();

        Assert.Null((await Queue.PeekMessageAsync()).Value);
        Assert.Equal(1, (await Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        Assert.Equal(["letter, try 1"], _probe.Seen);
    }

    [Fact]
    public async Task As_many_run_at_once_as_a_batch_and_the_threshold_allow()
    {
        await using var host = await StartAsync(
            typeof(Gated), """{ "extensions": { "queues": { "batchSize": 2, "newBatchThreshold": 1 } } }""");
        for (var i = 0; i < 8; i++)
        {
            await Queue.SendMessageAsync(Base64($"letter {i}"));
        }

        await Eventually.TrueAsync(() => _probe.Running == 2, "the first batch runs");
        _probe.Gate.Release();
        await Eventually.TrueAsync(() => _probe.Running == 3, "the threshold is reached, and a second batch runs");
        _probe.Gate.Release(7);
        await Eventually.TrueAsync(() => _probe.Seen.Count == 8, "all have run");

        Assert.Equal(3, _probe.Most);
    }

    [Fact]
    public async Task A_message_that_takes_longer_than_its_lease_is_handled_once()
    {
        var lease = TimeSpan.FromSeconds(3);
        await using var host = await StartAsync(typeof(Gated), queueLease: lease);
        await Queue.SendMessageAsync(Base64("long letter"));
        await Eventually.TrueAsync(() => _probe.Running == 1, "the function runs");
        var begun = TimeProvider.System.GetTimestamp();

        await Eventually.TrueAsync(() => TimeProvider.System.GetElapsedTime(begun) > lease * 3, "three leases have passed");
        Assert.Equal(1, _probe.Running);
        _probe.Gate.Release();

        await EmptyAsync(Queue);
        Assert.Equal(["long letter"], _probe.Seen);
        Assert.Equal(1, _probe.Most);
    }

    [Fact]
    public async Task Stopping_waits_for_what_is_in_hand_and_leaves_the_rest()
    {
        await using var host = await StartAsync(
            typeof(Gated), """{ "extensions": { "queues": { "batchSize": 1, "newBatchThreshold": 0 } } }""");
        await Queue.SendMessageAsync(Base64("in hand"));
        await Queue.SendMessageAsync(Base64("waiting"));
        await Eventually.TrueAsync(() => _probe.Running == 1, "the first runs");

        var stopping = host.StopAsync();
        Assert.False(stopping.IsCompleted);
        _probe.Gate.Release(2);
        await stopping;

        Assert.Equal(["in hand"], _probe.Seen);
        Assert.Equal(Base64("waiting"), (await Queue.PeekMessageAsync()).Value.Body.ToString());
        Assert.Equal(1, (await Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Stopping_cancels_what_does_not_end_in_time_and_its_message_is_kept()
    {
        await using var host = await StartAsync(typeof(Gated), stopTimeout: TimeSpan.FromMilliseconds(100));
        await Queue.SendMessageAsync(Base64("endless"));
        await Eventually.TrueAsync(() => _probe.Running == 1, "the function runs");

        await host.StopAsync();

        Assert.Equal(0, _probe.Running);
        Assert.Empty(_probe.Seen);
        Assert.Equal(Base64("endless"), (await ReceiveAsync(Queue)).Body.ToString());
    }

    [Fact]
    public async Task A_host_started_later_takes_up_what_was_left()
    {
        await Queue.CreateAsync();
        await Queue.SendMessageAsync(Base64("letter"));
        _probe.Gate.Release();

        await using var host = await StartAsync(typeof(Gated));

        await Eventually.TrueAsync(() => _probe.Seen.Count == 1, "the message is handled");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static async Task<QueueMessage> ReceiveAsync(QueueClient queue)
    {
        QueueMessage? message = null;
        await Eventually.TrueAsync(async () => await queue.ExistsAsync()
            && (message = (await queue.ReceiveMessageAsync()).Value) is not null, $"a message in {queue.Name}");
        return message!;
    }

    private static Task EmptyAsync(QueueClient queue) => Eventually.TrueAsync(
        async () => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0, $"{queue.Name} is empty");

    private Task<LocalHost> StartAsync(
        Type functions, string hostJson = TestHost.QuickHostJson, TimeSpan? queueLease = null, TimeSpan? stopTimeout = null) =>
        TestHost.StartAsync(
            functions, _probe, azurite.ConnectionString, hostJson, new() { ["TestQueue"] = _name },
            queueLease: queueLease, stopTimeout: stopTimeout);

    internal sealed record Letter(string Id);

    internal sealed class Kinds(Probe probe)
    {
        [Function("Text")]
        public void Text([QueueTrigger("%TestQueue%-string")] string message) => probe.Add("string " + message);

        [Function("Bytes")]
        public void Bytes([QueueTrigger("%TestQueue%-bytes")] byte[] message) =>
            probe.Add("bytes " + Encoding.UTF8.GetString(message));

        [Function("Binary")]
        public Task Binary([QueueTrigger("%TestQueue%-binary")] BinaryData message)
        {
            probe.Add($"binary {message}");
            return Task.CompletedTask;
        }

        [Function("Message")]
        public void Message([QueueTrigger("%TestQueue%-message")] QueueMessage message, string id, int dequeueCount)
        {
            Assert.Equal((message.MessageId, message.DequeueCount), (id, dequeueCount));
            probe.Add($"message {message.Body}");
        }

        [Function("Json")]
        public void Json([QueueTrigger("%TestQueue%-json")] Letter message, FunctionContext context)
        {
            Assert.Equal("Zoë", message.Id);
            probe.Add($"json {context.BindingContext.BindingData["QueueTrigger"]}");
        }
    }

    internal sealed class Failing(Probe probe)
    {
        [Function("Failing")]
        public void Run([QueueTrigger("%TestQueue%")] string message, int dequeueCount, FunctionContext context)
        {
            Assert.Equal(dequeueCount - 1, context.RetryContext.RetryCount);
            probe.Add($"{message}, try {dequeueCount}");
            throw new InvalidOperationException("always");
        }
    }

    internal sealed class Gated(Probe probe)
    {
        [Function("Gated")]
        public async Task Run([QueueTrigger("%TestQueue%")] string message, CancellationToken cancellationToken)
        {
            await probe.PassGateAsync(cancellationToken);
            probe.Add(message);
        }
    }
}
