using System.Text;

namespace Intake.Receive.Mail;

/// <summary>uuencode, as some old programs send files: the lines between "begin" and "end".</summary>
internal static class UuEncoding
{
    /// <summary>A file written into a text.</summary>
    /// <param name="Name">As given.</param>
    /// <param name="Lines">From the line "begin" up to and including the line "end".</param>
    /// <param name="Content">Decoded.</param>
    public sealed record File(string Name, Range Lines, byte[] Content);

    public static byte[] Decode(ReadOnlySpan<byte> content)
    {
        using var decoded = new MemoryStream();
        var begun = false;
        foreach (var range in content.Split((byte)'\n'))
        {
            var line = content[range].TrimEnd((byte)'\r');
            if (!begun)
            {
                begun = line.StartsWith("begin "u8);
            }
            else if (line.SequenceEqual("end"u8))
            {
                break;
            }
            else if (line.Length > 1)
            {
                Line(line, decoded);
            }
        }

        return decoded.ToArray();
    }

    /// <summary>The files written into a text, whose lines end with <c>\n</c>. A sentence that begins with "begin" is none.</summary>
    public static List<File> Find(string text, int most)
    {
        var files = new List<File>();
        for (var at = Begin(text, 0); at >= 0 && files.Count < most;)
        {
            var lineEnd = LineEnd(text, at);
            var end = lineEnd < text.Length && NameIn(text.AsSpan(at..lineEnd)) is not null ? End(text, lineEnd + 1) : -1;
            if (end >= 0)
            {
                files.Add(new(NameIn(text.AsSpan(at..lineEnd))!, at..end, Decode(Encoding.Latin1.GetBytes(text[at..end]))));
            }

            at = Begin(text, end < 0 ? lineEnd : end);
        }

        return files;
    }

    private static int Begin(string text, int from)
    {
        if (from == 0 && text.StartsWith("begin ", StringComparison.Ordinal))
        {
            return 0;
        }

        var found = text.IndexOf("\nbegin ", from, StringComparison.Ordinal);
        return found < 0 ? -1 : found + 1;
    }

    private static int LineEnd(string text, int at) => text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;

    /// <summary><c>begin 644 name</c>: the mode of the file in octal, then its name.</summary>
    private static string? NameIn(ReadOnlySpan<char> line)
    {
        var rest = line["begin ".Length..].TrimStart();
        var mode = rest.IndexOfAnyExceptInRange('0', '7');
        return mode is 3 or 4 && rest[mode] == ' ' && rest[mode..].Trim() is { IsEmpty: false } name ? name.ToString() : null;
    }

    /// <summary>Where the file ends: after its line "end", or its last line when that is missing; -1 when it is no file.</summary>
    private static int End(string text, int at)
    {
        var (begun, lastLine) = (at, -1);
        while (at < text.Length)
        {
            var lineEnd = LineEnd(text, at);
            var line = text.AsSpan(at..lineEnd).TrimEnd();
            if (line is "end")
            {
                return lineEnd;
            }

            // The first character counts the bytes; programs drop blanks at the end, or add a character that checks.
            var bytes = line.IsEmpty ? 0 : (line[0] - ' ') & 63;
            var isCode = line.IndexOfAnyExceptInRange(' ', '`') < 0 && line.Length <= (((bytes + 2) / 3) * 4) + 2;
            if (!isCode)
            {
                break;
            }

            lastLine = line.Length > 1 ? lineEnd : lastLine;
            at = lineEnd + 1;
        }

        return lastLine > begun + 60 ? lastLine : -1;
    }

    /// <summary>The first character counts the bytes; each four characters are three bytes.</summary>
    private static void Line(ReadOnlySpan<byte> line, MemoryStream decoded)
    {
        var left = (line[0] - ' ') & 63;
        for (var i = 1; i < line.Length && left > 0; i += 4)
        {
            var bits = 0;
            for (var j = 0; j < 4; j++)
            {
                bits = (bits << 6) | (i + j < line.Length ? (line[i + j] - ' ') & 63 : 0);
            }

            for (var shift = 16; shift >= 0 && left > 0; shift -= 8, left--)
            {
                decoded.WriteByte((byte)(bits >> shift));
            }
        }
    }
}
