using Intake.KeyPhrases;

namespace Intake.Themes;

/// <summary>Reads the words of a text that can tell a theme, each by its root.</summary>
internal static class RootReader
{
    /// <summary>The roots of a short text, in order.</summary>
    public static List<(string Root, bool Generic)> Read(string text, WordLists lists)
    {
        var roots = new List<(string, bool)>();
        Read(text, lists, (root, _, traits) => roots.Add((new string(root), (traits & WordTraits.Generic) != 0)));
        return roots;
    }

    /// <summary>Calls <paramref name="found"/> with every content word's root.</summary>
    public static void Read(string text, WordLists lists, Found found)
    {
        var tokens = new List<Token>();
        var whole = new List<Token>();
        Segmenter.Read(text, whole);
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

        Span<char> buffer = stackalloc char[Fold.MaxLength];
        foreach (var token in tokens)
        {
            var folded = buffer[..Fold.Word(text.AsSpan(token.Start, token.Length), buffer)];
            var traits = lists.Traits(folded) | WordShapes.Traits(folded, text.AsSpan(token.Start, token.Length),
                lists);
            if (token.Kind != TokenKind.Number && ((traits & WordTraits.Stop) == 0 || (traits & WordTraits.Weak) != 0))
            {
                var root = lists.Stemmer.Root(folded);
                found(root, token, traits | (lists.Traits(root) & WordTraits.Generic));
            }
        }
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

    /// <param name="root">Valid during the call.</param>
    /// <param name="token">The word in the text.</param>
    /// <param name="traits">What is known of it.</param>
    internal delegate void Found(ReadOnlySpan<char> root, Token token, WordTraits traits);
}
