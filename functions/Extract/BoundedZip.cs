using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

namespace Intake.Extract;

/// <summary>
/// A zip archive from outside: the number of entries is checked before they are listed, and what is inflated is counted
/// as it comes out, because the sizes that an archive states may be lies.
/// </summary>
internal sealed class BoundedZip : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly ExtractLimits _limits;
    private readonly long _received;
    private long _inflated;

    private BoundedZip(ZipArchive archive, ExtractLimits limits, long received) => (_archive, _limits, _received) = (archive, limits, received);

    /// <exception cref="UnreadableException">It is broken, or has too many entries.</exception>
    public static BoundedZip Open(ReadOnlyMemory<byte> bytes, ExtractLimits limits)
    {
        if (StatedEntries(bytes.Span) > limits.ZipEntries)
        {
            throw new UnreadableException("This compressed document holds too many files and could not be read; it is kept as received.");
        }

        try
        {
            MemoryMarshal.TryGetArray(bytes, out var array);
            var archive = new ZipArchive(new MemoryStream(array.Array!, array.Offset, array.Count, writable: false), ZipArchiveMode.Read, leaveOpen: false, ZipNames.Instance);
            _ = archive.Entries;
            return new(archive, limits, bytes.Length);
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw Broken();
        }
    }

    /// <summary>What a damaged or encrypted archive makes the framework throw, while opening and while inflating.</summary>
    public static bool IsBroken(Exception e) =>
        e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException;

    public static UnreadableException Broken() => new("This document is damaged or protected and could not be read; it is kept as received.");

    /// <summary>More came out than is allowed: nothing more will.</summary>
    public bool IsExhausted { get; private set; }

    public bool Has(string path) => Entry(path) is not null;

    /// <summary>In the archive's order.</summary>
    public IReadOnlyList<ZipArchiveEntry> Entries => _archive.Entries;

    public IEnumerable<string> Paths => _archive.Entries.Select(entry => entry.FullName);

    /// <summary>The entry's content; null when there is no such entry.</summary>
    public Stream? OpenEntry(string path) => Entry(path) is { } entry ? Open(entry) : null;

    public Stream Open(ZipArchiveEntry entry)
    {
        try
        {
            return new WatchedStream(entry.Open(), bytes => Count(bytes.Length));
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw Broken();
        }
    }

    /// <summary>An XML entry, read as <see cref="BoundedXml"/> does.</summary>
    public XmlReader? OpenXml(string path) => OpenEntry(path) is { } stream ? BoundedXml.Over(stream, _limits) : null;

    public void Dispose() => _archive.Dispose();

    private ZipArchiveEntry? Entry(string path) => _archive.GetEntry(path)
        ?? _archive.Entries.FirstOrDefault(entry => string.Equals(entry.FullName.Replace('\\', '/').TrimStart('/'), path, StringComparison.OrdinalIgnoreCase));

    private void Count(int bytes)
    {
        const long ratioCountsFrom = 4 * 1024 * 1024;
        _inflated += bytes;
        if (_inflated > _limits.InflatedBytes || (_inflated > ratioCountsFrom && _inflated / Math.Max(1, _received) > _limits.InflationRatio))
        {
            IsExhausted = true;
            throw new UnreadableException("This compressed document is too large when opened and could not be read; it is kept as received.");
        }
    }

    /// <summary>
    /// The number of entries that the end of the archive states, in the zip64 record if there is one. The framework
    /// refuses an archive that holds another number, but only after it has listed them.
    /// </summary>
    private static long StatedEntries(ReadOnlySpan<byte> bytes)
    {
        const int endLength = 22, locatorLength = 20, zip64Length = 56;
        var tail = bytes[Math.Max(0, bytes.Length - endLength - ushort.MaxValue)..];

        // As the framework looks for it: the last one that can be whole.
        var at = tail.Length < endLength ? -1 : tail[..^(endLength - 4)].LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0)
        {
            return 0;
        }

        long entries = BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 10)..]);
        var locatorAt = bytes.Length - tail.Length + at - locatorLength;
        if (locatorAt >= 0 && bytes[locatorAt..].StartsWith("PK\u0006\u0007"u8)
            && BinaryPrimitives.ReadInt64LittleEndian(bytes[(locatorAt + 8)..]) is var zip64
            && zip64 >= 0 && zip64 <= bytes.Length - zip64Length && bytes[(int)zip64..].StartsWith("PK\u0006\u0006"u8))
        {
            entries = Math.Max(entries, BinaryPrimitives.ReadInt64LittleEndian(bytes[((int)zip64 + 32)..]));
        }

        return entries;
    }
}
