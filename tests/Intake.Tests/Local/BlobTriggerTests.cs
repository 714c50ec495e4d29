using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Intake.Local.Hosting;
using Intake.Local.Hosting.Blobs;
using Intake.Local.Processes;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Tests.Local;

[Collection(AzuriteCollection.Name)]
public sealed class BlobTriggerTests(AzuriteFixture azurite)
{
    private readonly Probe _probe = new();
    private readonly string _name = UniqueName.Of("drop");

    private BlobContainerClient Container => new(azurite.ConnectionString, _name);

    [Fact]
    public async Task Each_version_of_each_matching_blob_fires_once_and_not_again_after_a_restart()
    {
        await using (await StartAsync(typeof(Mail)))
        {
            await UploadAsync("a.eml", "first");
            await UploadAsync("folder/Zoë.eml", "second");
            await UploadAsync("a.txt", "no mail");
            await Eventually.TrueAsync(() => _probe.Seen.Count == 2, "both have fired");
            await UploadAsync("a.eml", "third");
            await Eventually.TrueAsync(() => _probe.Seen.Count == 3, "the new version has fired");
        }

        await UploadAsync("b.eml", "fourth");
        await using (await StartAsync(typeof(Mail)))
        {
            await Eventually.TrueAsync(() => _probe.Seen.Count == 4, "the one from the time between has fired");
            await UploadAsync("c.eml", "fifth");
            await Eventually.TrueAsync(() => _probe.Seen.Count == 5, "a later look has found the fifth");
        }

        Assert.Equal(
            ["a: first", "a: third", "b: fourth", "c: fifth", "folder/Zoë: second"],
            _probe.Seen.Cast<string>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_blob_that_keeps_failing_is_tried_as_often_as_host_json_says_and_ends_in_the_poison_queue()
    {
        var poison = new QueueClient(azurite.ConnectionString, "webjobs-blobtrigger-poison");
        await using var host = await StartAsync(typeof(Failing));
        await UploadAsync("broken", "bytes");

        await Eventually.TrueAsync(
            async () => await poison.ExistsAsync() && await FindAsync(poison, _name) is not null, "a poison message");
        await UploadAsync("another", "bytes");
        await Eventually.TrueAsync(() => _probe.Seen.Contains("another, retry 2"), "the next is tried as often");

        Assert.Equal(
            ["broken, retry 0", "broken, retry 1", "broken, retry 2"],
            _probe.Seen.Cast<string>().Where(seen => seen.StartsWith("broken", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("drop/{name}", "x/y.eml", "name=x/y.eml")]
    [InlineData("drop", "x.eml", "name=x.eml")]
    [InlineData("drop/{name}.eml", "x.eml", "name=x")]
    [InlineData("drop/{name}.eml", "x.emlx", null)]
    [InlineData("drop/{name}.eml", "xXeml", null)]
    [InlineData("drop/in/{call}-{id}.eml", "in/ig-26-7.eml", "call=ig-26;id=7")]
    [InlineData("drop/in/{call}-{id}.eml", "out/ig-7.eml", null)]
    [InlineData("drop/fixed.txt", "fixed.txt", "")]
    public void A_path_matches_names(string path, string blob, string? expected)
    {
        var match = new BlobPattern(path, "Test").Match(blob);

        Assert.Equal(expected, match is null
            ? null
            : string.Join(';', match.Select(token => $"{token.Key}={token.Value}").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void A_path_without_a_container_is_refused() =>
        Assert.Throws<HostStartException>(() => new BlobPattern("{container}/{name}", "Test"));

    private static async Task<string?> FindAsync(QueueClient poison, string container)
    {
        foreach (var message in (await poison.PeekMessagesAsync(32)).Value)
        {
            var text = Encoding.UTF8.GetString(Convert.FromBase64String(message.Body.ToString()));
            if (JsonDocument.Parse(text).RootElement.GetProperty("ContainerName").GetString() == container)
            {
                return text;
            }
        }

        return null;
    }

    private Task UploadAsync(string blob, string text) =>
        Container.GetBlobClient(blob).UploadAsync(BinaryData.FromString(text), overwrite: true);

    private Task<LocalHost> StartAsync(Type functions) => TestHost.StartAsync(
        functions, _probe, azurite.ConnectionString, settings: new() { ["Drop"] = _name });

    internal sealed class Mail(Probe probe)
    {
        [Function("Mail")]
        public async Task Run(
            [BlobTrigger("%Drop%/{name}.eml", Source = BlobTriggerSource.EventGrid)] Stream mail, string name)
        {
            using var reader = new StreamReader(mail);
            probe.Add($"{name}: {await reader.ReadToEndAsync()}");
        }
    }

    internal sealed class Failing(Probe probe)
    {
        [Function("Broken")]
        public async Task Run([BlobTrigger("%Drop%/{name}")] BlobClient blob, string name, FunctionContext context)
        {
            Assert.True(await blob.ExistsAsync());
            probe.Add($"{name}, retry {context.RetryContext.RetryCount}");

            // As when the function looks for something of its own; the blob itself is there.
            throw new RequestFailedException(404, "always", "BlobNotFound", innerException: null);
        }
    }
}
