using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.AI.TextAnalytics;
using Azure.Core.Pipeline;
using Intake.KeyPhrases;
using Intake.PersonalData;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Intake.Tests.KeyPhrases;

public sealed class AzureLanguageAnalyserTests
{
    [Fact]
    public async Task Phrases_are_quoted_from_the_text_and_those_that_are_not_in_it_are_left_out()
    {
        const string Document = "The trust fund is empty.\nA Trust Fund needs donors.";
        var passages = Texts.Passages(Document, "en");
        var (analyser, service) = Make(_ => ["trust fund", "made-up words", "donors"]);

        var found = await analyser.FindKeyPhrasesAsync(passages, CancellationToken.None);

        Texts.AssertVerbatim(Document, passages, found);
        Assert.Equal(["trust fund", "Trust Fund", "donors"], found.All.Select(phrase => phrase.Text));
        Assert.Equal("trust fund", found.Top[0].Text);
        Assert.Equal("Azure AI Language", found.Engine);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Requests_stay_within_the_services_limits()
    {
        var passages = Enumerable.Range(0, 25).Select(i => Texts.Passage("policy " + i, i + 1, i * 20))
            .Append(Texts.Passage(string.Concat(Enumerable.Repeat("e\u0301😀 policy ", 3_000)), 26, 1_000))
            .Append(Texts.Passage("   ", 27, 900_000)).ToList();
        var (analyser, service) = Make(_ => ["policy"]);

        var found = await analyser.FindKeyPhrasesAsync(passages, CancellationToken.None);

        var documents = service.Requests.Select(request => request["analysisInput"]!["documents"]!.AsArray()).ToList();
        Assert.All(documents, batch => Assert.InRange(batch.Count, 1, 10));
        Assert.All(documents.SelectMany(batch => batch), document =>
            Assert.InRange(new StringInfo((string)document!["text"]!).LengthInTextElements, 1, 5_120));
        Assert.Equal(passages[25].Text, string.Concat(documents.SelectMany(batch => batch).OrderBy(document => int.Parse((string)document!["id"]!, CultureInfo.InvariantCulture))
            .Skip(25).Select(document => (string)document!["text"]!)));
        Assert.Equal(26, found.All.Select(phrase => phrase.Passage).Distinct().Count());
    }

    [Fact]
    public async Task A_document_that_the_service_cannot_read_throws()
    {
        var (analyser, _) = Make(text => text.Contains("bad", StringComparison.Ordinal) ? null : ["fund"]);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await analyser.FindKeyPhrasesAsync(Texts.Passages("good fund\nbad fund", "en"), CancellationToken.None));
        Assert.Contains("InvalidDocument", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("bad fund", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_fails_throws()
    {
        var (analyser, service) = Make(_ => []);
        service.Status = HttpStatusCode.Forbidden;

        await Assert.ThrowsAsync<RequestFailedException>(async () =>
            await analyser.FindKeyPhrasesAsync(Texts.Passages("fund", "en"), CancellationToken.None));
        await Assert.ThrowsAsync<RequestFailedException>(async () => await analyser.DetectLanguagesAsync(["fund"], CancellationToken.None));
    }

    [Fact]
    public async Task Languages_come_back_for_every_text()
    {
        var (analyser, service) = Make(_ => []);
        var texts = Enumerable.Range(0, 450).Select(i => i == 7 ? " " : i % 2 == 0 ? "la loi" : new string('x', 3_000)).ToList();

        var found = await analyser.DetectLanguagesAsync(texts, CancellationToken.None);

        Assert.Equal(450, found.Count);
        Assert.Equal(("fr", "en", "und"), (found[0], found[1], found[7]));
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task Personal_data_is_what_the_service_or_the_embedded_finder_finds_at_its_place_in_the_whole_text()
    {
        var filler = string.Concat(Enumerable.Repeat("The forum needs donors. ", 400));
        var texts = new[] { filler + "Badge KX-77 of Ann.", "Write to a@example.org, badge KX-77.", "  ", "La insignia KX-77 no se conoce: tel +41 22 917 12 34" };
        var (analyser, service) = Make(_ => []);

        var found = await analyser.FindPersonalDataAsync(texts, CancellationToken.None);

        string Shown(int text) => string.Join('|', found[text].Select(datum => $"{datum.Kind}:{texts[text][datum.Start..datum.End]}"));
        Assert.Equal(4, found.Count);
        Assert.Equal($"{PersonalDataKind.IdentityNumber}:KX-77", Shown(0));
        Assert.Equal($"{PersonalDataKind.Email}:a@example.org|{PersonalDataKind.IdentityNumber}:KX-77", Shown(1));
        Assert.Empty(found[2]);
        Assert.Equal($"{PersonalDataKind.Telephone}:tel +41 22 917 12 34", Shown(3));
        Assert.All(service.Requests, request => Assert.InRange(request["analysisInput"]!["documents"]!.AsArray().Count, 1, 5));
        Assert.All(service.Requests, request => Assert.True((bool)request["parameters"]!["loggingOptOut"]!));
    }

    [Fact]
    public async Task Personal_data_is_never_taken_for_none_because_the_service_failed()
    {
        var (analyser, service) = Make(_ => []);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await analyser.FindPersonalDataAsync(["unreadable"], CancellationToken.None));
        service.Status = HttpStatusCode.Forbidden;
        await Assert.ThrowsAsync<RequestFailedException>(async () => await analyser.FindPersonalDataAsync(["fund"], CancellationToken.None));
    }

    [Theory]
    [InlineData(null, typeof(EmbeddedAnalyser))]
    [InlineData("https://language.example.org/", typeof(AzureLanguageAnalyser))]
    public void Configuration_says_which_engine(string? endpoint, Type expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["AzureLanguage:Endpoint"] = endpoint, ["AzureLanguage:Key"] = "secret" }).Build();

        using var services = new ServiceCollection().AddAnalyser(configuration).BuildServiceProvider();

        Assert.IsType(expected, services.GetRequiredService<IAnalyser>());
    }

    private static (AzureLanguageAnalyser Analyser, Service Service) Make(Func<string, string[]?> phrases)
    {
        var service = new Service(phrases);
        var options = new TextAnalyticsClientOptions { Transport = new HttpClientTransport(new HttpClient(service)) };
        options.Retry.MaxRetries = 0;
        return (new(new TextAnalyticsClient(new Uri("https://language.example.org/"), new AzureKeyCredential("secret"), options)), service);
    }

    /// <summary>Answers as Azure AI Language does; null phrases stand for a document it cannot read.</summary>
    private sealed class Service(Func<string, string[]?> phrases) : HttpMessageHandler
    {
        public List<JsonNode> Requests { get; } = [];

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
            lock (Requests)
            {
                Requests.Add(body);
            }

            var answer = Status == HttpStatusCode.OK ? Answer(body) : new JsonObject { ["error"] = new JsonObject { ["code"] = "Forbidden", ["message"] = "No." } };
            return new(Status) { Content = new StringContent(answer.ToJsonString(), Encoding.UTF8, "application/json") };
        }

        private static JsonObject Error(string id, string code, string text)
        {
            var inner = new JsonObject { ["code"] = code, ["message"] = "Not this: " + text };
            return new() { ["id"] = id, ["error"] = new JsonObject { ["code"] = "InvalidArgument", ["message"] = "Invalid.", ["innererror"] = inner } };
        }

        private static JsonArray Entities(string text) => [.. new[] { ("KX-77", "EUPassportNumber"), ("Ann", "Person") }
            .Where(entity => text.Contains(entity.Item1, StringComparison.Ordinal))
            .Select(entity => new JsonObject
            {
                ["text"] = entity.Item1,
                ["category"] = entity.Item2,
                ["confidenceScore"] = 0.9,
                ["offset"] = text.IndexOf(entity.Item1, StringComparison.Ordinal),
                ["length"] = entity.Item1.Length,
            })];

        private JsonObject Answer(JsonNode body)
        {
            var languages = (string)body["kind"]! == "LanguageDetection";
            var (read, errors) = (new JsonArray(), new JsonArray());
            foreach (var document in body["analysisInput"]!["documents"]!.AsArray())
            {
                var (id, text) = ((string)document!["id"]!, (string)document["text"]!);
                if (languages)
                {
                    var tag = text.StartsWith("la", StringComparison.Ordinal) ? "fr" : "en";
                    read.Add(new JsonObject { ["id"] = id, ["warnings"] = new JsonArray(), ["detectedLanguage"] = new JsonObject { ["name"] = tag, ["iso6391Name"] = tag, ["confidenceScore"] = 1 } });
                }
                else if ((string)body["kind"]! == "PiiEntityRecognition" && text != "unreadable")
                {
                    // It knows badges and names, and no Spanish.
                    if ((string?)document["language"] == "es")
                        errors.Add(Error(id, "UnsupportedLanguageCode", text));
                    else
                        read.Add(new JsonObject { ["id"] = id, ["warnings"] = new JsonArray(), ["redactedText"] = "", ["entities"] = Entities(text) });
                }
                else if ((string)body["kind"]! != "PiiEntityRecognition" && phrases(text) is { } found)
                {
                    read.Add(new JsonObject { ["id"] = id, ["warnings"] = new JsonArray(), ["keyPhrases"] = JsonSerializer.SerializeToNode(found) });
                }
                else
                {
                    errors.Add(Error(id, "InvalidDocument", text));
                }
            }

            return new()
            {
                ["kind"] = (string)body["kind"]! + "Results",
                ["results"] = new JsonObject { ["documents"] = read, ["errors"] = errors, ["modelVersion"] = "1" },
            };
        }
    }
}
