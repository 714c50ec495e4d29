using System.Globalization;
using System.Security.Cryptography;

namespace Intake.Storage;

/// <summary>Reads through to another stream, counts and, if asked to, hashes what passes, and stops at a limit.</summary>
public sealed class MeasuredStream(Stream inner, long maxBytes, bool hash = false) : Stream
{
    private readonly IncrementalHash? _hash = !hash ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Count; set => throw new NotSupportedException(); }

    /// <summary>Lower-case hex of what has passed.</summary>
    public string Sha256() =>
        Convert.ToHexStringLower((_hash ?? throw new InvalidOperationException("Nothing was hashed.")).GetCurrentHash());

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return Pass(buffer.Span, read);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        Pass(buffer.AsSpan(offset, count), inner.Read(buffer, offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash?.Dispose();
        base.Dispose(disposing);
    }

    private int Pass(Span<byte> buffer, int read)
    {
        Count += read;
        if (Count > maxBytes)
            throw new LimitExceededException(maxBytes);
        _hash?.AppendData(buffer[..read]);
        return read;
    }
}

/// <summary>More bytes came than are allowed.</summary>
public sealed class LimitExceededException(long maxBytes)
    : IOException(string.Create(CultureInfo.InvariantCulture, $"More than {maxBytes:N0} bytes."))
{
    /// <summary>Bytes allowed.</summary>
    public long MaxBytes { get; } = maxBytes;
}
