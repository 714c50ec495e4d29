using System.Globalization;
using System.Text;
using System.Text.Json;
using Intake.Storage;

namespace Intake.Receive;

/// <summary>What one request said, whichever way it came, with its files already stored.</summary>
public sealed class Submission
{
    /// <summary>Content type of the document that holds the answers: a JSON object of question number to text.</summary>
    public const string AnswersType = "application/vnd.intake.answers+json";

    public Contributor Contributor { get; set; } = new();

    public string? Language { get; set; }

    public string? Title { get; set; }

    public string Text { get; set; } = "";

    public SortedDictionary<int, string> Answers { get; } = [];

    /// <summary>Given in the body, where a header is hard to send.</summary>
    public string? Receipt { get; set; }

    /// <summary>Hash of all that was said and of every file: the same request sent again has the same.</summary>
    public string ContentHash(IReadOnlyList<Document> documents) => Ids.Hash(
    [
        JsonSerializer.Serialize(Contributor, Json.Options),
        Language ?? "",
        Title ?? "",
        .. documents.Select(document => string.Create(CultureInfo.InvariantCulture, $"{document.Name}|{document.Size}|{document.Sha256}")),
    ]);

    /// <summary>The typed text and answers as documents, so that they are kept, read and quoted like any file.</summary>
    internal IEnumerable<(string Name, string ContentType, byte[] Content)> TypedDocuments()
    {
        if (!string.IsNullOrWhiteSpace(Text))
            yield return ("text.txt", "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(Text));
        if (Answers.Count > 0)
            yield return ("answers.json", AnswersType, JsonSerializer.SerializeToUtf8Bytes(Answers, Json.Options));
    }
}
