using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Intake.Extract;
using Intake.KeyPhrases;
using Intake.PersonalData;
using Intake.Positions;
using Intake.Themes;

namespace Intake.Storage;

/// <summary>
/// What the stages found in a revision. Written under fixed names from the originals, so that writing it again, or by
/// two workers at once, gives the same.
/// </summary>
public sealed class AnalysisStore(StorageClients storage)
{
    private readonly BlobContainerClient _container = storage.Container(Containers.Analysis);

    public Task WriteTextAsync(string id, int revision, int document, string text, CancellationToken cancellation) =>
        WriteAsync(TextName(id, revision, document), new BinaryData(Encoding.UTF8.GetBytes(text)), "text/plain; charset=utf-8", cancellation);

    public async Task<string?> TextAsync(string id, int revision, int document, CancellationToken cancellation) =>
        (await ReadAsync(TextName(id, revision, document), cancellation))?.ToString();

    public Task WriteAsync(string id, int revision, Extraction extraction, CancellationToken cancellation) =>
        WriteJsonAsync(Name(id, revision, "passages.json"), extraction, cancellation);

    public Task<Extraction?> ExtractionAsync(string id, int revision, CancellationToken cancellation) =>
        ReadJsonAsync<Extraction>(Name(id, revision, "passages.json"), cancellation);

    /// <summary>The passages of a revision that are its contributor's own words, with their texts.</summary>
    /// <exception cref="InvalidOperationException">Stage 2 has not written them.</exception>
    public async Task<IReadOnlyList<PassageText>> PassageTextsAsync(string id, int revision, CancellationToken cancellation)
    {
        var extraction = await ExtractionAsync(id, revision, cancellation)
            ?? throw new InvalidOperationException($"The passages of {id} are not in storage.");
        var passages = new List<PassageText>();
        foreach (var document in extraction.Documents.Where(document => document.Passages.Count > 0))
        {
            var text = await TextAsync(id, revision, document.Number, cancellation)
                ?? throw new InvalidOperationException($"The text of {id}, document {document.Number}, is not in storage.");
            passages.AddRange(document.Passages.Where(passage => passage.IsOwn).Select(passage => new PassageText(passage, passage.In(text))));
        }

        return passages;
    }

    public Task WriteAsync(string id, int revision, PersonalDataSet personal, CancellationToken cancellation) =>
        WriteJsonAsync(Name(id, revision, "personal.json"), personal, cancellation);

    /// <summary>Null for a revision that was read before there was such a blob.</summary>
    public Task<PersonalDataSet?> PersonalDataAsync(string id, int revision, CancellationToken cancellation) =>
        ReadJsonAsync<PersonalDataSet>(Name(id, revision, "personal.json"), cancellation);

    public Task WriteAsync(string id, int revision, PhraseSet phrases, CancellationToken cancellation) =>
        WriteJsonAsync(Name(id, revision, "phrases.json"), phrases, cancellation);

    public Task<PhraseSet?> PhrasesAsync(string id, int revision, CancellationToken cancellation) =>
        ReadJsonAsync<PhraseSet>(Name(id, revision, "phrases.json"), cancellation);

    public Task WriteAsync(string id, int revision, Classification classification, CancellationToken cancellation) =>
        WriteJsonAsync(Name(id, revision, "themes.json"), classification, cancellation);

    public Task<Classification?> ClassificationAsync(string id, int revision, CancellationToken cancellation) =>
        ReadJsonAsync<Classification>(Name(id, revision, "themes.json"), cancellation);

    public Task WriteAsync(string id, int revision, PositionSet positions, CancellationToken cancellation) =>
        WriteJsonAsync(Name(id, revision, "positions.json"), positions, cancellation);

    public Task<PositionSet?> PositionsAsync(string id, int revision, CancellationToken cancellation) =>
        ReadJsonAsync<PositionSet>(Name(id, revision, "positions.json"), cancellation);

    /// <summary>The bytes that what was found is stored as.</summary>
    public static byte[] Bytes<T>(T found) => JsonSerializer.SerializeToUtf8Bytes(found, Json.Options);

    private static string TextName(string id, int revision, int document) =>
        Name(id, revision, string.Create(CultureInfo.InvariantCulture, $"{document}.txt"));

    private static string Name(string id, int revision, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{Ids.Bucket(id)}/{id}/{revision}/{name}");

    private Task WriteJsonAsync<T>(string name, T value, CancellationToken cancellation) =>
        WriteAsync(name, new BinaryData(Bytes(value)), "application/json", cancellation);

    private async Task<T?> ReadJsonAsync<T>(string name, CancellationToken cancellation)
        where T : class =>
        await ReadAsync(name, cancellation) is { } content ? JsonSerializer.Deserialize<T>(content, Json.Options) : null;

    private Task WriteAsync(string name, BinaryData content, string contentType, CancellationToken cancellation) =>
        _container.GetBlobClient(name).UploadAsync(
            content,
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = contentType } },
            cancellation);

    private async Task<BinaryData?> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return (await _container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content;
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // Safe: a stage has not written it yet; the caller says what that means.
            return null;
        }
    }
}
