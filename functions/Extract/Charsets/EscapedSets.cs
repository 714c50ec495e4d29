using System.Text;

namespace Intake.Extract.Charsets;

/// <summary>The seven-bit character sets of mail in East Asia, which switch by escapes: ISO-2022-JP, ISO-2022-KR and HZ.</summary>
internal static class EscapedSets
{
    private const byte Escape = 0x1B;

    /// <summary>The first byte of the last character of GB 2312, without its eighth bit.</summary>
    private const byte LastLead = 0x77;

    public static Encoding? Of(ReadOnlySpan<byte> bytes)
    {
        if (!Ascii.IsValid(bytes))
        {
            return null;
        }

        for (var rest = bytes; rest.IndexOf(Escape) is var at and >= 0; rest = rest[(at + 1)..])
        {
            var codePage = rest[(at + 1)..] switch
            {
                [(byte)'$', (byte)')', (byte)'C', ..] => 50225,
                [(byte)'$', (byte)'@' or (byte)'B', ..] or [(byte)'$', (byte)'(', (byte)'D', ..] or [(byte)'(', (byte)'I', ..] => 50220,
                _ => 0,
            };
            if (codePage > 0)
            {
                return CharsetNames.Lenient(codePage);
            }
        }

        return IsHz(bytes) ? CharsetNames.Lenient(52936) : null;
    }

    /// <summary>"~{" begins characters of two bytes each and "~}" ends them, on the same line.</summary>
    private static bool IsHz(ReadOnlySpan<byte> bytes)
    {
        var found = false;
        while (bytes.IndexOf("~{"u8) is var start and >= 0)
        {
            bytes = bytes[(start + 2)..];
            var length = 0;
            while (bytes[length..] is [>= 0x21 and <= LastLead, >= 0x21 and <= 0x7E, ..])
            {
                length += 2;
            }

            bytes = bytes[length..];
            if (length == 0 || !(bytes.IsEmpty || bytes[0] == '\n' || bytes.StartsWith("~}"u8)))
            {
                return false;
            }

            found = true;
        }

        return found;
    }
}
