using System.Runtime.InteropServices;

namespace Intake.KeyPhrases;

/// <summary>What a tagger looks at, as rows of its table of weights. All but the tags before a word depend on one word
/// each, so that their weights can be added up once per word and not once per place.</summary>
internal static class TagFeatures
{
    /// <summary>Of a table; a power of two.</summary>
    public const int Rows = 1 << 16;

    /// <summary>Most rows of one word in one role.</summary>
    public const int MaxRows = 12;

    private const int MaxWord = 40;

    /// <summary>A place where no word stands: the beginning or end of a sentence, or punctuation.</summary>
    private const uint Nowhere = 1;

    /// <summary>The rows of a word for its own tag.</summary>
    public static int Own(ReadOnlySpan<char> surface, Span<int> rows)
    {
        Span<char> buffer = stackalloc char[MaxWord];
        var word = Lower(surface, buffer);
        var shape = Shape(surface);
        var n = 0;
        rows[n++] = Row(1, Hash(word));
        rows[n++] = Row(2, shape);
        for (var length = 1; length <= 5 && length < word.Length; length++)
        {
            rows[n++] = Row(2 + (uint)length, Hash(word[^length..]));
        }

        rows[n++] = Row(8, Hash(word[..Math.Min(2, word.Length)]));
        rows[n++] = Row(9, Hash(word[..Math.Min(4, word.Length)]));
        rows[n++] = Row(10, Hash(word[Math.Max(0, word.Length - 3)..]) ^ (shape * 0x9E3779B1));
        return n;
    }

    /// <summary>The rows of a word for the tag of the next.</summary>
    public static int Left(ReadOnlySpan<char> surface, Span<int> rows)
    {
        Span<char> buffer = stackalloc char[MaxWord];
        var word = Lower(surface, buffer);
        rows[0] = Row(11, Hash(word));
        rows[1] = Row(12, Hash(word[Math.Max(0, word.Length - 3)..]));
        return 2;
    }

    /// <summary>The rows of a word for the tag of the one before.</summary>
    public static int Right(ReadOnlySpan<char> surface, Span<int> rows)
    {
        Span<char> buffer = stackalloc char[MaxWord];
        var word = Lower(surface, buffer);
        rows[0] = Row(13, Hash(word));
        rows[1] = Row(14, Hash(word[Math.Max(0, word.Length - 3)..]));
        rows[2] = Row(15, Hash(word[Math.Max(0, word.Length - 2)..]));
        rows[3] = Row(16, Shape(surface));
        return 4;
    }

    public static int LeftOfSentence { get; } = Row(11, Nowhere);

    public static int LeftOfBreak { get; } = Row(12, Nowhere);

    public static int RightOfBreak { get; } = Row(13, Nowhere);

    /// <summary>How a word begins: after a hyphen or an apostrophe, in a sentence, with a capital.</summary>
    public static int Flags(TokenFlags flags) => Row(17, (uint)flags);

    public static int Before(int tag, int tagBefore) => Row(18, (uint)(tag * 32 + tagBefore));

    /// <summary>What an ending is after a tag.</summary>
    public static int AfterTag(int tag, uint ending) => Row(19 + (uint)tag, ending);

    /// <summary>For <see cref="AfterTag"/>.</summary>
    public static uint Ending(ReadOnlySpan<char> surface)
    {
        Span<char> buffer = stackalloc char[MaxWord];
        var word = Lower(surface, buffer);
        return Hash(word[Math.Max(0, word.Length - 3)..]) * 31 + (uint)(char.IsUpper(surface[0]) ? 1 : 0);
    }

    private static int Row(uint role, uint value)
    {
        var h = (value ^ (role * 0x85EBCA6B)) * 0xC2B2AE35;
        h ^= h >> 15;
        h *= 0x27D4EB2F;
        return (int)(h >> 16 ^ h) & (Rows - 1);
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var h = 0x811C9DC5u;
        foreach (var c in word)
        {
            h = (h ^ c) * 0x01000193;
        }

        return h ^ (uint)word.Length;
    }

    private static uint Shape(ReadOnlySpan<char> surface)
    {
        var (upper, digits, others) = (0, 0, 0);
        foreach (var c in surface)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            others += char.IsLetterOrDigit(c) ? 0 : 1;
        }

        return (uint)(Math.Min(2, upper) + (upper == surface.Length ? 3 : 0) + (digits > 0 ? 6 : 0)
            + (digits == surface.Length ? 12 : 0) + (char.IsUpper(surface[0]) ? 24 : 0) + (others > 0 ? 48 : 0)
            + Math.Min(surface.Length, 3) * 96);
    }

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> surface, Span<char> buffer)
    {
        var length = Math.Min(surface.Length, buffer.Length);
        for (var i = 0; i < length; i++)
        {
            var c = surface[i];
            buffer[i] = c < 128 ? (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c)
                : c == '\u2019' ? '\'' : char.ToLowerInvariant(c);
        }

        return MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetReference(buffer), length);
    }
}
