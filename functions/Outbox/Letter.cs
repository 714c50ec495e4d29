namespace Intake.Outbox;

/// <summary>A mail as it will be sent.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same as HTML: a whole page.</param>
/// <param name="IsAnswer">It answers what somebody sent: without a return path, so that nothing ever answers it (RFC 3834).</param>
/// <param name="Language">BCP 47; null when it has parts in several.</param>
/// <param name="Attachment">A file that goes with it.</param>
public sealed record Letter(string Subject, string Text, string Html, bool IsAnswer, string? Language, LetterFile? Attachment = null);

/// <param name="Name">ASCII, as it is to be saved.</param>
/// <param name="ContentType">Media type.</param>
public sealed record LetterFile(string Name, string ContentType, ReadOnlyMemory<byte> Content);

/// <summary>An answer to one thing that was sent; several make one <see cref="Letter"/>.</summary>
/// <param name="Html">A section of a page.</param>
internal sealed record LetterPart(string Language, string Subject, string Text, string Html)
{
    /// <param name="parts">At least one. The first one's language is the subject's.</param>
    public static Letter Join(IReadOnlyList<LetterPart> parts)
    {
        var first = parts[0];
        var subject = parts.Count == 1
            ? first.Subject
            : LetterBody.Fill(LetterTexts.Of(first.Language).SeveralSubject, ("count", $"{parts.Count}"));
        return new Letter(
            subject,
            string.Join($"\n{new string('-', 60)}\n\n", parts.Select(part => part.Text)),
            $"<!doctype html>\n<html lang=\"{first.Language}\">\n<meta charset=\"utf-8\">\n<body>\n{string.Join("<hr>\n", parts.Select(part => part.Html))}</body>\n</html>\n",
            IsAnswer: true,
            parts.All(part => part.Language == first.Language) ? first.Language : null);
    }
}
