namespace Intake.Search;

/// <summary>The keys that contributions are found by: words, pairs of characters, and what they are about or who sent them.</summary>
internal static class IndexTerms
{
    /// <summary>No word begins with it.</summary>
    private const char FacetMark = '\u0001';

    /// <summary>As long as this, the beginning of a word is searched for: shorter ones begin too many.</summary>
    public const int MinPrefix = 3;

    public static string Facet(string kind, string value) => $"{FacetMark}{kind}:{value}";

    /// <summary>The words of a text, its characters, and each pair of characters that follow each other.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<SearchWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            yield return words[i].Word;
            if (i > 0 && words[i].IsCharacter && words[i - 1].IsCharacter)
                yield return words[i - 1].Word + words[i].Word;
        }
    }

    /// <summary>What a contribution with this part of a search in it is in any case found by.</summary>
    public static IEnumerable<(string Term, bool IsPrefix)> Of(QueryPart part)
    {
        for (var i = 0; i < part.Words.Count; i++)
        {
            var isPair = i > 0 && part.Words[i].IsCharacter && part.Words[i - 1].IsCharacter;
            if (isPair)
                yield return (part.Words[i - 1].Word + part.Words[i].Word, false);
            else if (!part.Words[i].IsCharacter || i + 1 == part.Words.Count || !part.Words[i + 1].IsCharacter)
                yield return (part.Words[i].Word, part.IsPrefixAt(i));
        }
    }

    /// <summary>Terms with the same beginning stand together, so that a prefix is one place to look.</summary>
    public static int Section(string term)
    {
        var hash = 2_166_136_261u;
        for (var i = 0; i < Math.Min(2, term.Length); i++)
            hash = (hash ^ term[i]) * 16_777_619u;
        return (int)(hash % IndexShard.Sections);
    }
}
