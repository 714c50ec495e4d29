using Intake.Extract.Converters;

namespace Intake.Extract.Word;

/// <summary>Reads Word 97 documents.</summary>
internal sealed class DocReader(ExtractLimits limits, ConverterRunner converters)
{
    public Task<ReadText> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _ = (bytes, limits, converters);
        throw new UnreadableException("This Word 97 document could not be read here yet; it is kept as received.");
    }
}
