namespace Intake.Extract;

/// <summary>The kinds of document that Intake tells apart, as <see cref="ReadText.Kind"/> names them.</summary>
public static class DocumentKind
{
    public const string Text = "text";
    public const string Markdown = "markdown";
    public const string Html = "html";
    public const string Docx = "docx";

    /// <summary>Answers to the call's questions: a JSON object from question number to text, written by Intake itself.</summary>
    public const string Answers = "answers";

    public const string Unknown = "unknown";

    /// <summary>The content type under which Intake stores <see cref="Answers"/>.</summary>
    public const string AnswersContentType = "application/vnd.intake.answers+json";
}
