using System.Buffers;

namespace Intake.Receive.Mail;

/// <summary>Content-Transfer-Encoding (RFC 2045, section 6), decoded forgivingly: what is no code is skipped or kept.</summary>
internal static class TransferEncoding
{
    private static readonly SearchValues<byte> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> content, string? encoding) => encoding switch
    {
        "base64" or "base-64" or "x-base64" => Base64(content.Span),
        "quoted-printable" or "quotedprintable" or "x-quoted-printable" => QuotedPrintable(content.Span, isHeader: false),
        "x-uuencode" or "uuencode" or "uue" or "x-uue" => UuEncoding.Decode(content.Span),
        _ => content,
    };

    /// <summary>
    /// Characters outside the alphabet are skipped. What follows a padding begins anew (some senders encode each line),
    /// but a line that is no code ends it: what comes then is a footer some relay added.
    /// </summary>
    public static byte[] Base64(ReadOnlySpan<byte> content)
    {
        var decoded = new byte[(content.Length * 3L / 4) + 3];
        if (System.Buffers.Text.Base64.DecodeFromUtf8(content, decoded, out _, out var all) == OperationStatus.Done)
        {
            return decoded[..all];
        }

        int written = 0, bits = 0, held = 0;
        var isPadded = false;
        for (var i = 0; i < content.Length; i++)
        {
            var b = content[i];
            var value = b switch
            {
                >= (byte)'A' and <= (byte)'Z' => b - 'A',
                >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
                (byte)'+' => 62,
                (byte)'/' => 63,
                (byte)'=' => -2,
                _ => -1,
            };
            if (value == -2)
            {
                if (!isPadded && IsLastLine(content[(i + 1)..]))
                {
                    break;
                }

                (bits, held, isPadded) = (0, 0, true);
            }
            else if (value >= 0)
            {
                bits = ((bits << 6) | value) & 0xFFFF;
                held += 6;
                isPadded = false;
                if (held >= 8)
                {
                    held -= 8;
                    decoded[written++] = (byte)(bits >> held);
                }
            }
        }

        return decoded[..written];
    }

    /// <summary>Whether this is no base64: words are told by the blanks between them.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> content)
    {
        const int shortest = 20, longest = 200;
        var line = content.TrimStart("\r\n"u8);
        line = line[..Math.Min(line.Length, longest)];
        line = line.IndexOf((byte)'\n') is var end and >= 0 ? line[..end].TrimEnd((byte)'\r') : line;
        var others = 0;
        foreach (var b in line)
        {
            others += Alphabet.Contains(b) ? 0 : 1;
        }

        return line.Length >= shortest && others * 8 > line.Length;
    }

    private static bool IsLastLine(ReadOnlySpan<byte> rest)
    {
        const int longest = 80;
        rest = rest[..Math.Min(rest.Length, longest)].TrimStart("= \t\r"u8);
        if (!rest.StartsWith("\n"u8))
        {
            return false;
        }

        var next = rest[1..].TrimEnd("\r\n"u8);
        var end = next.IndexOfAny((byte)'\r', (byte)'\n');
        next = end < 0 ? next : next[..end];
        return next.IsEmpty || next.ContainsAnyExcept(Alphabet);
    }

    /// <param name="content">The encoded text.</param>
    /// <param name="isHeader">In an encoded word an underscore is a blank (RFC 2047, section 4.2).</param>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> content, bool isHeader)
    {
        var decoded = new byte[content.Length];
        var written = 0;
        for (var i = 0; i < content.Length; i++)
        {
            var b = content[i];
            if (b != '=')
            {
                decoded[written++] = isHeader && b == '_' ? (byte)' ' : b;
            }
            else if (i + 2 < content.Length && Hex(content[i + 1]) is var high and >= 0 && Hex(content[i + 2]) is var low and >= 0)
            {
                decoded[written++] = (byte)((high << 4) | low);
                i += 2;
            }
            else if (SoftBreak(content[(i + 1)..]) is var length and >= 0)
            {
                i += length;
            }
            else
            {
                decoded[written++] = b;
            }
        }

        return decoded[..written];
    }

    /// <summary>Length of the line end after an equals sign, blanks before it included; -1 when there is none.</summary>
    private static int SoftBreak(ReadOnlySpan<byte> rest)
    {
        const int longest = 80;
        var at = rest[..Math.Min(rest.Length, longest)].IndexOfAnyExcept((byte)' ', (byte)'\t');
        return at < 0 ? (rest.Length < longest ? rest.Length : -1)
            : rest[at] == '\n' ? at + 1
            : rest[at] == '\r' ? at + (at + 1 < rest.Length && rest[at + 1] == '\n' ? 2 : 1)
            : -1;
    }

    internal static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };
}
