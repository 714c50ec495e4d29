namespace Intake.Extract.Word;

/// <summary>
/// Characters of symbol fonts, which Word (and RTF) keeps at U+F000 and above, by the characters of Unicode that look the same. One
/// that is not known here is left out: it is a picture, not a word.
/// </summary>
internal static class WordSymbols
{
    /// <summary>The Symbol font from 0x20 to 0x7E.</summary>
    private const string SymbolLower =
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";

    /// <summary>The Symbol font from 0xA0 to 0xFE. The parts of tall brackets are left out.</summary>
    private const string SymbolUpper =
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\0\0↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑\0\0\0\0\0\0\0\0\0\0\0〉∫\0\0\0\0\0\0\0\0\0\0\0\0";

    public static string Unicode(int character, string font)
    {
        var code = character is >= 0xF000 and <= 0xF0FF ? character - 0xF000 : character;
        if (font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase))
        {
            return Wingdings(code, font.Length > 9 ? font[^1] : '1');
        }

        if (font.Equals("Symbol", StringComparison.OrdinalIgnoreCase))
        {
            return Symbol(code);
        }

        return character is >= ' ' and < 0xD800 or > 0xF8FF and < 0xFFFE ? ((char)character).ToString() : "";
    }

    private static string Symbol(int code) => (code switch
    {
        >= ' ' and < ' ' + 95 => SymbolLower[code - ' '],
        >= 0xA0 and < 0xFF => SymbolUpper[code - 0xA0],
        _ => '\0',
    }) is var character and not '\0' ? character.ToString() : "";

    private static string Wingdings(int code, char font) => (font, code) switch
    {
        ('1', 0x6F or 0xA8) => "☐",
        ('1', 0xFD or 0xFE or 0x78) => code == 0xFE ? "☑" : "☒",
        ('1', 0xFC) => "✓",
        ('1', 0xFB) => "✗",
        ('1', 0xA7) => "▪",
        ('1', 0x6E) => "■",
        ('1', 0x6C) => "●",
        ('1', 0xD8) => "➢",
        ('1', 0xDF or 0xE7) => "←",
        ('1', 0xE0 or 0xE8) => "→",
        ('1', 0x4A) => "☺",
        ('1', 0x4C) => "☹",
        ('1', 0x28) => "☎",
        ('1', 0x2A) => "✉",
        ('2', 0x50 or 0x57) => "✓",
        ('2', 0x4F or 0x54) => code == 0x54 ? "☒" : "✗",
        ('2', 0x52 or 0x59) => "☑",
        ('2', 0x51 or 0x53) => "☒",
        ('2', 0xA3 or 0x2A) => "☐",
        _ => "",
    };
}
