namespace Intake.Extract.Containers;

/// <summary>Reads the documents in one archive.</summary>
/// <param name="limits">How much is read.</param>
/// <param name="read">Reads one document in it, whatever its kind but for containers.</param>
internal sealed class ZipReader(ExtractLimits limits, ReadInner read)
{
    public Task<ReadText> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _ = (bytes, limits, read);
        throw new UnreadableException("This archive could not be read here yet; it is kept as received.");
    }
}
