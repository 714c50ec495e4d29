using System.Globalization;
using System.Text;

namespace Intake;

/// <summary>Makes text from outside safe to keep in a row, a header or a log line.</summary>
public static class CleanText
{
    /// <summary>One line: controls, line breaks, bidi overrides and lone surrogates gone, white space folded, trimmed.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, 1_000));
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (!IsBidiControl(rune.Value) && rune != Rune.ReplacementChar)
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Marks that can make text appear in another order than it is stored in.</summary>
    public static bool IsBidiControl(int codePoint) =>
        codePoint is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
