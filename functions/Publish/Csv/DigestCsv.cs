using System.Text;
using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>The digest as tables for a spreadsheet or a program, in one zip, with a key to every column.</summary>
public sealed class DigestCsv : IDigestFormat
{
    public string Name => "CSV";

    public string Extension => "zip";

    public string ContentType => "application/zip";

    public bool IsDownload => true;

    public Task<byte[]> RenderAsync(Digest digest, Uri? site, CancellationToken cancellation)
    {
        IReadOnlyList<CsvFile> files = [.. CsvFiles.Of(digest, new DigestLinks(digest, site))];
        return Task.FromResult(StableZip.Of(files.Append(CsvFiles.Key(files)).Select(file => (file.Name, (Action<Stream>)(stream => Write(file, stream))))));
    }

    /// <summary>UTF-8 with its mark, without which spreadsheets take it for something else.</summary>
    private static void Write(CsvFile file, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        CsvText.Row(writer, file.Columns.Select(column => column.Name));
        foreach (var row in file.Rows)
            CsvText.Row(writer, row);
    }
}
