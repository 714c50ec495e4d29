using System.Text.Json;
using Azure;
using Azure.AI.TextAnalytics;
using Azure.Core;
using Answer = Intake.Tests.StandIns.TextAnalytics.LoopbackLanguageService.Answer;

namespace Intake.Tests.StandIns.TextAnalytics;

/// <summary>The client speaks the service's language: requests, results, errors and throttling.</summary>
public sealed class TextAnalyticsTests
{
    private const string KeyPhrases =
        """
        {"kind":"KeyPhraseExtractionResults","results":{"documents":[
          {"id":"b","keyPhrases":["capacité","accès"],"warnings":[{"code":"LongWordsInDocument","message":"long"}]},
          {"id":"a","keyPhrases":["digital divide"],"warnings":[],"statistics":{"charactersCount":14,"transactionsCount":1}}],
         "errors":[],"modelVersion":"2022-10-01",
         "statistics":{"documentsCount":2,"validDocumentsCount":2,"erroneousDocumentsCount":0,"transactionsCount":2}}}
        """;

    [Fact]
    public async Task Key_phrases_come_in_the_order_of_the_documents()
    {
        await using LoopbackLanguageService service = await LoopbackLanguageService.StartAsync(new Answer(200, KeyPhrases));

        Response<ExtractKeyPhrasesResultCollection> answer = await Client(service).ExtractKeyPhrasesBatchAsync(
            [new("a", "digital divide"), new("b", "l’accès") { Language = "fr" }],
            new TextAnalyticsRequestOptions { IncludeStatistics = true, ModelVersion = "latest", DisableServiceLogs = true });

        LoopbackLanguageService.Question question = Assert.Single(service.Questions);
        Assert.Equal("POST /language/:analyze-text?api-version=2023-04-01&showStats=true", question.Line);
        Assert.Equal("secret", question.Key);
        AssertJson(
            """
            {"kind":"KeyPhraseExtraction","parameters":{"loggingOptOut":true,"modelVersion":"latest"},
             "analysisInput":{"documents":[
               {"id":"a","text":"digital divide","language":"en"},{"id":"b","text":"l’accès","language":"fr"}]}}
            """,
            question.Body);
        Assert.Equal(["a", "b"], answer.Value.Select(result => result.Id));
        Assert.Equal(["digital divide"], answer.Value[0].KeyPhrases);
        Assert.Equal(14, answer.Value[0].Statistics.CharacterCount);
        Assert.Equal(["capacité", "accès"], answer.Value[1].KeyPhrases);
        TextAnalyticsWarning warning = Assert.Single(answer.Value[1].KeyPhrases.Warnings);
        Assert.True(warning.WarningCode == TextAnalyticsWarningCode.LongWordsInDocument);
        Assert.Equal(("2022-10-01", 2), (answer.Value.ModelVersion, answer.Value.Statistics.ValidDocumentCount));
    }

    [Fact]
    public async Task A_document_with_an_error_does_not_spoil_the_others()
    {
        await using LoopbackLanguageService service = await LoopbackLanguageService.StartAsync(new Answer(
            200,
            """
            {"kind":"LanguageDetectionResults","results":{"documents":[
              {"id":"1","detectedLanguage":{"name":"French","iso6391Name":"fr","confidenceScore":0.98},"warnings":[]}],
             "errors":[{"id":"0","error":{"code":"InvalidArgument","message":"Invalid document in request.",
               "innererror":{"code":"InvalidDocument","message":"Document text is empty."}}}],
             "modelVersion":"2022-10-01"}}
            """));

        DetectLanguageResultCollection results = (await Client(service).DetectLanguageBatchAsync(["", "Bonjour"])).Value;

        AssertJson(
            """
            {"kind":"LanguageDetection","parameters":{},"analysisInput":{"documents":[
              {"id":"0","text":"","countryHint":"us"},{"id":"1","text":"Bonjour","countryHint":"us"}]}}
            """,
            service.Questions[0].Body);
        Assert.True(results[0].HasError);
        Assert.True(results[0].Error.ErrorCode == TextAnalyticsErrorCode.InvalidDocument);
        Assert.Equal("Document text is empty.", results[0].Error.Message);
        Assert.Throws<InvalidOperationException>(() => results[0].PrimaryLanguage);
        Assert.Equal(("fr", "French", 0.98), (
            results[1].PrimaryLanguage.Iso6391Name,
            results[1].PrimaryLanguage.Name,
            results[1].PrimaryLanguage.ConfidenceScore));
    }

