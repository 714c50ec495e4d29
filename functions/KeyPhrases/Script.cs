namespace Intake.KeyPhrases;

/// <summary>Scripts that the language detector tells apart. Those with one language of note settle the
/// question.</summary>
internal enum Script : byte
{
    None,
    Latin,
    Cyrillic,
    Arabic,
    Devanagari,
    Bengali,
    Greek,
    Hebrew,
    Armenian,
    Georgian,
    Ethiopic,
    Gurmukhi,
    Gujarati,
    Oriya,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Tibetan,
    Burmese,
    Khmer,
    Hangul,
    Kana,
    Han,
    Thaana,
    Count,
}

internal static class Scripts
{
    private static readonly Script[] Table = Make();

    /// <summary>Of a UTF-16 unit. Surrogates count as Han, which is what nearly all of them are in running
    /// text.</summary>
    public static Script Of(char c) => Table[c];

    /// <summary>The language of texts in this script where the script alone tells, else null.</summary>
    public static string? Language(this Script script) => script switch
    {
        Script.Greek => "el",
        Script.Hebrew => "he",
        Script.Armenian => "hy",
        Script.Georgian => "ka",
        Script.Gurmukhi => "pa",
        Script.Gujarati => "gu",
        Script.Oriya => "or",
        Script.Tamil => "ta",
        Script.Telugu => "te",
        Script.Kannada => "kn",
        Script.Malayalam => "ml",
        Script.Sinhala => "si",
        Script.Thai => "th",
        Script.Lao => "lo",
        Script.Tibetan => "bo",
        Script.Burmese => "my",
        Script.Khmer => "km",
        Script.Hangul => "ko",
        Script.Kana => "ja",
        Script.Han => "zh",
        Script.Thaana => "dv",
        Script.Bengali => "bn",
        _ => null,
    };

    private static Script[] Make()
    {
        var table = new Script[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            var letter = CharClasses.Of((char)i) is CharClass.Letter or CharClass.Mark or CharClass.Han
                or CharClass.Hiragana or CharClass.Katakana or CharClass.Unspaced;
            table[i] = letter ? OfLetter((char)i) : char.IsHighSurrogate((char)i) ? Script.Han : Script.None;
        }

        return table;
    }

    private static Script OfLetter(char c) => c switch
    {
        < '\u0250' or >= '\u1E00' and <= '\u1EFF' => Script.Latin,
        >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF' => Script.Greek,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0531' and <= '\u058F' => Script.Armenian,
        >= '\u0590' and <= '\u05FF' => Script.Hebrew,
        >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F' or >= '\uFB50' and <= '\uFDFF'
            or >= '\uFE70' and <= '\uFEFC' => Script.Arabic,
        >= '\u0780' and <= '\u07BF' => Script.Thaana,
        >= '\u0900' and <= '\u097F' => Script.Devanagari,
        >= '\u0980' and <= '\u09FF' => Script.Bengali,
        >= '\u0A00' and <= '\u0A7F' => Script.Gurmukhi,
        >= '\u0A80' and <= '\u0AFF' => Script.Gujarati,
        >= '\u0B00' and <= '\u0B7F' => Script.Oriya,
        >= '\u0B80' and <= '\u0BFF' => Script.Tamil,
        >= '\u0C00' and <= '\u0C7F' => Script.Telugu,
        >= '\u0C80' and <= '\u0CFF' => Script.Kannada,
        >= '\u0D00' and <= '\u0D7F' => Script.Malayalam,
        >= '\u0D80' and <= '\u0DFF' => Script.Sinhala,
        >= '\u0E00' and <= '\u0E7F' => Script.Thai,
        >= '\u0E80' and <= '\u0EFF' => Script.Lao,
        >= '\u0F00' and <= '\u0FFF' => Script.Tibetan,
        >= '\u1000' and <= '\u109F' => Script.Burmese,
        >= '\u10A0' and <= '\u10FF' => Script.Georgian,
        >= '\u1200' and <= '\u139F' => Script.Ethiopic,
        >= '\u1780' and <= '\u17FF' => Script.Khmer,
        >= '\uAC00' and <= '\uD7AF' or >= '\u1100' and <= '\u11FF' or >= '\u3130' and <= '\u318F' => Script.Hangul,
        >= '\u3041' and <= '\u30FF' or >= '\u31F0' and <= '\u31FF' or >= '\uFF66' and <= '\uFF9F' => Script.Kana,
        >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or '\u3005' => Script.Han,
        _ => Script.None,
    };
}
