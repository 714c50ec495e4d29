namespace Intake.KeyPhrases;

/// <summary>What the form of a word tells where no list knows it: adverbs and verbs by their endings, function words by
/// their shortness.</summary>
internal static class WordShapes
{
    /// <summary>In languages without lists a word this short is taken for a function word, unless in
    /// capitals.</summary>
    private const int ShortWord = 3;

    public static WordTraits Traits(ReadOnlySpan<char> folded, ReadOnlySpan<char> surface, WordLists lists)
    {
        if (folded.Length == 0)
        {
            return WordTraits.Stop;
        }

        var spaced = CharClasses.Of(surface[0]) is CharClass.Letter;
        if (folded.Length == 1 && (spaced || CharClasses.Of(surface[0]) is CharClass.Han))
        {
            return WordTraits.Stop;
        }

        if (spaced && folded.Length <= ShortWord && !lists.Any && char.IsLower(surface[^1]))
        {
            return WordTraits.Stop;
        }

        return lists.Language switch
        {
            "en" when folded.Length > 5 && folded.EndsWith("ly") && char.IsLower(surface[^1])
                && !folded.EndsWith("assembly") && !folded.EndsWith("family") && !folded.EndsWith("supply")
                && !folded.EndsWith("monopoly") && !folded.EndsWith("anomaly") => WordTraits.Stop,
            "en" when EnglishAdjective(folded) => WordTraits.NotLast,
            "en" when folded.Length > 4 && folded.EndsWith("ed") && char.IsLower(surface[0]) => WordTraits.NotLast,
            "es" or "pt" or "it" when folded.Length > 7 && folded.EndsWith("mente") => WordTraits.Stop,
            "fr" when folded.Length > 8 && (folded.EndsWith("ivement") || folded.EndsWith("alement")
                || folded.EndsWith("quement")) => WordTraits.Stop,
            "ru" when folded.Length > 5 && Russian(folded) => WordTraits.Stop,
            "de" when char.IsLower(surface[0]) => WordTraits.NotLast, // Nouns have capitals.
            _ => WordTraits.None,
        };
    }

    private static bool EnglishAdjective(ReadOnlySpan<char> folded) => folded.Length > 5
        && (folded.EndsWith("ous") || folded.EndsWith("ful") || folded.EndsWith("able") && !folded.EndsWith("variable")
            || folded.EndsWith("ible") || folded.EndsWith("ical") || folded.EndsWith("ional") || folded.EndsWith("less")
            || folded.EndsWith("usive") || folded.EndsWith("ensive")
                || folded.EndsWith("ative") && !folded.EndsWith("tiative")
            && !folded.EndsWith("entative") && !folded.EndsWith("ternative") && !folded.EndsWith("rrative"));

    private static bool Russian(ReadOnlySpan<char> folded) => folded.EndsWith("ться") || folded.EndsWith("тся")
        || folded.EndsWith("овать") || folded.EndsWith("ивать") || folded.EndsWith("ает") || folded.EndsWith("яет")
        || folded.EndsWith("ует") || folded.EndsWith("ают") || folded.EndsWith("яют") || folded.EndsWith("уют")
        || folded.EndsWith("ился") || folded.EndsWith("ались") || folded.EndsWith("ировал") || folded.EndsWith("ывает");
}
