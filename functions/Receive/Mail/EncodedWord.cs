using System.Text;
using Intake.Extract.Charsets;

namespace Intake.Receive.Mail;

/// <summary>
/// Encoded words in header fields (RFC 2047). Words that follow each other in one character set are joined before they
/// are decoded, because senders cut them inside a character; what is not understood is left as it stands.
/// </summary>
internal static class EncodedWord
{
    public static string DecodeAll(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        var pending = new Pending(decoded);
        var at = 0;
        while (at < text.Length)
        {
            var start = text.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0)
            {
                break;
            }

            if (Parse(text, start) is not { } word)
            {
                pending.Flush();
                decoded.Append(text, at, start + 2 - at);
                at = start + 2;
                continue;
            }

            // White space between two encoded words only keeps them apart.
            if (!pending.IsEmpty && !text.AsSpan(at..start).IsWhiteSpace())
            {
                pending.Flush();
            }

            if (pending.IsEmpty)
            {
                decoded.Append(text, at, start - at);
            }

            pending.Add(word.Encoding, word.Bytes);
            at = word.End;
        }

        pending.Flush();
        return decoded.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The end of the encoded word that begins here; -1 when none does.</summary>
    public static int EndOf(string text, int start) => text.AsSpan(start).StartsWith("=?") ? Parse(text, start)?.End ?? -1 : -1;

    private static Word? Parse(string text, int start)
    {
        // RFC 2047 allows 75 characters for all of it.
        const int longestCharset = 60, longest = 4096;
        var charsetEnd = text.IndexOf('?', start + 2, Math.Min(longestCharset, text.Length - start - 2));
        if (charsetEnd < 0 || charsetEnd + 3 > text.Length || text[charsetEnd + 2] != '?')
        {
            return null;
        }

        var end = text.IndexOf("?=", charsetEnd + 3, Math.Min(longest, text.Length - charsetEnd - 3), StringComparison.Ordinal);

        // RFC 2231 adds the language after an asterisk.
        if (end < 0 || Charset.Named(text[(start + 2)..charsetEnd].Split('*')[0]) is not { } encoding)
        {
            return null;
        }

        var content = Encoding.Latin1.GetBytes(text[(charsetEnd + 3)..end]);
        byte[]? bytes = text[charsetEnd + 1] switch
        {
            'B' or 'b' => TransferEncoding.Base64(content),
            'Q' or 'q' => TransferEncoding.QuotedPrintable(content, isHeader: true),
            _ => null,
        };
        return bytes is null ? null : new(encoding, bytes, end + 2);
    }

    private sealed record Word(Encoding Encoding, byte[] Bytes, int End);

    /// <summary>Bytes of words not decoded yet, because the next word may go on with them.</summary>
    private sealed class Pending(StringBuilder decoded)
    {
        private readonly List<byte> _bytes = [];
        private Encoding? _encoding;

        public bool IsEmpty => _encoding is null;

        public void Add(Encoding encoding, byte[] bytes)
        {
            if (_encoding is not null && _encoding.CodePage != encoding.CodePage)
            {
                Flush();
            }

            _encoding = encoding;
            _bytes.AddRange(bytes);
        }

        public void Flush()
        {
            if (_encoding is null)
            {
                return;
            }

            var lenient = (Encoding)_encoding.Clone();
            lenient.DecoderFallback = new DecoderReplacementFallback("\ufffd");
            decoded.Append(lenient.GetString([.. _bytes]));
            _encoding = null;
            _bytes.Clear();
        }
    }
}
