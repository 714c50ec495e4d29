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

    private delegate void Passing(ReadOnlySpan<byte> bytes);

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

    public Stream Open(ZipArchiveEntry entry) => Open(entry, Count);

    private static CountedStream Open(ZipArchiveEntry entry, Passing passing)
    {
        try
        {
            return new(entry.Open(), passing);
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw Broken();
        }
    }

    /// <summary>
    /// An XML entry, without DTD, entities or anything outside it. What the framework's reader holds in memory is limited
    /// too: the attributes of one element, the names of all, and how many are open.
    /// </summary>
    public XmlReader? OpenXml(string path)
    {
        if (Entry(path) is not { } entry)
        {
            return null;
        }

        var tags = new TagMeter(_limits);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
            NameTable = new BoundedNameTable(_limits.XmlNames),
        };
        var stream = Open(entry, bytes =>
        {
            Count(bytes);
            tags.Pass(bytes);
        });
        return new BoundedXmlReader(XmlReader.Create(stream, settings), _limits.Depth);
    }

    public void Dispose() => _archive.Dispose();

    private ZipArchiveEntry? Entry(string path) => _archive.GetEntry(path)
        ?? _archive.Entries.FirstOrDefault(entry => string.Equals(entry.FullName.Replace('\\', '/').TrimStart('/'), path, StringComparison.OrdinalIgnoreCase));

    private void Count(ReadOnlySpan<byte> bytes)
    {
        const long ratioCountsFrom = 4 * 1024 * 1024;
        _inflated += bytes.Length;
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

    /// <summary>Reports every byte read before it is handed on.</summary>
    private sealed class CountedStream(Stream inner, Passing passing) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            passing(buffer[..read]);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
