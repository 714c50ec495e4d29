using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Intake.Tests.Hostile;

/// <summary>Writes archives that no honest program writes: every number in them may be a lie.</summary>
internal sealed class RawZip
{
    private readonly MemoryStream _file = new();
    private readonly List<byte[]> _directory = [];

    public byte[] Comment { get; init; } = [];

    /// <summary>The number of entries that the end of the archive states; null for the true one.</summary>
    public ushort? StatedEntries { get; init; }

    /// <summary>Adds an entry with its content.</summary>
    /// <param name="path">Its name.</param>
    /// <param name="content">What it inflates to.</param>
    /// <param name="statedSize">What the archive says it inflates to; null for the truth.</param>
    /// <param name="encrypted">The archive says that it is encrypted.</param>
    /// <returns>Where its content stands, for <see cref="AddAgain"/>.</returns>
    public int Add(string path, byte[] content, uint? statedSize = null, bool encrypted = false)
    {
        var packed = Deflate(content);
        var at = (int)_file.Length;
        var fields = Fields(content, packed, statedSize ?? (uint)content.Length, encrypted);
        _file.Write([.. "PK\u0003\u0004"u8, 20, 0, .. fields, .. Little((ushort)path.Length), 0, 0, .. Encoding.UTF8.GetBytes(path), .. packed]);
        _directory.Add(Entry(path, fields, at));
        return at;
    }

    /// <summary>Lists another entry whose content is that of an earlier one.</summary>
    public void AddAgain(string path, byte[] content, int at) => _directory.Add(Entry(path, Fields(content, Deflate(content), (uint)content.Length, false), at));

    /// <summary>Lists an entry that is not there.</summary>
    public void List(string path) => AddAgain(path, [], 0);

    public byte[] Finish()
    {
        var start = (uint)_file.Length;
        _directory.ForEach(entry => _file.Write(entry));
        var count = Little(StatedEntries ?? (ushort)_directory.Count);
        _file.Write([.. "PK\u0005\u0006"u8, 0, 0, 0, 0, .. count, .. count, .. Little((uint)_file.Length - start), .. Little(start), .. Little((ushort)Comment.Length), .. Comment]);
        return _file.ToArray();
    }

    public static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>Flags, method, time, date, check sum and sizes, which stand in both headers of an entry.</summary>
    private static byte[] Fields(byte[] content, byte[] packed, uint statedSize, bool encrypted) =>
        [(byte)(encrypted ? 1 : 0), 8, 8, 0, 0, 0, 0x21, 0, .. Little(Crc32.HashToUInt32(content)), .. Little((uint)packed.Length), .. Little(statedSize)];

    private static byte[] Entry(string path, byte[] fields, int at) =>
        [.. "PK\u0001\u0002"u8, 20, 0, 20, 0, .. fields, .. Little((ushort)path.Length), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. Little((uint)at), .. Encoding.UTF8.GetBytes(path)];

    private static byte[] Little(ushort number) => [(byte)number, (byte)(number >> 8)];

    private static byte[] Little(uint number) => BitConverter.GetBytes(number);
}
