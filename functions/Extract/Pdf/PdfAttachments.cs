using System.Globalization;
using System.Text;
using Intake.Extract.Converters;

namespace Intake.Extract.Pdf;

/// <summary>Files within a PDF: they are not read, and it is said.</summary>
internal static class PdfAttachments
{
    private const int Named = 5;

    /// <returns>A sentence, or null when there are none.</returns>
    public static async Task<string?> ListAsync(ReadOnlyMemory<byte> pdf, WorkFolder folder, ConverterRunner converters, CancellationToken ct)
    {
        // The dictionary of a stream is never compressed or encrypted itself.
        if (pdf.Span.IndexOf("/EmbeddedFile"u8) < 0)
        {
            return null;
        }

        var list = await converters.RunAsync(Converter.PdfDetach, folder, ["-list", WorkFolder.Input], ct);
        var names = Encoding.UTF8.GetString(list.Output.Span).Split('\n')
            .Select(line => line.Split(": ", 2))
            .Where(parts => parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(parts => Characters.Beginning(PdfText.Clean(parts[1]), 100)).ToList();
        return names.Count == 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"Files inside this PDF were not read ({names.Count}: {string.Join(", ", names.Take(Named))}{(names.Count > Named ? ", …" : "")}). Please send them on their own.");
    }
}
