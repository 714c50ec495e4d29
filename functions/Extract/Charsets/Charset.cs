using System.Buffers;
using System.Text;

namespace Intake.Extract.Charsets;

/// <summary>
/// Bytes to text. A byte order mark wins; then what is declared, if it decodes cleanly; then UTF-8; then UTF-16 without a
/// mark, told by its zero bytes; else windows-1252, which decodes anything.
/// </summary>
public static class Charset
{
    /// <summary>Bytes looked at to tell UTF-16 by its zeros.</summary>
    private const int Sample = 4096;

    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="bytes">The whole text.</param>
    /// <param name="declared">Names of character sets that the sender gave, best first; null and unknown ones are skipped.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, params ReadOnlySpan<string?> declared)
    {
        if (Marked(bytes, out var mark) is { } marked)
        {
            return new(marked.GetString(bytes[mark..]), marked.WebName, Doubtful: false);
        }

        var utf8 = Utf8Evidence.Of(bytes);
        var named = false;
        Encoding? lenient = null;
        foreach (var name in declared)
        {
            named |= !string.IsNullOrWhiteSpace(name);
            if (Named(name) is not { } encoding || (IsWestern(encoding) && utf8.IsCertain))
            {
                continue;
            }

            try
            {
                return new(encoding.GetString(bytes), encoding.WebName, Doubtful: false);
            }
            catch (DecoderFallbackException)
            {
                // Declared, but not all of the bytes are that: the next guess, but no worse a guess than this.
                lenient ??= encoding.CodePage is 65001 or 65000 ? null : (Encoding)encoding.Clone();
            }
        }

        if (LooksUtf16(bytes) is { } utf16)
        {
            return new(utf16.GetString(bytes), utf16.WebName, Doubtful: named);
        }

        if (lenient is not null && !utf8.IsLikely)
        {
            lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
            return new(lenient.GetString(bytes), lenient.WebName, Doubtful: true);
        }

        return utf8.IsLikely
            ? new(Encoding.UTF8.GetString(bytes), "utf-8", Doubtful: utf8.Invalid > 0 || (named && utf8.Valid > 0))
            : new(Windows1252.GetString(bytes), "windows-1252", Doubtful: true);
    }

    /// <summary>The encoding of that name, throwing on bytes that are not its own; null when there is none.</summary>
    public static Encoding? Named(string? name)
    {
        name = name?.Trim().Trim('"', '\'').ToLowerInvariant();
        if (string.IsNullOrEmpty(name) || name.Length > 40)
        {
            return null;
        }

        if (name is "utf-7" or "utf7" or "unicode-1-1-utf-7" or "x-unicode-2-0-utf-7")
        {
            return Utf7.Instance;
        }

        // What browsers do, and senders mean: Latin-1 and ASCII are windows-1252, the Korean standard is code page 949.
        name = name switch
        {
            "iso-8859-1" or "latin1" or "iso8859-1" or "iso_8859-1" or "us-ascii" or "ascii" or "ansi_x3.4-1968" or "cp1252" or "8bit" => "windows-1252",
            "ks_c_5601-1987" or "ks_c_5601" or "euc-kr" or "euc_kr" or "ksc5601" or "cp949" or "uhc" => "ks_c_5601-1987",
            "gb2312" or "gbk" or "cp936" => "gb18030",
            "utf8" or "unicode-1-1-utf-8" => "utf-8",
            "sjis" or "cp932" or "windows-31j" or "ms_kanji" or "x-sjis" => "shift_jis",
            "utf16" or "utf16le" or "ucs-2" => "utf-16",
            _ when name.StartsWith("cp125", StringComparison.Ordinal) => "windows-" + name[2..],
            _ when name.StartsWith("iso8859-", StringComparison.Ordinal) => "iso-8859-" + name[8..],
            _ => name,
        };
        // Asked by number where the framework's own are meant: by name it throws for each unknown one, which costs time.
        var codePage = name switch { "utf-8" => 65001, "utf-16" or "utf-16le" => 1200, "utf-16be" => 1201, "utf-32" or "utf-32le" => 12000, "utf-32be" => 12001, _ => 0 };
        return codePage == 0
            ? CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)
            : Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
    }

    private static bool IsWestern(Encoding encoding) => encoding.CodePage is 1252 or 28591 or 28605 or 20127;

    private static Encoding? Marked(ReadOnlySpan<byte> bytes, out int length)
    {
        (length, var encoding) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (3, Encoding.UTF8),
            [0xFF, 0xFE, 0, 0, ..] => (4, Encoding.UTF32),
            [0, 0, 0xFE, 0xFF, ..] => (4, new UTF32Encoding(bigEndian: true, byteOrderMark: true)),
            [0xFF, 0xFE, ..] => (2, Encoding.Unicode),
            [0xFE, 0xFF, ..] => (2, Encoding.BigEndianUnicode),
            _ => (0, (Encoding?)null),
        };
        return encoding;
    }

    /// <summary>In UTF-16 every second byte of Latin letters, digits, blanks and line ends is zero.</summary>
    internal static Encoding? LooksUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, Sample) & ~1)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var pairs = sample.Length / 2;
        return pairs < 2 ? null
            : odd * 10 >= pairs * 3 && even * 20 <= pairs ? Encoding.Unicode
            : even * 10 >= pairs * 3 && odd * 20 <= pairs ? Encoding.BigEndianUnicode
            : null;
    }

    /// <summary>How many multi-byte sequences are UTF-8, and how many bytes are not.</summary>
    private readonly record struct Utf8Evidence(int Valid, int Invalid)
    {
        /// <summary>Other character sets hardly ever look like this.</summary>
        public bool IsCertain => Valid > 0 && Invalid == 0;

        /// <summary>A few broken characters in a long text do not make it another character set.</summary>
        public bool IsLikely => Invalid == 0 || Valid > 20 * (long)Invalid;

        public static Utf8Evidence Of(ReadOnlySpan<byte> bytes)
        {
            int valid = 0, invalid = 0;
            while (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is var next and >= 0)
            {
                bytes = bytes[next..];
                var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
                valid += status == OperationStatus.Done ? 1 : 0;
                invalid += status == OperationStatus.Done ? 0 : 1;
                bytes = bytes[length..];
            }

            return new(valid, invalid);
        }
    }
}

/// <param name="Text">As decoded: line ends and control characters are still there.</param>
/// <param name="Charset">The character set's name.</param>
/// <param name="Doubtful">It was guessed, or is not what was declared.</param>
public readonly record struct DecodedText(string Text, string Charset, bool Doubtful);
