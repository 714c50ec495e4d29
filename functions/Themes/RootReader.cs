using Intake.KeyPhrases;

namespace Intake.Themes;

/// <summary>Reads the words of a text that can tell a theme, each by its root.</summary>
internal static class RootReader
{
    /// <summary>The roots of a short text, in order.</summary>
    public static List<(string Root, bool Generic)> Read(string text, WordLists lists)
    {
        var roots = new List<(string, bool)>();
        Span<char> buffer = stackalloc char[Fold.MaxLength];
        foreach (var token in Tokens(text))
        {
            if (token.Kind != TokenKind.Number
                && Root(text.AsSpan(token.Start, token.Length), lists, buffer, out var root, out var traits))
            {
                roots.Add((new string(root), (traits & WordTraits.Generic) != 0));
            }
        }

        return roots;
    }

    /// <summary>The words, and where no spaces divide them the pairs of characters, of a text.</summary>
    public static List<Token> Tokens(string text)
    {
        var whole = new List<Token>(text.Length / 5);
        Segmenter.Read(text, whole);
        if (!whole.Exists(token => token.Kind is TokenKind.HanRun or TokenKind.UnspacedRun))
        {
            return whole;
        }

        var tokens = new List<Token>(whole.Count * 2);
        foreach (var token in whole)
        {
            if (token.Kind is TokenKind.HanRun or TokenKind.UnspacedRun)
            {
                Pairs(text, token, tokens);
            }
            else
            {
                tokens.Add(token);
            }
        }

        return tokens;
    }

    /// <summary>A word's root, in the buffer (of <see cref="Fold.MaxLength"/>); false for one that tells nothing.</summary>
    public static bool Root(ReadOnlySpan<char> word, WordLists lists, Span<char> buffer, out ReadOnlySpan<char> root, out WordTraits traits)
    {
        var folded = buffer[..Fold.Word(word, buffer)];
        traits = lists.Traits(folded) | WordShapes.Traits(folded, word, lists);
        if ((traits & WordTraits.Stop) != 0 && (traits & WordTraits.Weak) == 0)
        {
            root = [];
            return false;
        }

        root = lists.Stemmer.Root(folded);
        traits |= lists.Traits(root) & WordTraits.Generic;
        return true;
    }

    /// <summary>Where no spaces divide words, every pair of characters stands for one: it finds the same term whatever
    /// is around it.</summary>
    private static void Pairs(string text, Token token, List<Token> into)
    {
        if (token.Length <= 2)
        {
            into.Add(token);
            return;
        }

        for (var i = 0; i + 1 < token.Length; i++)
        {
            into.Add(new(token.Start + i, 2, TokenKind.Word, TokenFlags.None));
        }
    }
}
