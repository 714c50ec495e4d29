using System.Buffers.Binary;
using System.Text;

namespace Intake.Extract.Kinds;

/// <summary>
/// What a compound file (the container of Microsoft's older formats) is: told by the names in its directory, which its
/// first sectors lead to. Only the directory is looked at.
/// </summary>
internal static class OleKind
{
    private const int EntryLength = 128;
    private const int MostEntries = 4096;

    private static readonly (string Stream, string Kind, string What)[] Known =
    [
        ("EncryptedPackage", DocumentKind.Unknown, "This document is protected with a password and could not be read"),
        ("WordDocument", DocumentKind.Doc, ""),
        ("Workbook", DocumentKind.Unknown, "This spreadsheet could not be read"),
        ("Book", DocumentKind.Unknown, "This spreadsheet could not be read"),
        ("PowerPoint Document", DocumentKind.Unknown, "This presentation could not be read"),
        ("__properties_version1.0", DocumentKind.Unknown, "This Outlook message (.msg) could not be read; please send it as .eml or its text"),
        ("VisioDocument", DocumentKind.Unknown, "This drawing could not be read"),
        ("Quill", DocumentKind.Unknown, "This Publisher document could not be read"),
        ("MatOST", DocumentKind.Unknown, "This Works document could not be read"),
        ("BodyText", DocumentKind.Unknown, "This Hangul document could not be read"),
        ("HwpSummaryInformation", DocumentKind.Unknown, "This Hangul document could not be read"),
    ];

    public static bool IsOle(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <returns>The kind, and for one that is not read half a sentence.</returns>
    public static (string Kind, string? What) Of(ReadOnlySpan<byte> bytes)
    {
        var names = Names(bytes);
        foreach (var (stream, kind, what) in Known)
        {
            if (names.Contains(stream))
            {
                return (kind, what.Length == 0 ? null : what);
            }
        }

        // A damaged directory: the converters may still find the text.
        return bytes.IndexOf("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"u8) >= 0 ? (DocumentKind.Doc, null)
            : bytes.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"u8) >= 0 ? (Known[0].Kind, Known[0].What)
            : (DocumentKind.Unknown, "This kind of file could not be read");
    }

    /// <summary>The names in the root folder, without the control character that some begin with.</summary>
    private static HashSet<string> Names(ReadOnlySpan<byte> bytes)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var entries = Directory(bytes);
        var open = new Stack<uint>();
        var seen = new HashSet<uint>();
        if (entries.Length >= EntryLength)
        {
            open.Push(BinaryPrimitives.ReadUInt32LittleEndian(entries[76..]));
        }

        while (open.TryPop(out var number))
        {
            if ((long)(number + 1L) * EntryLength > entries.Length || !seen.Add(number))
            {
                continue;
            }

            var entry = entries.Slice((int)number * EntryLength, EntryLength);
            var length = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62) & ~1;
            names.Add(Encoding.Unicode.GetString(entry[..length]).TrimStart('\u0001', '\u0002', '\u0003', '\u0005', '\u0006'));
            open.Push(BinaryPrimitives.ReadUInt32LittleEndian(entry[68..]));
            open.Push(BinaryPrimitives.ReadUInt32LittleEndian(entry[72..]));
        }

        return names;
    }

    /// <summary>The directory's sectors, one after the other ([MS-CFB], sections 2.2, 2.3 and 2.6).</summary>
    private static ReadOnlySpan<byte> Directory(ReadOnlySpan<byte> bytes)
    {
        const int firstSector = 48, firstOfTable = 76, inHeader = 109;
        if (bytes.Length < 512 || bytes[30] is not (9 or 12))
        {
            return [];
        }

        var size = 1 << bytes[30];
        var directory = new List<byte>();
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(bytes[firstSector..]);
        while (directory.Count < MostEntries * EntryLength && At(sector, size) is var at and > 0 && at + size <= bytes.Length)
        {
            directory.AddRange(bytes.Slice((int)at, size));

            // Where the table's sector is that tells which sector comes next; files that need more than the header holds are over 7 MB.
            var perSector = (uint)size / 4;
            if (sector / perSector >= inHeader)
            {
                break;
            }

            var table = At(BinaryPrimitives.ReadUInt32LittleEndian(bytes[(firstOfTable + ((int)(sector / perSector) * 4))..]), size);
            if (table <= 0 || table + size > bytes.Length)
            {
                break;
            }

            sector = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)(table + (sector % perSector * 4))..]);
        }

        return directory.ToArray();
    }

    private static long At(uint sector, int size) => (sector + 1L) * size;
}
