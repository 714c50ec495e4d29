using System.Globalization;
using System.Text;

namespace Intake.Extract.Charsets;

/// <summary>
/// UTF-16 and UTF-32 without a byte order mark. Latin text shows itself by its zero bytes, other alphabets by the one high
/// byte that nearly all their letters share, Chinese, Japanese and Korean by their common characters.
/// </summary>
internal static class UnmarkedUnicode
{
    /// <summary>Bytes looked at.</summary>
    private const int Sample = 4096;

    /// <summary>Characters of Chinese, Japanese or Korean below which other explanations are as good.</summary>
    private const int FewestIdeographs = 6;

    /// <summary>Nats a character; text has about -6, noise -11 and less.</summary>
    private const double Usual = -8.5;

    private static readonly Encoding Utf32BigEndian = new UTF32Encoding(bigEndian: true, byteOrderMark: false);

    public static Encoding? Of(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        sample = sample[..(sample.Length & ~1)];
        if (sample.Length < 4)
        {
            return null;
        }

        return Utf32(sample[..(sample.Length & ~3)])
            ?? (HasPattern(sample, high: 1) ? IfText(Encoding.Unicode, sample)
                : HasPattern(sample, high: 0) ? IfText(Encoding.BigEndianUnicode, sample)
                : Ideographic(sample));
    }

    private static Encoding? Utf32(ReadOnlySpan<byte> sample)
    {
        bool little = sample.Length >= 8, big = little;
        for (var i = 0; i < sample.Length && (little || big); i += 4)
        {
            little &= sample[i + 3] == 0 && sample[i + 2] <= 0x10;
            big &= sample[i] == 0 && sample[i + 1] <= 0x10;
        }

        return little ? IfText(Encoding.UTF32, sample) : big ? IfText(Utf32BigEndian, sample) : null;
    }

    /// <summary>Nearly all high bytes are zero, general punctuation's, or those of one alphabet.</summary>
    private static bool HasPattern(ReadOnlySpan<byte> sample, int high)
    {
        Span<int> highs = stackalloc int[256];
        highs.Clear();
        int lowZeros = 0, pairs = sample.Length / 2;
        for (var i = 0; i < sample.Length; i += 2)
        {
            highs[sample[i + high]]++;
            lowZeros += sample[i + 1 - high] == 0 ? 1 : 0;
        }

        var alphabet = 0;
        for (var page = 1; page <= 0x1F; page++)
        {
            // Some scripts have two pages.
            alphabet = Math.Max(alphabet, highs[page] + highs[page + 1]);
        }

        // Mixed with ideographs there are fewer zeros; in no other character set are there any.
        return lowZeros * 20 <= pairs
            && (highs[0] * 10 >= pairs * 3 || (alphabet * 10 >= pairs * 4 && (highs[0] + highs[0x20] + alphabet) * 100 >= pairs * 95));
    }

    private static Encoding? IfText(Encoding encoding, ReadOnlySpan<byte> sample)
    {
        var text = encoding.GetString(sample);
        var odd = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            odd += rune.Value == 0xFFFD || (rune.Value is < 0x20 or (>= 0x7F and < 0xA0) && rune.Value is not ((>= 0x09 and <= 0x0D) or 0x85 or 0))
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse ? 1 : 0;
        }

        return odd * 20 <= text.Length && text.AsSpan().ContainsAnyExcept('\0', ' ') ? encoding : null;
    }

    private static Encoding? Ideographic(ReadOnlySpan<byte> sample)
    {
        if (sample.Length < 2 * FewestIdeographs)
        {
            return null;
        }

        var little = Ideographs.BestMean(Encoding.Unicode.GetString(sample));
        var big = Ideographs.BestMean(Encoding.BigEndianUnicode.GetString(sample));
        return Math.Max(little, big) < Usual ? null : little > big ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }
}
