using System.Globalization;

namespace Intake.KeyPhrases;

/// <summary>What a character is to the segmenter.</summary>
internal enum CharClass : byte
{
    /// <summary>Punctuation, symbols, controls, lone surrogates: no phrase crosses it.</summary>
    Break,
    Space,

    /// <summary>A letter of a script that separates words.</summary>
    Letter,
    Digit,

    /// <summary>Belongs to the letter before it.</summary>
    Mark,

    /// <summary>Invisible: bidirectional marks, joiners, soft hyphens.</summary>
    Format,
    Apostrophe,
    Hyphen,
    Han,
    Hiragana,
    Katakana,

    /// <summary>Thai, Lao, Khmer, Burmese: letters without spaces between words.</summary>
    Unspaced,
}

/// <summary>Classes of characters, from a table for the basic plane so that a look-up costs nothing.</summary>
internal static class CharClasses
{
    private static readonly CharClass[] Table = Make();

    public static CharClass Of(char c) => Table[c];

    /// <summary>The class of the character that begins at <paramref name="i"/>, and its length in UTF-16
    /// units.</summary>
    public static CharClass At(ReadOnlySpan<char> text, int i, out int length)
    {
        length = 1;
        var c = text[i];
        if (!char.IsSurrogate(c))
        {
            return Table[c];
        }

        if (i + 1 >= text.Length || !char.IsSurrogatePair(c, text[i + 1]))
        {
            return CharClass.Break;
        }

        length = 2;
        var rune = char.ConvertToUtf32(c, text[i + 1]);
        return rune is >= 0x20000 and <= 0x3FFFF ? CharClass.Han : OfCategory(CharUnicodeInfo.GetUnicodeCategory(rune));
    }

    private static CharClass[] Make()
    {
        var table = new CharClass[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = OfBasic((char)i);
        }

        return table;
    }

    private static CharClass OfBasic(char c) => c switch
    {
        '\n' or '\r' or '\u00A0' or '\u202F' => CharClass.Space,
        '\'' or '\u2019' or '\u02BC' or '\uFF07' => CharClass.Apostrophe,
        '-' or '\u2010' or '\u2011' => CharClass.Hyphen,
        '\t' => CharClass.Break,
        '\u0640' => CharClass.Mark, // Arabic tatweel only stretches the letter before it.
        '\u30FC' or '\uFF70' => CharClass.Katakana, // The sign that lengthens a vowel.
        >= '\u3041' and <= '\u309F' => CharClass.Hiragana,
        >= '\u30A1' and <= '\u30FA' or >= '\u31F0' and <= '\u31FF' or >= '\uFF66' and <= '\uFF9D' => CharClass.Katakana,
        >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF'
            or '\u3005' => CharClass.Han,
        >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF' => Unspaced(c),
        _ => OfCategory(CharUnicodeInfo.GetUnicodeCategory(c)),
    };

    private static CharClass Unspaced(char c) => OfCategory(CharUnicodeInfo.GetUnicodeCategory(c)) switch
    {
        CharClass.Letter => CharClass.Unspaced,
        var other => other,
    };

    private static CharClass OfCategory(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharClass.Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
            or UnicodeCategory.OtherNumber => CharClass.Digit,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark => CharClass.Mark,
        UnicodeCategory.Format => CharClass.Format,
        UnicodeCategory.SpaceSeparator => CharClass.Space,
        _ => CharClass.Break,
    };
}
