namespace Intake.KeyPhrases;

/// <summary>What makes two phrases the same, whoever wrote them: case, accents, spacing and inflection aside.</summary>
internal static class PhraseKey
{
    /// <param name="phrase">In its surface form.</param>
    /// <param name="language">BCP 47 tag, or <c>und</c>.</param>
    public static string Of(string phrase, string language)
    {
        var lists = WordLists.For(language);
        Span<char> folded = stackalloc char[Fold.MaxLength];
        var tokens = new List<Token>();
        Segmenter.Read(phrase, tokens);
        var stems = new List<string>(tokens.Count);
        foreach (var token in tokens)
        {
            var length = Fold.Word(phrase.AsSpan(token.Start, token.Length), folded);
            stems.Add(new string(lists.Stemmer.Inflection(folded[..length])));
        }

        return string.Join(' ', stems);
    }
}
