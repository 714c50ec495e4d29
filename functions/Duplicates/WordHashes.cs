using Intake.KeyPhrases;

namespace Intake.Duplicates;

/// <summary>A text's words as hashes, the same on every machine. Where no spaces divide words, every two characters are one.</summary>
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
                words.Add(Of(folded[..Fold.Word(word, folded)]));
                continue;
            }

            for (var i = 0; i + 1 < word.Length; i++)
            {
                words.Add(Of(word.Slice(i, 2)));
            }
        }
    }

    /// <summary>The last step of SplitMix64: every bit of the result depends on every bit of the value.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>FNV-1a over UTF-16 units.</summary>
    private static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 0x100000001B3;
        }

        return Mix(hash);
    }
}
