using System.IO.Compression;
using System.Text;

namespace Intake.Tests.Publish;

/// <summary>Reads the zip of tables back, as a spreadsheet would (RFC 4180).</summary>
internal static class CsvReader
{
    /// <summary>Rows by column, by file.</summary>
    public static Dictionary<string, List<Dictionary<string, string>>> Read(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            var bytes = copy.ToArray();
            Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
            var rows = Rows(Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3));
            return rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second)).ToList();
        });
    }

    private static List<List<string>> Rows(string text)
    {
        var (rows, row, cell, isQuoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '"' && isQuoted && at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[at++]);
            else if (c == '"')
                isQuoted = !isQuoted;
            else if (isQuoted || c is not (',' or '\r' or '\n'))
                cell.Append(c);
            else if (c != '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
        }

        Assert.All(rows, each => Assert.Equal(rows[0].Count, each.Count));
        return rows;
    }
}
