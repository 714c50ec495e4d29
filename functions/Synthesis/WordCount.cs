using System.Text;

namespace Intake.Synthesis;

/// <summary>Counts words: runs of letters and digits. Scripts written without spaces count each sign as one.</summary>
internal static class WordCount
{
    public static int Of(string text)
    {
        var count = 0;
        var inside = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (StandsAlone(rune.Value))
            {
                count++;
                inside = false;
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                count += inside ? 0 : 1;
                inside = true;
            }
            else if (!IsJoining(rune))
            {
                inside = false;
            }
        }

        return count;
    }

    private static bool IsJoining(Rune rune) =>
        rune.Value is '\'' or '’' or '-' or 0x200C or 0x200D
        || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark
            or System.Globalization.UnicodeCategory.EnclosingMark;

    /// <summary>Kana, Han and their extensions. Thai, Lao and Khmer are counted by phrase, as they are spaced.</summary>
    private static bool StandsAlone(int value) =>
        value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
