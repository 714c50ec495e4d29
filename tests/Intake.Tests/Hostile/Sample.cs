using System.Text;
using Intake.Tests.Extract;

namespace Intake.Tests.Hostile;

/// <summary>
/// A valid document to be made worse. Of an archive, a part can be mutated and packed again, so that the damage reaches
/// the reader of that part and does not end at the archive's check sums.
/// </summary>
/// <param name="Name">File name, a hint to the reader.</param>
/// <param name="Parts">The archive's entries; one without a path when the document is no archive.</param>
internal sealed record Sample(string Name, IReadOnlyList<(string Path, byte[] Content)> Parts)
{
    private bool IsArchive => Parts[0].Path.Length > 0;

    public static Sample Flat(string name, byte[] content) => new(name, [("", content)]);

    public static Sample Flat(string name, string content) => Flat(name, Encoding.UTF8.GetBytes(content));

    public static Sample Archive(string name, params (string Path, string Content)[] parts) =>
        new(name, [.. parts.Select(part => (part.Path, Encoding.UTF8.GetBytes(part.Content)))]);

    public byte[] Whole() => IsArchive ? Reading.Zip(Parts) : Parts[0].Content;

    /// <summary>The document with the part of that number (modulo their count; the last is the archive itself) changed.</summary>
    public byte[] With(int part, Func<byte[], byte[]> change)
    {
        var chosen = part % (IsArchive ? Parts.Count + 1 : 1);
        return !IsArchive || chosen == Parts.Count
            ? change(Whole())
            : Reading.Zip(Parts.Select((each, i) => i == chosen ? (each.Path, change(each.Content)) : each));
    }

    public override string ToString() => Name;
}
