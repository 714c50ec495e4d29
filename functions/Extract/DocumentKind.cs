namespace Intake.Extract;

/// <summary>The kinds of document that Intake tells apart, as <see cref="ReadText.Kind"/> names them.</summary>
public static class DocumentKind
{
    public const string Text = "text";
    public const string Markdown = "markdown";
    public const string Html = "html";
    public const string Docx = "docx";
    public const string Odt = "odt";
    public const string Rtf = "rtf";
    public const string Pdf = "pdf";

    /// <summary>Word 97 to 2003.</summary>
    public const string Doc = "doc";

    /// <summary>A mail message as a file, with what is attached to it.</summary>
    public const string Mail = "eml";

    /// <summary>An archive of documents, opened one level deep.</summary>
    public const string Zip = "zip";

    /// <summary>Answers to the call's questions: a JSON object from question number to text, written by Intake itself.</summary>
    public const string Answers = "answers";

    /// <summary>A mail's text, divided by Intake itself into the sender's own words and what is folded.</summary>
    public const string Letter = "letter";

    public const string Unknown = "unknown";

    /// <summary>The content type under which Intake stores <see cref="Answers"/>.</summary>
    public const string AnswersContentType = "application/vnd.intake.answers+json";

    /// <summary>The content type under which Intake stores a <see cref="Letter"/>.</summary>
    public const string LetterContentType = "application/vnd.intake.letter+json";

    /// <summary>Whether a content type is one that only Intake itself gives: a sender who declares it is not believed.</summary>
    public static bool IsOurs(string contentType) =>
        contentType.StartsWith(AnswersContentType, StringComparison.OrdinalIgnoreCase) || contentType.StartsWith(LetterContentType, StringComparison.OrdinalIgnoreCase);
}
