namespace Intake.Extract.Rtf;

/// <summary>Reads RTF documents.</summary>
internal sealed class RtfReader(ExtractLimits limits)
{
    public ReadText Read(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _ = (bytes, limits);
        throw new UnreadableException("This RTF document could not be read here yet; it is kept as received.");
    }
}
