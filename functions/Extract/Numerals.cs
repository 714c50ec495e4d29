using System.Globalization;
using System.Text;

namespace Intake.Extract;

/// <summary>Numbers written in letters, in lower case, as lists and notes have them.</summary>
internal static class Numerals
{
    private static readonly (int Value, string Sign)[] RomanSigns =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <summary>i, ii, iii; from 4,000 on, and below 1, in digits.</summary>
    public static string Roman(int number)
    {
        if (number is < 1 or > 3_999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var roman = new StringBuilder();
        foreach (var (value, sign) in RomanSigns)
        {
            for (; number >= value; number -= value)
            {
                roman.Append(sign);
            }
        }

        return roman.ToString();
    }

    /// <summary>a to z, aa, ab, as HTML counts; below 1 in digits.</summary>
    public static string Letters(int number)
    {
        if (number < 1)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var letters = "";
        for (; number > 0; number = (number - 1) / 26)
        {
            letters = (char)('a' + ((number - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>Digits as raised ones: they are seen as such, and do not become part of the word before them.</summary>
    public static string Raised(string digits) => string.Create(digits.Length, digits, static (raised, digits) =>
    {
        for (var i = 0; i < raised.Length; i++)
        {
            raised[i] = char.IsAsciiDigit(digits[i]) ? "⁰¹²³⁴⁵⁶⁷⁸⁹"[digits[i] - '0'] : digits[i];
        }
    });
}
