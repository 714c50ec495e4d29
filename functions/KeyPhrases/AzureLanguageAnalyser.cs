using System.Diagnostics.Metrics;
using System.Globalization;
using Azure.AI.TextAnalytics;
using Intake.PersonalData;

namespace Intake.KeyPhrases;

/// <summary>Languages, key phrases and personal data by Azure AI Language. Whatever the service cannot do throws, so that
/// the queue tries again and a person sees what stays: it never answers by another engine, but for personal data, where
/// what the embedded finder finds is covered in any case. Azure.Core repeats throttled requests.</summary>
public sealed class AzureLanguageAnalyser(TextAnalyticsClient client) : IAnalyser
{
    /// <summary>Documents of one request, as the service limits them.</summary>
    private const int MaxPhraseDocuments = 10;

    /// <summary>Documents of one request for personal data, as the service limits them.</summary>
    private const int MaxPersonalDocuments = 5;

    /// <summary>The service takes 1,000; so many of <see cref="MaxLanguageLength"/> stay below its 1 MB a
    /// request.</summary>
    private const int MaxLanguageDocuments = 200;

    /// <summary>UTF-16 units: enough to tell a language.</summary>
    private const int MaxLanguageLength = 1_000;

    /// <summary>Requests at one time, of one contribution.</summary>
    private const int MaxConcurrent = 4;

    // What people send us is not the service's to keep.
    private static readonly TextAnalyticsRequestOptions Options = new() { DisableServiceLogs = true };

    private static readonly RecognizePiiEntitiesOptions PersonalOptions = new() { DisableServiceLogs = true };

    private static readonly Meter Meter = new("Intake.KeyPhrases");

    // A phrase that the service gives in words that do not stand in the text cannot be quoted.
    private static readonly Counter<long> NotFound = Meter.CreateCounter<long>("intake.keyphrases.not_in_text");

    public string Name => "Azure AI Language";

    public async ValueTask<IReadOnlyList<string>> DetectLanguagesAsync(IReadOnlyList<string> texts,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var languages = new string[texts.Count];
        Array.Fill(languages, LanguageDetector.Unknown);
        var inputs = texts
            .Select((text, i) => (Text: Beginning(text), Number: i))
            .Where(text => !string.IsNullOrWhiteSpace(text.Text))
            .Select(text => new DetectLanguageInput(Id(text.Number), text.Text) { CountryHint = DetectLanguageInput.None });
        await RunAsync(inputs.Chunk(MaxLanguageDocuments), async (batch, token) =>
        {
            var results = await client.DetectLanguageBatchAsync(batch, Options, token);
            foreach (var result in results.Value)
            {
                ThrowIfError(result);
                languages[int.Parse(result.Id, CultureInfo.InvariantCulture)] = Tag(result.PrimaryLanguage.Iso6391Name);
            }
        }, cancellation);
        return languages;
    }

    public async ValueTask<PhraseSet> FindKeyPhrasesAsync(IReadOnlyList<PassageText> passages,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(passages);
        var documents = passages.SelectMany(passage => ServiceDocuments.Cut(passage.Text)
            .Select(cut => new Document(passage, cut.Start, passage.Text.Substring(cut.Start, cut.Length)))).ToList();
        var inputs = documents.Select((document, i) => new TextDocumentInput(Id(i), document.Text)
        {
            Language = Known(document.Language),
        });
        var found = new IReadOnlyCollection<string>[documents.Count];
        await RunAsync(inputs.Chunk(MaxPhraseDocuments), async (batch, token) =>
        {
            var results = await client.ExtractKeyPhrasesBatchAsync(batch, Options, token);
            foreach (var result in results.Value)
            {
                ThrowIfError(result);
                found[int.Parse(result.Id, CultureInfo.InvariantCulture)] = result.KeyPhrases;
            }
        }, cancellation);

        var places = new PhrasePlaces();
        for (var i = 0; i < documents.Count; i++)
        {
            var phrases = found[i] ?? throw new InvalidOperationException("Azure AI Language left a document without an answer.");
            NotFound.Add(places.Add(documents[i].Passage.Passage, documents[i].Start, documents[i].Text, phrases));
        }

        return places.ToSet(Name);
    }

    /// <summary>What the service finds besides what the embedded finder does, which reads each text whole: no address is
    /// missed because a text was cut, or is in a language that the service does not know.</summary>
    public async ValueTask<IReadOnlyList<IReadOnlyList<PersonalDatum>>> FindPersonalDataAsync(
        IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var pieces = texts.SelectMany((text, number) => ServiceDocuments.Cut(text)
            .Select(cut => (Number: number, cut.Start, Text: text.Substring(cut.Start, cut.Length)))).ToList();
        var inputs = pieces.Select((piece, i) =>
            new TextDocumentInput(Id(i), piece.Text) { Language = Known(LanguageDetector.Instance.Detect(piece.Text)) });
        var found = new IEnumerable<PersonalDatum>[pieces.Count];
        await RunAsync(inputs.Chunk(MaxPersonalDocuments), async (batch, token) =>
        {
            var results = await client.RecognizePiiEntitiesBatchAsync(batch, PersonalOptions, token);
            foreach (var result in results.Value)
            {
                var piece = int.Parse(result.Id, CultureInfo.InvariantCulture);
                if (result.HasError && result.Error.ErrorCode == TextAnalyticsErrorCode.UnsupportedLanguageCode)
                {
                    found[piece] = [];
                    continue;
                }

                ThrowIfError(result);
                found[piece] = ServicePersonalData.Read(result.Entities, pieces[piece].Start, texts[pieces[piece].Number].Length);
            }
        }, cancellation);

        var ofService = pieces.Zip(found).ToLookup(
            piece => piece.First.Number,
            piece => piece.Second ?? throw new InvalidOperationException("Azure AI Language left a document without an answer."));
        return [.. texts.Select((text, number) => PersonalDataFinder.WithoutOverlaps(
            PersonalDataFinder.Find(text).Concat(ofService[number].SelectMany(data => data))))];
    }

    private static Task RunAsync<T>(IEnumerable<T[]> batches, Func<T[], CancellationToken, ValueTask> run,
        CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            batches,
            new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrent, CancellationToken = cancellation },
            run);

    private static string? Known(string language) => language == LanguageDetector.Unknown ? null : language;

    private static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);

    // The message carries the service's code, never the text.
    private static void ThrowIfError(TextAnalyticsResult result)
    {
        if (result.HasError)
        {
            throw new InvalidOperationException($"Azure AI Language could not read a document: {result.Error.ErrorCode}.");
        }
    }

    private static string Beginning(string text) => text.Length <= MaxLanguageLength ? text
        : text[..(char.IsHighSurrogate(text[MaxLanguageLength - 1]) ? MaxLanguageLength - 1 : MaxLanguageLength)];

    private static string Tag(string code) => code is null or "" or "(Unknown)" ? LanguageDetector.Unknown
        : code.StartsWith("zh", StringComparison.Ordinal) ? "zh" : code;

    private sealed record Document(PassageText Passage, int Start, string Text)
    {
        public string Language => Passage.Passage.Language;
    }
}
