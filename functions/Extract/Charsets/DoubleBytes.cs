namespace Intake.Extract.Charsets;

/// <summary>Whether bytes have the form of a double-byte code page: quicker to tell than to decode.</summary>
internal static class DoubleBytes
{
    /// <summary>Of so many characters one may be broken.</summary>
    private const int BrokenOneIn = 20;

    public static bool Fit(int codePage, ReadOnlySpan<byte> bytes)
    {
        int broken = 0, characters = 0;
        for (var i = 0; i < bytes.Length; characters++)
        {
            var length = bytes[i] < 0x80 ? 1 : Length(codePage, bytes[i..]);
            broken += length == 0 ? 1 : 0;
            i += Math.Max(1, length);
        }

        return broken <= 1 + (characters / BrokenOneIn);
    }

    /// <summary>Bytes of the character at the beginning; 0 when there is none.</summary>
    private static int Length(int codePage, ReadOnlySpan<byte> bytes) => codePage switch
    {
        932 => bytes switch
        {
            [>= 0xA1 and <= 0xDF, ..] => 1,
            [(>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC), (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFC), ..] => 2,
            _ => 0,
        },
        20932 => bytes switch
        {
            [0x8F, >= 0xA1 and <= 0xFE, >= 0xA1 and <= 0xFE, ..] => 3,
            [0x8E, >= 0xA1 and <= 0xDF, ..] or [>= 0xA1 and <= 0xFE, >= 0xA1 and <= 0xFE, ..] => 2,
            _ => 0,
        },
        54936 => bytes switch
        {
            [>= 0x81 and <= 0xFE, >= 0x30 and <= 0x39, >= 0x81 and <= 0xFE, >= 0x30 and <= 0x39, ..] => 4,
            [>= 0x81 and <= 0xFE, (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFE), ..] => 2,
            _ => 0,
        },
        950 => bytes is [>= 0x81 and <= 0xFE, (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE), ..] ? 2 : 0,
        949 => bytes is [>= 0x81 and <= 0xFE, (>= 0x41 and <= 0x5A) or (>= 0x61 and <= 0x7A) or (>= 0x81 and <= 0xFE), ..] ? 2 : 0,
        _ => bytes is [(>= 0x84 and <= 0xD3) or (>= 0xD8 and <= 0xDE) or (>= 0xE0 and <= 0xF9), (>= 0x31 and <= 0x7E) or (>= 0x81 and <= 0xFE), ..] ? 2 : 0,
    };
}
