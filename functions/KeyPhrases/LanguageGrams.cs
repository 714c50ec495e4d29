namespace Intake.KeyPhrases;

/// <summary>The features of the language detector: runs of two to four characters within words, ends of words included.
/// The same code reads the training texts, so that what is counted there is what is looked up here.</summary>
public static class LanguageGrams
{
    /// <summary>Stands for the beginning and the end of a word.</summary>
    public const char Edge = '_';

    public const int Shortest = 2;

    /// <summary>Four UTF-16 units fill a 64-bit key.</summary>
    public const int Longest = 4;

    /// <summary>Adds the key of every run in <paramref name="text"/> to <paramref name="keys"/>.</summary>
    public static void Read(ReadOnlySpan<char> text, List<ulong> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var window = 0UL;
        var length = 0;
        foreach (var c in text)
        {
            var letter = CharClasses.Of(c) is CharClass.Letter or CharClass.Mark;
            if (!letter && length == 0)
            {
                continue;
            }

            if (letter && length == 0)
            {
                (window, length) = (Edge, 1);
            }

            window = (window << 16) | (letter ? char.ToLowerInvariant(c) : Edge);
            length++;
            AddSuffixes(window, length, keys);
            if (!letter)
            {
                (window, length) = (0, 0);
            }
        }

        if (length > 0)
        {
            AddSuffixes((window << 16) | Edge, length + 1, keys);
        }
    }

    public static string ToText(ulong key)
    {
        Span<char> text = stackalloc char[Longest];
        var start = Longest;
        for (; key != 0; key >>= 16)
        {
            text[--start] = (char)(key & 0xFFFF);
        }

        return new string(text[start..]);
    }

    public static ulong ToKey(ReadOnlySpan<char> text)
    {
        var key = 0UL;
        foreach (var c in text)
        {
            key = (key << 16) | c;
        }

        return key;
    }

    private static void AddSuffixes(ulong window, int length, List<ulong> keys)
    {
        for (var n = Shortest; n <= Longest && n <= length; n++)
        {
            keys.Add(n == Longest ? window : window & ((1UL << (16 * n)) - 1));
        }
    }
}
