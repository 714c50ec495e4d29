namespace Intake.Extract;

/// <summary>
/// How much of a document is read. Reaching a limit never fails the contribution: what was read until then is kept, and
/// <see cref="ReadText.Problem"/> says so. Section <c>Extract</c> of the configuration.
/// </summary>
public sealed record ExtractLimits
{
    public const string Section = "Extract";

    /// <summary>Bytes of one document as received; of a longer text the beginning is read. Default 50 MiB.</summary>
    public int Bytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Bytes that one compressed document may inflate to, counted while inflating. Default 100 MiB.</summary>
    public long InflatedBytes { get; init; } = 100 * 1024 * 1024;

    /// <summary>
    /// Inflated bytes per byte received. Deflate reaches 1,032; office documents stay below 50. Counted once 4 MiB are
    /// inflated, so that a short repetitive letter passes. Default 200.
    /// </summary>
    public int InflationRatio { get; init; } = 200;

    /// <summary>Files in one compressed document. Default 5,000.</summary>
    public int ZipEntries { get; init; } = 5_000;

    /// <summary>Documents read in one archive or message; the others are named and kept. Default 100.</summary>
    public int InnerDocuments { get; init; } = 100;

    /// <summary>UTF-16 units of text kept from one document, about 1,500 pages. Default 5,000,000.</summary>
    public int Characters { get; init; } = 5_000_000;

    /// <summary>Passages of one document. Default 50,000.</summary>
    public int Blocks { get; init; } = 50_000;

    /// <summary>UTF-16 units of one passage; a longer one is divided, at the end of a sentence if possible. Default 10,000.</summary>
    public int BlockCharacters { get; init; } = 10_000;

    /// <summary>Elements open at the same time in XML and HTML, groups in RTF; browsers stop at 512. Default 256.</summary>
    public int Depth { get; init; } = 256;

    /// <summary>Bytes of one tag in a compressed document; drawings carry some megabytes in an attribute. Default 16 MiB.</summary>
    public int XmlTagBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Attributes of one element in a compressed document; the framework's time is quadratic in them. Default 2,000.</summary>
    public int XmlAttributes { get; init; } = 2_000;

    /// <summary>Different names in one XML part of a compressed document; they stay in memory. Default 20,000.</summary>
    public int XmlNames { get; init; } = 20_000;

    /// <summary>
    /// UTF-16 units of Markdown that are parsed as such; a longer text is read as plain text, because the parser's time is
    /// quadratic in some brackets. Default 500,000.
    /// </summary>
    public int MarkdownCharacters { get; init; } = 500_000;

    /// <summary>Seconds that an external converter may take for one document, of the clock and of the processor. Default 60.</summary>
    public int ConverterSeconds { get; init; } = 60;

    /// <summary>Mebibytes of address space that an external converter gets, where <c>prlimit</c> is installed. Default 1,024.</summary>
    public int ConverterMegabytes { get; init; } = 1024;

    /// <summary>Bytes that an external converter may write. Default 64 MiB.</summary>
    public int ConverterBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>External converters that run at the same time, for all documents together. Default 4.</summary>
    public int ConverterProcesses { get; init; } = 4;

    /// <summary>Pages of one PDF that are read. Default 2,000.</summary>
    public int PdfPages { get; init; } = 2_000;
}
