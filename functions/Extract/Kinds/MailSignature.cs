using System.Text;
using Intake.Receive.Mail;

namespace Intake.Extract.Kinds;

/// <summary>
/// Tells a mail message from a text that only looks like one. People begin letters with "To:" and "Date:" as well; what
/// they do not type is the fields that mail programs write, or a date with time and zone.
/// </summary>
internal static class MailSignature
{
    /// <summary>Bytes of the header looked at.</summary>
    private const int Most = 64 * 1024;

    private static readonly HashSet<string> Ordinary = new(StringComparer.OrdinalIgnoreCase) { "From", "To", "Subject", "Date", "Cc", "Reply-To", "Sender" };

    /// <summary>No person types these.</summary>
    private static readonly HashSet<string> Technical = new(StringComparer.OrdinalIgnoreCase)
    {
        "Received", "Message-ID", "MIME-Version", "Return-Path", "Delivered-To", "DKIM-Signature", "Content-Transfer-Encoding", "X-Mailer",
        "In-Reply-To", "References", "X-Original-To", "Envelope-To", "Authentication-Results", "ARC-Seal", "User-Agent", "X-Received", "Content-Type",
    };

    /// <param name="bytes">A document that could be text.</param>
    /// <param name="isNamed">Its name or type says that it is a message.</param>
    public static bool Fits(ReadOnlySpan<byte> bytes, bool isNamed)
    {
        var isCut = bytes.Length > Most;
        bytes = bytes[..Math.Min(bytes.Length, Most)];
        bytes = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        bytes = bytes.TrimStart("\r\n"u8);

        // The line that divides messages in a mailbox: "From sender Thu Mar  5 10:00:00 2026".
        var envelope = bytes.StartsWith("From "u8) && Line(bytes).Contains((byte)':');
        int ordinary = 0, technical = 0, fields = envelope ? 1 : 0, broken = 0;
        var (from, date, ended) = (false, false, false);
        bytes = envelope ? bytes[Next(bytes)..] : bytes;
        for (; bytes.Length > 0; bytes = bytes[Next(bytes)..])
        {
            var line = Line(bytes);
            if (line.TrimEnd((byte)'\r').IsEmpty)
            {
                ended = true;
                break;
            }

            if (line[0] is (byte)' ' or (byte)'\t' && fields > 0)
            {
                continue;
            }

            if (Name(line) is not { } name)
            {
                broken++;
                if (fields == 0 || broken > 2)
                {
                    break;
                }

                continue;
            }

            fields++;
            ordinary += Ordinary.Contains(name) ? 1 : 0;
            technical += Technical.Contains(name) ? 1 : 0;
            from |= name.Equals("From", StringComparison.OrdinalIgnoreCase) && line.Contains((byte)'@');
            date |= name.Equals("Date", StringComparison.OrdinalIgnoreCase) && IsDate(line[5..]);
        }

        ended |= bytes.IsEmpty;
        var isKnown = technical >= 2 || (technical >= 1 && ordinary >= 1) || (from && date) || (envelope && ordinary + technical >= 1)
            || (isNamed && ordinary + technical >= 1);
        return isKnown && ((ended && broken == 0) || technical >= 2 || (isNamed && ended) || (isCut && broken == 0));
    }

    private static bool IsDate(ReadOnlySpan<byte> value)
    {
        const int longest = 200;
        return value.Length < longest && value.Contains((byte)':') && MailDate.Parse(Encoding.Latin1.GetString(value).Trim()) is not null;
    }

    /// <summary>The field's name (RFC 5322, section 3.6.8); null when the line begins no field.</summary>
    private static string? Name(ReadOnlySpan<byte> line)
    {
        const int longest = 77;
        var colon = line.IndexOf((byte)':');
        if (colon is <= 0 or > longest)
        {
            return null;
        }

        var name = line[..colon].TrimEnd(" \t"u8);
        return name.IsEmpty || name.ContainsAnyExceptInRange((byte)'!', (byte)'~') ? null : Encoding.ASCII.GetString(name);
    }

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> bytes) => bytes.IndexOfAny((byte)'\n', (byte)'\r') is var end and >= 0 ? bytes[..end] : bytes;

    private static int Next(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
        return end < 0 ? bytes.Length : end + (bytes[end..].StartsWith("\r\n"u8) ? 2 : 1);
    }
}
