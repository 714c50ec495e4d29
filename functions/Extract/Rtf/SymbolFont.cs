namespace Intake.Extract.Rtf;

/// <summary>The signs of fonts whose characters are no letters, as the characters that Unicode has for them.</summary>
internal static class SymbolFont
{
    private const string Ascii =
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";

    /// <summary>From 0xA0 on. The parts of tall brackets are left out.</summary>
    private const string Upper =
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\0\0↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑\0\0\0\0\0\0\0\0\0\0\0〉∫\0\0\0\0\0\0\0\0\0\0\0\0";

    /// <param name="font">The font's name.</param>
    /// <param name="code">The byte, or the character of the private use area (U+F000 and the byte) that stands for it.</param>
    /// <returns>The character; NUL where Unicode has none; null if the font is not known, and may hold letters.</returns>
    public static char? Character(string font, int code)
    {
        code &= 0xFF;
        if (font.Contains("Wingdings", StringComparison.OrdinalIgnoreCase) || font.Contains("Webdings", StringComparison.OrdinalIgnoreCase)
            || font.Contains("Dingbats", StringComparison.OrdinalIgnoreCase))
        {
            return code switch
            {
                ' ' => ' ',
                0xFC => '✓',
                0xFB => '✗',
                0xFD => '☒',
                0xFE => '☑',
                0x6F or 0xA8 or 0x71 or 0x72 => '☐',
                0xE0 or 0xF0 => '→',
                'J' => '☺',
                'L' => '☹',
                _ => '•',
            };
        }

        if (!font.StartsWith("Symbol", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return code switch
        {
            >= ' ' and < ' ' + 95 => Ascii[code - ' '],
            >= 0xA0 and < 0xFF => Upper[code - 0xA0],
            _ => '\0',
        };
    }
}
