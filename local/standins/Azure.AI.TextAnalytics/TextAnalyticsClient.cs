using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.TextAnalytics;

/// <summary>The Azure AI Language service: languages, key phrases and personal data of batches of documents.</summary>
public class TextAnalyticsClient
{
    private readonly HttpPipeline _pipeline;
    private readonly RequestUriBuilder _uri = new();
    private readonly TextAnalyticsClientOptions _options;

    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions())
    {
    }

    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential, TextAnalyticsClientOptions options)
        : this(endpoint, new KeyPolicy(credential), options)
    {
    }

    public TextAnalyticsClient(Uri endpoint, TokenCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions())
    {
    }

    public TextAnalyticsClient(Uri endpoint, TokenCredential credential, TextAnalyticsClientOptions options)
        : this(
            endpoint,
            new BearerTokenAuthenticationPolicy(credential, "https://cognitiveservices.azure.com/.default"),
            options)
    {
    }

    protected TextAnalyticsClient()
    {
    }

    private TextAnalyticsClient(Uri endpoint, HttpPipelinePolicy authentication, TextAnalyticsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _uri.Reset(endpoint.AbsoluteUri.EndsWith('/') ? endpoint : new Uri(endpoint.AbsoluteUri + "/"));
        _uri.AppendPath("language/:analyze-text", escape: false);
        _uri.AppendQuery("api-version", options.VersionString, escapeValue: true);
        HttpPipelineOptions pipeline = new(options) { RequestFailedDetailsParser = new TextAnalyticsErrorParser() };
        pipeline.PerRetryPolicies.Add(authentication);
        _pipeline = HttpPipelineBuilder.Build(pipeline);
    }

    public virtual Task<Response<DetectLanguageResultCollection>> DetectLanguageBatchAsync(
        IEnumerable<string> documents,
        string countryHint = default,
        TextAnalyticsRequestOptions options = default,
        CancellationToken cancellationToken = default) =>
        DetectLanguageBatchAsync(
            documents.Select((text, number) => new DetectLanguageInput(Id(number), text)
            {
                CountryHint = countryHint ?? _options.DefaultCountryHint,
            }),
            options,
            cancellationToken);

    public virtual Task<Response<DetectLanguageResultCollection>> DetectLanguageBatchAsync(
        IEnumerable<DetectLanguageInput> documents,
        TextAnalyticsRequestOptions options = default,
        CancellationToken cancellationToken = default) =>
        AnalyzeAsync(
            "LanguageDetection",
            documents,
            options ?? new TextAnalyticsRequestOptions(),
            Language,
            (id, error) => new DetectLanguageResult(id, error),
            (results, statistics, model) => new DetectLanguageResultCollection(results, statistics, model),
            cancellationToken);

    public virtual Task<Response<ExtractKeyPhrasesResultCollection>> ExtractKeyPhrasesBatchAsync(
        IEnumerable<string> documents,
        string language = default,
        TextAnalyticsRequestOptions options = default,
        CancellationToken cancellationToken = default) =>
        ExtractKeyPhrasesBatchAsync(Documents(documents, language), options, cancellationToken);

    public virtual Task<Response<ExtractKeyPhrasesResultCollection>> ExtractKeyPhrasesBatchAsync(
        IEnumerable<TextDocumentInput> documents,
        TextAnalyticsRequestOptions options = default,
        CancellationToken cancellationToken = default) =>
        AnalyzeAsync(
            "KeyPhraseExtraction",
            documents,
            options ?? new TextAnalyticsRequestOptions(),
            KeyPhrases,
            (id, error) => new ExtractKeyPhrasesResult(id, error),
            (results, statistics, model) => new ExtractKeyPhrasesResultCollection(results, statistics, model),
            cancellationToken);

    public virtual Task<Response<RecognizePiiEntitiesResultCollection>> RecognizePiiEntitiesBatchAsync(
        IEnumerable<string> documents,
        string language = default,
        RecognizePiiEntitiesOptions options = default,
        CancellationToken cancellationToken = default) =>
        RecognizePiiEntitiesBatchAsync(Documents(documents, language), options, cancellationToken);

    public virtual Task<Response<RecognizePiiEntitiesResultCollection>> RecognizePiiEntitiesBatchAsync(
        IEnumerable<TextDocumentInput> documents,
        RecognizePiiEntitiesOptions options = default,
        CancellationToken cancellationToken = default) =>
        AnalyzeAsync(
            "PiiEntityRecognition",
            documents,
            options ?? new RecognizePiiEntitiesOptions(),
            PiiEntities,
            (id, error) => new RecognizePiiEntitiesResult(id, error),
            (results, statistics, model) => new RecognizePiiEntitiesResultCollection(results, statistics, model),
            cancellationToken);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => base.Equals(obj);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => base.GetHashCode();

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => base.ToString();

    private static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<TextDocumentInput> Documents(IEnumerable<string> documents, string language) =>
        documents.Select((text, number) => new TextDocumentInput(Id(number), text) { Language = language });

    private static DetectLanguageResult Language(string id, TextDocumentStatistics statistics, JsonElement document)
    {
        JsonElement language = document.GetProperty("detectedLanguage");
        return new DetectLanguageResult(id, statistics, new DetectedLanguage(
            language.GetProperty("name").GetString(),
            language.GetProperty("iso6391Name").GetString(),
            language.GetProperty("confidenceScore").GetDouble(),
            AnalyzeTextResponse.Warnings(document)));
    }

    private static ExtractKeyPhrasesResult KeyPhrases(
        string id, TextDocumentStatistics statistics, JsonElement document) =>
        new(id, statistics, new KeyPhraseCollection(
            [.. document.GetProperty("keyPhrases").EnumerateArray().Select(phrase => phrase.GetString())],
            AnalyzeTextResponse.Warnings(document)));

    private static RecognizePiiEntitiesResult PiiEntities(
        string id, TextDocumentStatistics statistics, JsonElement document) =>
        new(id, statistics, new PiiEntityCollection(
            [.. document.GetProperty("entities").EnumerateArray().Select(entity => new PiiEntity(
                entity.GetProperty("text").GetString(),
                entity.GetProperty("category").GetString(),
                AnalyzeTextResponse.Text(entity, "subcategory"),
                entity.GetProperty("confidenceScore").GetDouble(),
                entity.GetProperty("offset").GetInt32(),
                entity.GetProperty("length").GetInt32()))],
            document.GetProperty("redactedText").GetString(),
            AnalyzeTextResponse.Warnings(document)));

    private async Task<Response<TCollection>> AnalyzeAsync<T, TCollection>(
        string kind,
        IEnumerable<TextAnalyticsInput> documents,
        TextAnalyticsRequestOptions options,
        Func<string, TextDocumentStatistics, JsonElement, T> result,
        Func<string, TextAnalyticsError, T> failed,
        Func<List<T>, TextDocumentBatchStatistics, string, TCollection> collection,
        CancellationToken cancellationToken)
        where T : TextAnalyticsResult
    {
        TextAnalyticsInput[] inputs = [.. documents];
        if (inputs.Length == 0)
        {
            throw new ArgumentException("Value cannot be an empty collection.", nameof(documents));
        }

        using HttpMessage message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(_uri.ToUri());
        if (options.IncludeStatistics)
        {
            message.Request.Uri.AppendQuery("showStats", "true", escapeValue: true);
        }

        message.Request.Headers.Add("Accept", "application/json");
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = AnalyzeTextRequest.Write(kind, options, inputs, _options);
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (message.Response.IsError)
        {
            throw new RequestFailedException(message.Response);
        }

        using JsonDocument answer = JsonDocument.Parse(message.Response.Content.ToMemory());
        JsonElement results = answer.RootElement.GetProperty("results");
        return Response.FromValue(
            collection(
                AnalyzeTextResponse.Results(results, inputs, result, failed),
                AnalyzeTextResponse.BatchStatistics(results),
                AnalyzeTextResponse.Text(results, "modelVersion")),
            message.Response);
    }

    /// <summary>The key may be changed while the client lives, so each try asks for it.</summary>
    private sealed class KeyPolicy(AzureKeyCredential credential) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) =>
            message.Request.Headers.SetValue("Ocp-Apim-Subscription-Key", credential.Key);
    }
}
