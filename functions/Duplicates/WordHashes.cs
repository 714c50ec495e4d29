using Intake.KeyPhrases;

namespace Intake.Duplicates;

/// <summary>
/// A text's words as hashes, the same on every machine. Where no spaces divide words, every two characters are one. The
/// lowest bit says that a word is so short that it is likely to be grammar, which any two texts of a language share.
/// </summary>
internal static class WordHashes
{
    public static void Read(string text, List<ulong> words)
    {
        var tokens = new List<Token>(text.Length / 6);
        Segmenter.Read(text, tokens);
        Span<char> folded = stackalloc char[Fold.MaxLength];
        foreach (var token in tokens)
        {
            var word = text.AsSpan(token.Start, token.Length);
            if (token.Kind is TokenKind.Word or TokenKind.Number)
            {
                var plain = folded[..Fold.Word(word, folded)];
                words.Add((Of(plain) & ~1UL) | (plain.Length <= Short(plain) ? 1UL : 0));
                continue;
            }

            for (var i = 0; i + 1 < word.Length; i++)
            {
                words.Add(Of(word.Slice(i, 2)) & ~1UL);
            }
        }
    }

    /// <summary>Two neighbours as one; 0 for two short words, such as "of the".</summary>
    public static uint Pair(ulong one, ulong next)
    {
        var mixed = (uint)(Mix((one * 0x9E3779B97F4A7C15) ^ next) >> 32);
        return (one & next & 1) != 0 ? 0 : Math.Max(1, mixed);
    }

    /// <summary>The last step of SplitMix64: every bit of the result depends on every bit of the value.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>Letters of a short word: by script, for vowels are not written in all.</summary>
    private static int Short(ReadOnlySpan<char> word) => word.Length == 0 ? 0 : word[0] switch
    {
        < '\u0370' => 4,
        < '\u0530' => 3,
        _ => 2,
    };

    /// <summary>FNV-1a over UTF-16 units.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 0x100000001B3;
        }

        return Mix(hash);
    }
}
