namespace Intake.Extract.Converters;

/// <summary>How a converter's run ended, and what it had written by then.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Output">What it wrote to standard output, up to the limit.</param>
/// <param name="Errors">The beginning of what it wrote to standard error.</param>
internal sealed record ConverterResult(ConverterEnd End, ReadOnlyMemory<byte> Output, string Errors);

internal enum ConverterEnd
{
    /// <summary>It ran to its end and reported success.</summary>
    Done,

    /// <summary>It is not installed.</summary>
    Missing,

    /// <summary>It reported failure, or was ended by a signal: a fault of its own, or the memory limit.</summary>
    Failed,

    /// <summary>It was killed because it took too long.</summary>
    TimeLimit,

    /// <summary>It was killed because it wrote too much.</summary>
    OutputLimit,
}
