namespace Intake.Extract.OpenDocument;

/// <summary>Reads OpenDocument documents.</summary>
internal sealed class OdtReader(ExtractLimits limits)
{
    public ReadText Read(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _ = (bytes, limits);
        throw new UnreadableException("This OpenDocument document could not be read here yet; it is kept as received.");
    }
}
