using System.Globalization;
using System.Text;

namespace Intake.Synthesis;

/// <summary>Short texts that others chose (names, reasons, phrases) made fit to stand within a line of ours.</summary>
internal static class Labels
{
    /// <summary>Longer names are cut: a name is not the place for a letter.</summary>
    public const int Longest = 200;

    /// <summary>One line, no controls, no bidi or invisible signs, no addresses; null when nothing is left.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var clean = OneLine(text.Length > 4 * Longest ? text[..(4 * Longest)] : text);
        clean = OneLine(PrivateData.Without(clean))
            .Replace("()", "", StringComparison.Ordinal)
            .Replace("( )", "", StringComparison.Ordinal)
            .Trim(' ', ',', ';', '<', '>', '-', '–', '|');
        if (clean.Length > Longest)
        {
            var end = clean.LastIndexOf(' ', Longest);
            clean = clean[..(end > Longest / 2 ? end : char.IsHighSurrogate(clean[Longest - 1]) ? Longest - 1 : Longest)] + "…";
        }

        return clean.Length == 0 ? null : clean;
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator)
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (category is not UnicodeCategory.Format || rune.Value is 0x200C or 0x200D)
            {
                line.Append(rune);
            }
        }

        return line.ToString().TrimEnd();
    }
}
