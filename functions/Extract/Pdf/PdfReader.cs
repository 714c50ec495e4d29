using Intake.Extract.Converters;

namespace Intake.Extract.Pdf;

/// <summary>Reads PDF documents.</summary>
internal sealed class PdfReader(ExtractLimits limits, ConverterRunner converters)
{
    public Task<ReadText> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _ = (bytes, limits, converters);
        throw new UnreadableException("This PDF document could not be read here yet; it is kept as received.");
    }
}
