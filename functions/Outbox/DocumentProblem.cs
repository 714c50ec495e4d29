namespace Intake.Outbox;

/// <summary>
/// Tells from a reader's sentence, which is English, which of the sentences of <see cref="LetterTexts.Problems"/> says the
/// same. A sentence that is not known here is passed on as it is.
/// </summary>
internal static class DocumentProblem
{
    public const string Other = "other";

    /// <summary>The first that a sentence contains counts; those that say more stand before those that say less.</summary>
    private static readonly (string Words, string Problem)[] Known =
    [
        // An archive's: names of files and a sentence for each, of which none speaks for all.
        ("not everything in it could be read", Other),
        ("install ", "here"),
        ("cannot be read here", "here"),
        ("could not be read here", "here"),
        ("only the part before", "damagedPart"),
        ("only the first", "cut"),
        ("only its beginning", "cut"),
        ("within another document", "inner"),
        ("damaged or protected", "damaged"),
        ("password", "protected"),
        ("encrypted", "protected"),
        ("too large", "tooLarge"),
        ("larger than", "tooLarge"),
        ("nested too deeply", "tooComplex"),
        ("too many", "tooComplex"),
        ("took too long", "tooComplex"),
        ("no text could be read", "noText"),
        ("holds no text", "noText"),
        ("has no text part", "damaged"),
        ("damaged", "damaged"),
        ("which is not read", "kind"),
        ("could not be read; it is kept as received", "kind"),
    ];

    public static string Of(string sentence) =>
        Array.Find(Known, known => sentence.Contains(known.Words, StringComparison.OrdinalIgnoreCase)).Problem ?? Other;

    /// <summary>The sentence in the letter's language.</summary>
    public static string Said(string sentence, LetterTexts texts) =>
        texts.Language == "en"
            ? sentence
            : texts.Problems[Of(sentence)].Replace("{sentence}", sentence, StringComparison.Ordinal);
}
