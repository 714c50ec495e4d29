using System.IO.Compression;
using System.Text;

namespace Intake.Publish;

/// <summary>Zip files in which nothing depends on when they were made: the same files, the same bytes.</summary>
internal static class StableZip
{
    /// <summary>The earliest that a zip can say.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(IEnumerable<(string Name, Action<Stream> Write)> files)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (name, write) in files)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = NoTime;
                using var stream = entry.Open();
                write(stream);
            }
        }

        return zip.ToArray();
    }

    /// <summary>The same files by name, the list of content types first, as programs expect it.</summary>
    public static byte[] Rewritten(Stream zip)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        return Of(archive.Entries
            .OrderBy(entry => entry.FullName != "[Content_Types].xml")
            .ThenBy(entry => entry.FullName, StringComparer.Ordinal)
            .Select(entry => (entry.FullName, (Action<Stream>)(target =>
            {
                using var source = entry.Open();
                source.CopyTo(target);
            }))));
    }
}
