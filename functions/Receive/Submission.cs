using System.Globalization;
using System.Text;
using System.Text.Json;
using Intake.Extract;
using Intake.Storage;

namespace Intake.Receive;

/// <summary>What one request said, whichever way it came, with its files already stored.</summary>
public sealed class Submission
{
    private const string TextName = "text.txt";
    private const string TextType = "text/plain; charset=utf-8";

    public Contributor Contributor { get; set; } = new();

    public string? Language { get; set; }

    public string? Title { get; set; }

    public string Text { get; set; } = "";

    public SortedDictionary<int, string> Answers { get; } = [];

    /// <summary>The parts of a mail's text; empty when it came another way, or when all of it is <see cref="Text"/>.</summary>
    internal IReadOnlyList<LetterPart> Letter { get; set; } = [];

    /// <summary>Names found in a mail: endorsers once the contributor says so, and not before.</summary>
    internal IReadOnlyList<string> SuggestedEndorsers { get; set; } = [];

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

    /// <summary>Whether a document is one of <see cref="TypedDocuments"/>, and no file.</summary>
    internal static bool IsTyped(Document document) =>
        DocumentKind.IsOurs(document.ContentType) || document is { Name: TextName, ContentType: TextType };

    /// <summary>The typed text and answers as documents, so that they are kept, read and quoted like any file.</summary>
    internal IEnumerable<(string Name, string ContentType, byte[] Content)> TypedDocuments()
    {
        if (Letter.Count > 0)
            yield return ("letter.json", DocumentKind.LetterContentType, LetterReader.Write(Letter));
        else if (!string.IsNullOrWhiteSpace(Text))
            yield return (TextName, TextType, Encoding.UTF8.GetBytes(Text));
        if (Answers.Count > 0)
            yield return ("answers.json", DocumentKind.AnswersContentType, JsonSerializer.SerializeToUtf8Bytes(Answers, Json.Options));
    }
}
