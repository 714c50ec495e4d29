namespace Intake.Extract.Word;

/// <summary>
/// Characters of symbol fonts, which Word keeps at U+F000 and above, by the characters of Unicode that look the same. One
/// that is not known here is left out: it is a picture, not a word.
/// </summary>
internal static class WordSymbols
{
    /// <summary>The Symbol font from 0x41: Latin letters stand for Greek ones.</summary>
    private const string GreekCapitals = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";

    private const string GreekSmall = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

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

    private static string Symbol(int code) => code switch
    {
        >= 'A' and <= 'Z' => GreekCapitals[(code - 'A')..(code - 'A' + 1)],
        >= 'a' and <= 'z' => GreekSmall[(code - 'a')..(code - 'a' + 1)],
        0x2D => "−",
        >= ' ' and < 0x7F => ((char)code).ToString(),
        0xA3 => "≤",
        0xA5 => "∞",
        0xAB => "↔",
        0xAC => "←",
        0xAD => "↑",
        0xAE => "→",
        0xAF => "↓",
        0xB0 => "°",
        0xB1 => "±",
        0xB3 => "≥",
        0xB4 => "×",
        0xB6 => "∂",
        0xB7 => "•",
        0xB8 => "÷",
        0xB9 => "≠",
        0xBA => "≡",
        0xBB => "≈",
        0xBC => "…",
        0xC5 => "⊕",
        0xC6 => "∅",
        0xC7 => "∩",
        0xC8 => "∪",
        0xCE => "∈",
        0xD0 => "∠",
        0xD1 => "∇",
        0xD2 or 0xE2 => "®",
        0xD3 or 0xE3 => "©",
        0xD4 or 0xE4 => "™",
        0xD5 => "∏",
        0xD6 => "√",
        0xDB => "⇔",
        0xDE => "⇒",
        0xE5 => "∑",
        0xF2 => "∫",
        _ => "",
    };

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
