namespace Intake.Local.CommandLine.Analysis;

/// <summary>How long a file of lines is, so that a progress bar knows its end.</summary>
internal static class LineCount
{
    public static (int Lines, long Bytes) Of(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0, FileOptions.SequentialScan);
        var buffer = new byte[1 << 20];
        var (lines, bytes, last) = (0, 0L, (byte)'\n');
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
            bytes += read;
            last = buffer[read - 1];
        }

        return (lines + (last == '\n' ? 0 : 1), bytes);
    }
}