    [Fact]
    public async Task Personal_data_has_its_place_in_the_text()
    {
        await using LoopbackLanguageService service = await LoopbackLanguageService.StartAsync(new Answer(
            200,
            """
            {"kind":"PiiEntityRecognitionResults","results":{"documents":[{"redactedText":"Write to *****","id":"0","entities":[
              {"text":"a@b.c","category":"Email","offset":9,"length":5,"confidenceScore":0.8}],"warnings":[]}],
             "errors":[],"modelVersion":"2023-09-01"}}
            """));
        RecognizePiiEntitiesOptions options = new() { CategoriesFilter = { PiiEntityCategory.Email } };

        RecognizePiiEntitiesResultCollection results =
            (await Client(service).RecognizePiiEntitiesBatchAsync(["Write to a@b.c"], "fr", options)).Value;

        AssertJson(
            """
            {"kind":"PiiEntityRecognition","parameters":{"stringIndexType":"Utf16CodeUnit","piiCategories":["Email"]},
             "analysisInput":{"documents":[{"id":"0","text":"Write to a@b.c","language":"fr"}]}}
            """,
            service.Questions[0].Body);
        PiiEntityCollection found = results[0].Entities;
        Assert.Equal("Write to *****", found.RedactedText);
        PiiEntity entity = Assert.Single(found);
        Assert.Equal(("a@b.c", 9, 5, 0.8), (entity.Text, entity.Offset, entity.Length, entity.ConfidenceScore));
        Assert.True(entity.Category == PiiEntityCategory.Email);
    }

    [Fact]
    public async Task A_throttled_request_is_tried_again()
    {
        const string Throttled = """{"error":{"code":"429","message":"Rate limit is exceeded."}}""";
        await using LoopbackLanguageService service = await LoopbackLanguageService.StartAsync(
            new Answer(429, Throttled, RetryAfter: "0"), new Answer(429, Throttled, RetryAfter: "0"), new Answer(200, KeyPhrases));

        Response<ExtractKeyPhrasesResultCollection> answer = await Client(service).ExtractKeyPhrasesBatchAsync(
            new TextDocumentInput[] { new("a", "x"), new("b", "y") });

        Assert.Equal(2, answer.Value.Count);
        Assert.Equal(3, service.Questions.Count);
        Assert.All(service.Questions, question => AssertJson(question.Body.GetRawText(), service.Questions[0].Body));
    }

    [Fact]
    public async Task The_services_error_is_thrown_with_its_code()
    {
        await using LoopbackLanguageService service = await LoopbackLanguageService.StartAsync(new Answer(
            400,
            """
            {"error":{"code":"InvalidRequest","message":"Invalid Request.",
              "innererror":{"code":"InvalidDocumentBatch","message":"Batch request contains too many records."}}}
            """));

        RequestFailedException e = await Assert.ThrowsAsync<RequestFailedException>(() =>
            Client(service).ExtractKeyPhrasesBatchAsync(["x"]));

        Assert.Equal((400, TextAnalyticsErrorCode.InvalidDocumentBatch), (e.Status, e.ErrorCode));
        Assert.Contains("too many records", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_that_is_not_the_services_has_its_status()
    {
        await using LoopbackLanguageService service = await LoopbackLanguageService.StartAsync(new Answer(403, "<html>"));

        RequestFailedException e = await Assert.ThrowsAsync<RequestFailedException>(() =>
            Client(service).ExtractKeyPhrasesBatchAsync(["x"]));

        Assert.Equal(403, e.Status);
    }

    [Fact]
    public async Task No_documents_are_refused()
    {
        TextAnalyticsClient client = new(new Uri("https://unused.example"), new AzureKeyCredential("secret"));

        await Assert.ThrowsAsync<ArgumentException>(() => client.ExtractKeyPhrasesBatchAsync(Array.Empty<string>()));
    }

    private static TextAnalyticsClient Client(LoopbackLanguageService service) => new(
        service.Endpoint,
        new AzureKeyCredential("secret"),
        new TextAnalyticsClientOptions
        {
            Retry = { Mode = RetryMode.Fixed, Delay = TimeSpan.FromMilliseconds(1), MaxRetries = 3 },
        });

    private static void AssertJson(string expected, JsonElement actual)
    {
        using JsonDocument document = JsonDocument.Parse(expected);
        Assert.True(JsonElement.DeepEquals(document.RootElement, actual), actual.GetRawText());
    }
}
