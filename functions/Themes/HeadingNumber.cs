using System.Globalization;
using Intake.KeyPhrases;

namespace Intake.Themes;

/// <summary>The number that stands before a heading or list item: "4.", "4.1", "(a)", as written or as computed.</summary>
internal static class HeadingNumber
{
    /// <summary>Characters that a number can have.</summary>
    private const int MaxLength = 12;

    /// <summary>The number without brackets and a point at its end, its digits in ASCII; empty for none.</summary>
    public static string Of(PassageText passage)
    {
        var text = passage.Passage.Marker ?? passage.Text;
        var number = text.AsSpan(0, Math.Min(text.Length, MaxLength)).TrimStart(" \t([#*");
        var end = 0;
        while (end < number.Length && (char.IsDigit(number[end]) || end > 0 && number[end] == '.' && end + 1 < number.Length && char.IsDigit(number[end + 1])))
        {
            end++;
        }

        if (end == 0)
        {
            return number is [var letter, ')', ..] && char.IsLetter(letter) ? letter.ToString() : "";
        }

        // "3 billion people" and "2024 in review" have no number before them.
        return passage.Passage.Marker is null && (end == number.Length || !".):-–—．、 \t".Contains(number[end], StringComparison.Ordinal))
            ? ""
            : string.Concat(number[..end].ToString().Select(c => c == '.' ? "." : CharUnicodeInfo.GetDecimalDigitValue(c).ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The first part of a number: 4 of 4.1; 0 for none.</summary>
    public static int First(string number) =>
        int.TryParse(number.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;

    /// <summary>Whether a heading with this number belongs under one with the other: 4.1 under 4, a under 4.</summary>
    public static bool IsBelow(string number, string other) =>
        other.Length > 0 && number.Length > 0
        && (number.StartsWith(other + ".", StringComparison.Ordinal) || char.IsLetter(number[0]) && char.IsDigit(other[0]));
}
