namespace Intake.Extract.Containers;

/// <summary>Reads the documents in one message.</summary>
/// <param name="limits">How much is read.</param>
/// <param name="read">Reads one document in it, whatever its kind but for containers.</param>
internal sealed class MailFileReader(ExtractLimits limits, ReadInner read)
{
    public Task<ReadText> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _ = (bytes, limits, read);
        throw new UnreadableException("This message could not be read here yet; it is kept as received.");
    }
}
