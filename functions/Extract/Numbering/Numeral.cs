using System.Globalization;
using System.Text;

namespace Intake.Extract.Numbering;

/// <summary>
/// Writes a list item's number as a word processor does. The formats have the names of ECMA-376 (ST_NumberFormat); one
/// that is not known here is written in digits, so that the item keeps its number.
/// </summary>
internal static class Numeral
{
    /// <summary>Letters repeat ("aa", "bbb"): beyond this they would only be long.</summary>
    private const int MostLetters = 26 * 30;

    private const string Russian = "абвгдежзиклмнопрстуфхцчшщыэюя";
    private const string Arabic = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
    private const string Abjad = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
    private const string Hebrew = "אבגדהוזחטיכלמנסעפצקרשת";

    private static readonly (int Value, string Letters)[] RomanParts =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    /// <returns>Empty for the formats that show no number.</returns>
    public static string Write(int number, string format) => format switch
    {
        "none" or "bullet" => "",
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "lowerLetter" => Letters(number, "abcdefghijklmnopqrstuvwxyz"),
        "upperLetter" => Letters(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "lowerRoman" => Roman(number),
        "upperRoman" => Roman(number).ToUpperInvariant(),
        "ordinal" => Digits(number) + Ordinal(number),
        "numberInDash" => $"- {Digits(number)} -",
        "decimalEnclosedParen" => $"({Digits(number)})",
        "russianLower" => Letters(number, Russian),
        "russianUpper" => Letters(number, Russian).ToUpperInvariant(),
        "arabicAlpha" => Letters(number, Arabic),
        "arabicAbjad" => Letters(number, Abjad),
        "hebrew1" or "hebrew2" => Letters(number, Hebrew),
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "japaneseCounting" or "ideographDigital" => Ideographs(number),
        _ => Digits(number),
    };

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Ordinal(int number) => (number % 100) is >= 11 and <= 13 ? "th"
        : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };

    private static string Letters(int number, string alphabet) => number is < 1 or > MostLetters
        ? Digits(number)
        : new(alphabet[(number - 1) % alphabet.Length], ((number - 1) / alphabet.Length) + 1);

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return Digits(number);
        }

        var roman = new StringBuilder();
        foreach (var (value, letters) in RomanParts)
        {
            for (; number >= value; number -= value)
            {
                roman.Append(letters);
            }
        }

        return roman.ToString();
    }

    /// <summary>Up to 99, as items are counted.</summary>
    private static string Ideographs(int number)
    {
        const string digits = "〇一二三四五六七八九";
        if (number is < 0 or > 99)
        {
            return Digits(number);
        }

        var (tens, ones) = Math.DivRem(number, 10);
        return tens == 0 ? digits[ones..(ones + 1)]
            : (tens == 1 ? "" : digits[tens..(tens + 1)]) + "十" + (ones == 0 ? "" : digits[ones..(ones + 1)]);
    }
}
