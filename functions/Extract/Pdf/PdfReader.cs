using System.Globalization;
using System.Text;
using Intake.Extract.Converters;

namespace Intake.Extract.Pdf;

/// <summary>
/// Reads PDF documents with pdftotext, twice: for the text, and for the places of its words, which tell paragraphs, running
/// heads and footnotes. Scripts in the document are not run: the converter cannot.
/// </summary>
internal sealed class PdfReader(ExtractLimits limits, ConverterRunner converters)
{
    public async Task<ReadText> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        using var folder = await WorkFolder.CreateAsync(bytes, ct);
        var text = await ConvertAsync(folder, [], ct);
        var problem = Problem(text);
        var all = Pages(text.Output);
        if (all.TrueForAll(string.IsNullOrWhiteSpace))
        {
            throw new UnreadableException(problem ?? "This PDF holds no text that could be read; it may be a scan. It is kept as received.");
        }

        var places = PdfLayout.Read((await ConvertAsync(folder, ["-tsv"], ct)).Output);
        var pages = all.Take(limits.PdfPages).Select((page, index) => PageAligner.Align(page, places.GetValueOrDefault(index + 1))).ToList();
        if (all.Count > pages.Count)
        {
            problem ??= string.Create(CultureInfo.InvariantCulture, $"The document is very long; only the first {limits.PdfPages:N0} pages were read.");
        }

        var attached = await PdfAttachments.ListAsync(bytes, folder, converters, ct);
        return new PdfWriter(limits).Write(pages, problem ?? attached);
    }

    private Task<ConverterResult> ConvertAsync(WorkFolder folder, IEnumerable<string> options, CancellationToken ct) =>
        converters.RunAsync(
            Converter.PdfToText, folder,
            [.. options, "-enc", "UTF-8", "-eol", "unix", "-l", (limits.PdfPages + 1L).ToString(CultureInfo.InvariantCulture), WorkFolder.Input, "-"], ct);

    /// <summary>Each page ends with a form feed; one that was cut off does not.</summary>
    private static List<string> Pages(ReadOnlyMemory<byte> output)
    {
        var pages = Encoding.UTF8.GetString(output.Span).Split('\f').ToList();
        if (string.IsNullOrWhiteSpace(pages[^1]))
        {
            pages.RemoveAt(pages.Count - 1);
        }

        return pages;
    }

    private static string? Problem(ConverterResult text) => text.End switch
    {
        ConverterEnd.Done => null,
        ConverterEnd.Missing => Converter.PdfToText.MissingSentence,
        ConverterEnd.Failed when text.Errors.Contains("ncorrect password", StringComparison.Ordinal) || text.Errors.Contains("nsupported version of standard security handler", StringComparison.Ordinal)
            || text.Errors.Contains("security handler", StringComparison.Ordinal) =>
            "This PDF is protected with a password and could not be read; it is kept as received.",
        ConverterEnd.Failed => text.Output.IsEmpty
            ? "This PDF is damaged and could not be read; it is kept as received."
            : "This PDF is damaged; what could be read of it was.",
        ConverterEnd.TimeLimit => text.Output.IsEmpty
            ? "Reading this PDF took too long; it is kept as received."
            : "Reading this PDF took too long; only its beginning was read.",
        _ => "The document is very long; only its beginning was read.",
    };
}
