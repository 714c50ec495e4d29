namespace Intake.Extract;

/// <summary>Digits as raised ones: they are seen as such, and do not become part of the word before them.</summary>
internal static class RaisedDigits
{
    public static string Of(string digits) => string.Create(digits.Length, digits, static (raised, digits) =>
    {
        for (var i = 0; i < raised.Length; i++)
        {
            raised[i] = char.IsAsciiDigit(digits[i]) ? "⁰¹²³⁴⁵⁶⁷⁸⁹"[digits[i] - '0'] : digits[i];
        }
    });
}
