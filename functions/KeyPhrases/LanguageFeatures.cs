using System.Runtime.CompilerServices;

namespace Intake.KeyPhrases;

/// <summary>Takes the features of a text, one by one.</summary>
internal interface ILanguageFeatureSink
{
    /// <param name="hash">Of the feature; its upper bits choose the row of a table.</param>
    /// <param name="name">Whether it comes from a word with a capital, which is often a name and then says little about the
    /// language of the text around it.</param>
    void Add(uint hash, bool name);
}

/// <summary>The features of the language detector: runs of one to four characters within words, ends of words included,
/// and whole words. The same code reads the training texts, so that what is counted there is what is looked up.</summary>
internal static class LanguageFeatures
{
    /// <summary>Stands for the beginning and the end of a word.</summary>
    private const char Edge = '_';

    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    // Lower case of each letter and mark; 0 for what separates words.
    private static readonly char[] Letters = Make();

    public static void Read<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : struct, ILanguageFeatureSink, allows ref struct
    {
        var letters = Letters;
        var window = 0UL;
        var word = 0UL;
        var length = 0;
        var name = false;
        foreach (var c in text)
        {
            var letter = letters[c];
            if (letter != '\0')
            {
                if (length == 0)
                {
                    (window, word, name) = (Edge, 0, letter != c);
                }

                window = (window << 16) | letter;
                length++;
                word = (word ^ letter) * Multiplier;
                sink.Add(Hash(letter), name);
                AddRuns(window, length, name, ref sink);
            }
            else if (length > 0)
            {
                End(window, word, length, name, ref sink);
                length = 0;
            }
        }

        if (length > 0)
        {
            End(window, word, length, name, ref sink);
        }
    }

    private static void End<TSink>(ulong window, ulong word, int length, bool name, ref TSink sink)
        where TSink : struct, ILanguageFeatureSink, allows ref struct
    {
        AddRuns((window << 16) | Edge, length + 1, name, ref sink);
        sink.Add((uint)((word ^ Multiplier) * Multiplier >> 32), name);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRuns<TSink>(ulong window, int length, bool name, ref TSink sink)
        where TSink : struct, ILanguageFeatureSink, allows ref struct
    {
        sink.Add(Hash(window & 0xFFFF_FFFF), name);
        if (length > 1)
        {
            sink.Add(Hash(window & 0xFFFF_FFFF_FFFF), name);
        }

        if (length > 2)
        {
            sink.Add(Hash(window), name);
        }
    }

    private static uint Hash(ulong run)
    {
        var mixed = (run ^ (run >> 29)) * Multiplier;
        return (uint)((mixed ^ (mixed >> 32)) * Multiplier >> 32);
    }

    private static char[] Make()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = CharClasses.Of((char)i) is CharClass.Letter or CharClass.Mark
                ? char.ToLowerInvariant((char)i)
                : '\0';
        }

        return table;
    }
}
