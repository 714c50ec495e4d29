using System.IO.Compression;

namespace Intake.Extract.Containers;

/// <summary>Reads the documents in one archive, in the archive's order.</summary>
/// <param name="limits">How much is read.</param>
/// <param name="read">Reads one document in it, whatever its kind but for containers.</param>
internal sealed class ZipReader(ExtractLimits limits, ReadInner read)
{
    /// <summary>What systems leave in archives and nobody means to send.</summary>
    private static readonly string[] Debris = [".DS_Store", "Thumbs.db", "desktop.ini"];

    public async Task<ReadText> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        using var zip = BoundedZip.Open(bytes, limits);
        var joiner = new Joiner(limits);
        var documents = zip.Entries.Where(IsDocument).ToList();
        if (documents.Count == 0)
        {
            throw new UnreadableException("This archive holds no documents; it is kept as received.");
        }

        foreach (var (index, entry) in documents.Index())
        {
            ct.ThrowIfCancellationRequested();
            var name = Joiner.Shown(entry.FullName);
            if (entry.IsEncrypted)
            {
                joiner.Tell($"{name}: it is protected with a password and could not be read.");
                continue;
            }

            try
            {
                if (await ContentAsync(zip, entry, ct) is { } content)
                {
                    await joiner.AddAsync(content, entry.FullName, "", read, ct);
                }
                else
                {
                    joiner.Tell(FormattableString.Invariant($"{name}: it is larger than {limits.Bytes / 1024 / 1024} MB and could not be read."));
                }
            }
            catch (UnreadableException)
            {
                // The archive as a whole inflates to too much: what is left would only cost time.
                foreach (var rest in documents.Skip(index))
                {
                    joiner.Tell($"{Joiner.Shown(rest.FullName)}: it was not read, since the archive is too large when opened.");
                }

                break;
            }
            catch (Exception e) when (BoundedZip.IsBroken(e))
            {
                joiner.Tell($"{name}: it is damaged and could not be read.");
            }
        }

        return joiner.Finish(DocumentKind.Zip);
    }

    private static bool IsDocument(ZipArchiveEntry entry)
    {
        var path = entry.FullName.Replace('\\', '/');
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Length > 0 && !path.StartsWith("__MACOSX/", StringComparison.OrdinalIgnoreCase) && !path.Contains("/__MACOSX/", StringComparison.OrdinalIgnoreCase)
            && !Debris.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    /// <returns>Null when it is larger than a document may be.</returns>
    private async Task<ReadOnlyMemory<byte>?> ContentAsync(BoundedZip zip, ZipArchiveEntry entry, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        try
        {
            await using var content = zip.Open(entry);
            return await BoundedCopy.CopyAsync(content, buffer, limits.Bytes, ct) ? null : buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        }
        catch (UnreadableException) when (!zip.IsExhausted)
        {
            throw new InvalidDataException();
        }
    }
}
