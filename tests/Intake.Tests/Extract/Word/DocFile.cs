using System.Buffers.Binary;
using System.Text;

namespace Intake.Tests.Extract.Word;

/// <summary>Writes small files in Microsoft's compound format, and Word 97 documents in it.</summary>
internal static class DocFile
{
    private const int Sector = 512;

    /// <summary>Streams shorter than this would stand in sectors of another size.</summary>
    private const int Smallest = 4096;

    /// <summary>A document with this text: paragraphs end with <c>\r</c>, a field is <c>\x13code\x14shown\x15</c>.</summary>
    public static byte[] Word(string text, bool isEncrypted = false)
    {
        const int textAt = 0x600, stylesAt = 64;
        var document = new byte[textAt + (2 * text.Length)];
        Encoding.Unicode.GetBytes(text, document.AsSpan(textAt));
        Put16(document, 0x00, 0xA5EC);
        Put16(document, 0x02, 0xC1);
        Put16(document, 0x06, 0x409);
        Put16(document, 0x0A, (ushort)(0x1200 | (isEncrypted ? 0x100 : 0)));
        Put32(document, 0x18, textAt);
        Put32(document, 0x1C, document.Length);
        Put32(document, 0x4C, text.Length);
        Put32(document, 0xA2, stylesAt);
        Put32(document, 0xA6, 22);
        Put32(document, 0x1A2, 0);
        Put32(document, 0x1A6, 21);

        // One piece of text in the table of pieces, and a sheet with one empty style.
        var table = new byte[stylesAt + 22];
        table[0] = 2;
        Put32(table, 1, 16);
        Put32(table, 9, text.Length);
        Put32(table, 15, textAt);
        Put16(table, stylesAt, 18);
        Put16(table, stylesAt + 2, 1);
        Put16(table, stylesAt + 4, 10);
        return Compound(("WordDocument", document), ("1Table", table));
    }

    public static byte[] Compound(params (string Name, byte[] Content)[] streams)
    {
        var sectors = new List<byte>();
        var chains = new List<(int First, int Count)>();
        var entries = new List<byte>(Entry("Root Entry", 5, 1, -1, -2, 0));
        foreach (var (index, (name, content)) in streams.Index())
        {
            var length = Math.Max(content.Length, Smallest);
            entries.AddRange(Entry(name, 2, -1, index + 1 < streams.Length ? index + 2 : -1, sectors.Count / Sector, length));
            Add([.. content, .. new byte[length - content.Length]]);
        }

        var directory = sectors.Count / Sector;
        Add([.. entries]);
        var allocation = Enumerable.Repeat(-1, Sector / 4).ToArray();
        foreach (var (first, count) in chains)
        {
            for (var i = first; i < first + count; i++)
            {
                allocation[i] = i + 1 < first + count ? i + 1 : -2;
            }
        }

        var allocationAt = sectors.Count / Sector;
        allocation[allocationAt] = -3;
        Add([.. allocation.SelectMany(Int32)]);

        var header = new byte[Sector];
        ReadOnlySpan<byte> magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(header);
        int[] numbers = [0x0003003E, 0x0009FFFE, 6, 0, 0, 1, directory, 0, Smallest, -2, 0, -2, 0, allocationAt, .. Enumerable.Repeat(-1, 108)];
        numbers.SelectMany(Int32).ToArray().CopyTo(header, 24);
        return [.. header, .. sectors];

        void Add(byte[] content)
        {
            chains.Add((sectors.Count / Sector, (content.Length + Sector - 1) / Sector));
            sectors.AddRange(content);
            sectors.AddRange(new byte[(Sector - (content.Length % Sector)) % Sector]);
        }
    }

    private static byte[] Entry(string name, byte type, int child, int right, int start, int length)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name, entry);
        Put16(entry, 64, (ushort)(2 * (name.Length + 1)));
        (entry[66], entry[67]) = (type, 1);
        Put32(entry, 68, -1);
        Put32(entry, 72, right);
        Put32(entry, 76, child);
        Put32(entry, 116, start);
        Put32(entry, 120, length);
        return entry;
    }

    private static byte[] Int32(int value)
    {
        var bytes = new byte[4];
        Put32(bytes, 0, value);
        return bytes;
    }

    private static void Put16(byte[] bytes, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), value);

    private static void Put32(byte[] bytes, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), value);
}
