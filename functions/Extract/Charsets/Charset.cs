using System.Buffers;
using System.Text;

namespace Intake.Extract.Charsets;

/// <summary>
/// Bytes to text. A byte order mark wins; then what is declared, if it decodes cleanly and no other makes far more of the
/// bytes; then the Unicode encodings and those that switch by escapes, which are told by their form; else the character set in
/// which the bytes are the likeliest text.
/// </summary>
public static class Charset
{
    /// <summary>Bytes looked at for signs that a text of ASCII bytes is not one.</summary>
    private const int Sample = 4096;

    /// <summary>Of so many characters of a declared character set one may be broken.</summary>
    private const int BrokenOneIn = 25;

    /// <summary>Bytes that no plain text has.</summary>
    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(b => b is not (0x09 or 0x0A or 0x0C or 0x0D)).Select(b => (byte)b)]);

    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="bytes">The whole text.</param>
    /// <param name="declared">Names of character sets that the sender gave, best first; null and unknown ones are skipped.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, params ReadOnlySpan<string?> declared)
    {
        if (ByteOrderMark.Of(bytes, out var mark) is { } marked)
        {
            return Text(marked, bytes[mark..], isDoubtful: false);
        }

        var isAscii = Ascii.IsValid(bytes);
        var utf8 = isAscii ? default : Utf8Evidence.Of(bytes);
        var escaped = isAscii ? EscapedSets.Of(bytes) : null;
        var named = false;
        Encoding? broken = null;
        foreach (var name in declared)
        {
            named |= !string.IsNullOrWhiteSpace(name);
            if (Named(name) is not { } encoding || IsRefuted(encoding, utf8, escaped, isAscii && !bytes.Contains((byte)0)))
            {
                continue;
            }

            try
            {
                var text = Text(encoding, bytes, isDoubtful: false);
                if (isAscii || !CharsetDetector.IsImplausible(encoding.CodePage, bytes))
                {
                    return text;
                }
            }
            catch (DecoderFallbackException)
            {
                // Declared, but not all of the bytes are that: one guess among others.
                broken ??= encoding.CodePage is 65001 or 65000 ? null : encoding;
            }
        }

        var looksPlain = utf8.Invalid == 0 && !bytes[..Math.Min(bytes.Length, Sample)].ContainsAny(Controls);
        if (!looksPlain && UnmarkedUnicode.Of(bytes) is { } unicode)
        {
            return Text(unicode, bytes, isDoubtful: named);
        }

        if (escaped is not null || (isAscii && Utf7.Looks(bytes)))
        {
            return Text(escaped ?? Utf7.Instance, bytes, isDoubtful: named);
        }

        return broken is not null && !utf8.IsLikely && Mended(broken, bytes) is { } mended ? mended
            : utf8.IsLikely ? Text(Encoding.UTF8, bytes, isDoubtful: utf8.Invalid > 0 || (named && utf8.Valid > 0))
            : Text(CharsetNames.Lenient(CharsetDetector.LooksEbcdic(bytes) ? CharsetDetector.DetectEbcdic(bytes) : CharsetDetector.Detect(bytes)), bytes, isDoubtful: true);
    }

    /// <summary>The encoding of that name, throwing on bytes that are not its own; null when there is none.</summary>
    public static Encoding? Named(string? name) => CharsetNames.Find(name);

    /// <summary>The bytes' form says that they are in another encoding than was declared, one that is hardly met by chance.</summary>
    private static bool IsRefuted(Encoding encoding, Utf8Evidence utf8, Encoding? escaped, bool hasOnlyAscii) =>
        (utf8.IsCertain && encoding.CodePage is 1252 or 28605)
        || (utf8.IsBeyondDoubt && encoding.IsSingleByte)
        || (escaped is not null && (encoding.IsSingleByte || encoding.CodePage == 65001))
        || (hasOnlyAscii && encoding.CodePage is 1200 or 1201 or 12000 or 12001);

    private static DecodedText? Mended(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = CharsetNames.Replacement;
        var mended = Text(lenient, bytes, isDoubtful: true);
        return mended.Text.AsSpan().Count('\ufffd') <= 1 + (mended.Text.Length / BrokenOneIn) ? mended : null;
    }

    private static DecodedText Text(Encoding encoding, ReadOnlySpan<byte> bytes, bool isDoubtful)
    {
        var text = encoding.GetString(bytes);
        return encoding.CodePage switch
        {
            949 => new(Jamo.Composed(text), "euc-kr", isDoubtful),
            1361 => new(Jamo.Standing(text), "johab", isDoubtful),
            50225 => new(Jamo.Composed(text), "iso-2022-kr", isDoubtful),
            // Vietnamese tones come as characters of their own.
            1258 => new(Characters.WellFormed(text).Normalize(NormalizationForm.FormC), "windows-1258", isDoubtful),
            20932 => new(text, "euc-jp", isDoubtful),
            _ => new(text, encoding.WebName, isDoubtful),
        };
    }
}

/// <param name="Text">As decoded: line ends and control characters are still there.</param>
/// <param name="Charset">The character set's name.</param>
/// <param name="Doubtful">It was guessed, or is not what was declared.</param>
public readonly record struct DecodedText(string Text, string Charset, bool Doubtful);
