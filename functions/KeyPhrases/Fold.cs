namespace Intake.KeyPhrases;

/// <summary>Writes a word as it is compared: lower case, without accents, points, invisible characters and the spelling
/// variants of Arabic. By tables of its own, so that the result does not depend on the machine's Unicode
/// library.</summary>
internal static class Fold
{
    /// <summary>Words are compared by this many characters; no real one is longer.</summary>
    public const int MaxLength = 64;

    // The base letters of U+00C0 to U+017F, lower case.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo×ouuuuytsaaaaaaaceeeeiiiidnooooo÷ouuuuyty"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
        + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>Folds <paramref name="word"/> into <paramref name="folded"/>, of <see cref="MaxLength"/>.</summary>
    public static int Word(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var c in word)
        {
            var f = Character(c);
            if (f != '\0' && length < folded.Length)
            {
                folded[length++] = f;
            }
        }

        return length;
    }

    public static string Word(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[MaxLength];
        return new string(folded[..Word(word, folded)]);
    }

    private static char Character(char c) => c switch
    {
        < '\u0080' => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c,
        >= '\u00C0' and <= '\u017F' => Latin[c - '\u00C0'],
        '\u01A0' or '\u01A1' => 'o',
        '\u01AF' or '\u01B0' => 'u',
        'ё' or 'Ё' => 'е',
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ى' or 'ی' => 'ي',
        'ك' or 'ک' => 'ك',
        'ة' or 'ۀ' => 'ه',
        '\u0640' => '\0',
        >= '\u0300' and <= '\u036F' or >= '\u064B' and <= '\u0652' or '\u0670' or >= '\u0591' and <= '\u05C7' => '\0',
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - 0xFEE0)),
        _ when CharClasses.Of(c) == CharClass.Format => '\0',
        _ => char.ToLowerInvariant(c),
    };
}
