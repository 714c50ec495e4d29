using System.Text;
using Intake.Extract.Charsets;

namespace Intake.Receive.Mail;

/// <summary>The bytes of a message as the parser expects them: lines that end with LF or CR LF, the header first.</summary>
internal static class RawMessage
{
    private static readonly string[] First = ["Received", "Return-Path", "Delivered-To", "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"];

    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            // Saved by an editor: no mail program writes a header in UTF-16.
            bytes = Encoding.UTF8.GetBytes(Charset.Decode(span).Text);
        }
        else if (span is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
        }

        span = bytes.Span;
        if (span.IndexOf((byte)'\n') < 0 && span.IndexOf((byte)'\r') >= 0)
        {
            // As Mac OS ended lines before 2001.
            var lines = bytes.ToArray();
            lines.AsSpan().Replace((byte)'\r', (byte)'\n');
            bytes = lines;
        }

        return WithoutEmptyLines(bytes);
    }

    /// <summary>Empty lines in front of a header, which some relay or editor put there, do not make it a body.</summary>
    private static ReadOnlyMemory<byte> WithoutEmptyLines(ReadOnlyMemory<byte> bytes)
    {
        var trimmed = bytes.Span.TrimStart("\r\n"u8);
        if (trimmed.Length == bytes.Length)
        {
            return bytes;
        }

        var colon = trimmed[..Math.Min(trimmed.Length, 20)].IndexOf((byte)':');
        var isHeader = colon > 0 && First.Contains(Encoding.Latin1.GetString(trimmed[..colon]).TrimEnd(), StringComparer.OrdinalIgnoreCase);
        return isHeader ? bytes[(bytes.Length - trimmed.Length)..] : bytes;
    }
}
