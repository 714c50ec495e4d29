namespace Intake.Receive.Mail;

/// <summary>uuencode, as some old programs send files: the lines between "begin" and "end".</summary>
internal static class UuEncoding
{
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
