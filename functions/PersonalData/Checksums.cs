namespace Intake.PersonalData;

/// <summary>Tells numbers that are what they look like from those that only look like it.</summary>
internal static class Checksums
{
    private const int MaxIban = 34;
    private const int MinIban = 15;

    /// <summary>The length, in UTF-16 units, of the IBAN that a text begins with (ISO 13616), or 0.</summary>
    public static int Iban(ReadOnlySpan<char> text)
    {
        Span<char> compact = stackalloc char[MaxIban];
        var (length, found) = (0, 0);
        for (var i = 0; i < text.Length && length < MaxIban; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                compact[length++] = char.ToUpperInvariant(text[i]);
                var ends = i + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[i + 1]);
                found = ends && length >= MinIban && Mod97(compact[..length]) == 1 ? i + 1 : found;
            }
        }

        return found;
    }

    /// <summary>Card numbers (ISO/IEC 7812): Luhn's check over the digits.</summary>
    public static bool Luhn(ReadOnlySpan<char> text)
    {
        var (sum, digits) = (0, 0);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                var value = (text[i] - '0') * (1 + digits % 2);
                sum += value > 9 ? value - 9 : value;
                digits++;
            }
        }

        return digits is >= 13 and <= 19 && sum % 10 == 0 && sum > 0;
    }

    private static int Mod97(ReadOnlySpan<char> iban)
    {
        var rest = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var c = iban[(i + 4) % iban.Length];
            rest = char.IsAsciiDigit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        }

        return rest;
    }
}
