namespace Intake.Extract.Kinds;

/// <summary>What a file is that begins with certain bytes, among the kinds that are kept but not read.</summary>
internal static class Signature
{
    private const string Picture = "This picture holds no text that could be read";
    private const string Sound = "This sound or video recording could not be read";
    private const string Compressed = "This compressed file could not be read";
    private const string Spreadsheet = "This spreadsheet could not be read";
    private const string WordPerfect = "This WordPerfect document could not be read";
    private const string PostScript = "This PostScript document could not be read";

    private static readonly (int At, byte[] Bytes, string What)[] All =
    [
        (0, [0x89, .. "PNG"u8], Picture),
        (0, [0xFF, 0xD8, 0xFF], Picture),
        (0, [.. "GIF8"u8], Picture),
        (0, [.. "II*\0"u8], Picture),
        (0, [.. "MM\0*"u8], Picture),
        (0, [.. "BM"u8], Picture),
        (0, [.. "8BPS"u8], Picture),
        (8, [.. "WEBP"u8], Picture),
        (0, [0, 0, 1, 0], Picture),
        (0, [0xD7, 0xCD, 0xC6, 0x9A], Picture),
        (40, [.. " EMF"u8], Picture),
        (0, [0, 0, 0, 0x0C, .. "jP"u8], Picture),
        (0, [.. "AT&TFORM"u8], Picture),
        (4, [.. "ftypheic"u8], Picture),
        (4, [.. "ftypheix"u8], Picture),
        (4, [.. "ftypmif1"u8], Picture),
        (4, [.. "ftypavif"u8], Picture),
        (0, [.. "AC10"u8], "This drawing could not be read"),

        (4, [.. "ftyp"u8], Sound),
        (4, [.. "moov"u8], Sound),
        (0, [.. "RIFF"u8], Sound),
        (0, [.. "OggS"u8], Sound),
        (0, [.. "fLaC"u8], Sound),
        (0, [.. "ID3"u8], Sound),
        (0, [0xFF, 0xFB], Sound),
        (0, [0xFF, 0xF3], Sound),
        (0, [.. "FORM"u8, 0], Sound),
        (0, [.. "#!AMR"u8], Sound),
        (0, [.. "MThd"u8], Sound),
        (0, [.. "FLV"u8, 1], Sound),
        (0, [0x1A, 0x45, 0xDF, 0xA3], Sound),
        (0, [0x30, 0x26, 0xB2, 0x75], Sound),
        (0, [0, 0, 1, 0xBA], Sound),
        (0, [0, 0, 1, 0xB3], Sound),

        (0, [0x1F, 0x8B], Compressed),
        (0, [0x1F, 0x9D], Compressed),
        (0, [.. "BZh"u8], Compressed),
        (0, [0xFD, .. "7zXZ"u8], Compressed),
        (0, [0x28, 0xB5, 0x2F, 0xFD], Compressed),
        (0, [.. "Rar!"u8], Compressed),
        (0, [.. "7z"u8, 0xBC, 0xAF], Compressed),
        (0, [.. "MSCF"u8], Compressed),
        (2, [.. "-lh"u8], Compressed),
        (257, [.. "ustar"u8], "This archive could not be read"),

        (0, [0xFF, .. "WPC"u8], WordPerfect),
        (0, [.. "%!PS"u8], PostScript),
        (0, [0xC5, 0xD0, 0xD3, 0xC6], PostScript),
        (0, [.. "\u001b%-12345X"u8], "This print file could not be read"),
        (0, [.. "HWP Document File"u8], "This Hangul document could not be read"),
        (0, [0x09, 0x00, 0x04, 0x00], Spreadsheet),
        (0, [0x09, 0x02, 0x06, 0x00], Spreadsheet),
        (0, [0x09, 0x04, 0x06, 0x00], Spreadsheet),
        (0, [0x00, 0x00, 0x02, 0x00], Spreadsheet),
        (0, [0x00, 0x00, 0x1A, 0x00], Spreadsheet),
        (0, [.. "SQLite format 3\0"u8], "This database could not be read"),
        (4, [.. "Standard "u8], "This database could not be read"),

        (0, [0x78, 0x9F, 0x3E, 0x22], "This file holds an Outlook message in Microsoft's own format (winmail.dat) and could not be read"),
        (0, [.. "!BDN"u8], "This Outlook mail folder could not be read"),
        (0, [.. "BEGIN:VCALENDAR"u8], "This is a calendar entry, which is not read"),
        (0, [.. "BEGIN:VCARD"u8], "This is a business card, which is not read"),
        (0, [.. "-----BEGIN PGP MESSAGE-----"u8], "This document is encrypted and could not be read"),
    ];

    /// <param name="bytes">The document.</param>
    /// <param name="looksText">It could be plain text.</param>
    /// <returns>Half a sentence; null when no signature fits.</returns>
    public static string? Of(ReadOnlySpan<byte> bytes, bool looksText)
    {
        foreach (var (at, signature, what) in All)
        {
            if (bytes.Length >= at + signature.Length && bytes[at..].StartsWith(signature) && (!looksText || IsTelling(signature)))
            {
                return what;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether it says enough on its own. A text may begin with "BM" or "RIFF" as well: such a file is what they say only if
    /// it is no text; but three bytes that are not ASCII's printable ones, or five, begin no text.
    /// </summary>
    private static bool IsTelling(ReadOnlySpan<byte> signature) => signature.Length > 4 || signature[0] == '%'
        || signature.ContainsAnyInRange((byte)0, (byte)0x1F) || (signature.Length > 2 && signature.ContainsAnyInRange((byte)0x80, (byte)0xFF));
}
