using System.Runtime.InteropServices;

namespace Intake.KeyPhrases;

/// <summary>Divides runs of scripts that put no spaces between words: at function words first, then, for Chinese, where
/// two neighbouring characters meet less often than each meets its other neighbour in the same contribution. Without a
/// dictionary this finds the terms a text repeats, which is what key phrases need.</summary>
internal sealed class UnspacedText
{
    /// <summary>Characters; Chinese pieces up to this length stay whole.</summary>
    private const int MaxTerm = 4;

    /// <summary>UTF-16 units; a Thai piece shorter than this is a syllable.</summary>
    private const int MinUnspaced = 3;

    private readonly Dictionary<uint, int> _pairs = [];

    /// <summary>Counts the neighbours in a run of Han.</summary>
    public void Count(ReadOnlySpan<char> run)
    {
        for (var i = 0; i + 1 < run.Length; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_pairs, Pair(run, i), out _)++;
        }
    }

    /// <summary>Adds the words of <paramref name="token"/> to <paramref name="into"/>; between two of them there is a
    /// break where a function word stood.</summary>
    public void Divide(ReadOnlySpan<char> text, Token token, WordLists lists, List<Token> into)
    {
        var run = text.Slice(token.Start, token.Length);
        var flags = token.Flags;
        var piece = 0;
        for (var i = 0; i < run.Length && lists.Language != "ja";)
        {
            var length = Match(run, i, lists, out var stop);
            if (stop)
            {
                Add(run, piece, i, token, flags, into);
                (flags, piece) = (TokenFlags.BreakBefore | TokenFlags.Unspaced, i + length);
            }

            i += Math.Max(length, 1);
        }

        Add(run, piece, run.Length, token, flags, into);
    }

    private static uint Pair(ReadOnlySpan<char> run, int i) => ((uint)run[i] << 16) | run[i + 1];

    /// <summary>The length of the listed word at <paramref name="i"/>, or 0: a function word, or one that only looks as
    /// if it contained some.</summary>
    private static int Match(ReadOnlySpan<char> run, int i, WordLists lists, out bool stop)
    {
        for (var length = Math.Min(lists.LongestWord, run.Length - i); length > 0; length--)
        {
            var traits = lists.Traits(run.Slice(i, length));
            var whole = i + length == run.Length || CharClasses.Of(run[i + length]) != CharClass.Mark;
            stop = (traits & WordTraits.Keep) == 0;
            if (traits != WordTraits.None && whole && (CharClasses.Of(run[i]) == CharClass.Han
                || length >= MinUnspaced))
            {
                return length;
            }
        }

        stop = false;
        return 0;
    }

    private void Add(ReadOnlySpan<char> run, int start, int end, Token token, TokenFlags flags, List<Token> into)
    {
        if (token.Kind != TokenKind.HanRun)
        {
            if (end - start >= MinUnspaced)
            {
                into.Add(new(token.Start + start, end - start, TokenKind.Word, flags));
            }

            return;
        }

        for (var from = start; from < end;)
        {
            var to = end - from <= MaxTerm ? end : Cut(run[from..end]) + from;
            into.Add(new(token.Start + from, to - from, TokenKind.Word, flags));
            (from, flags) = (to, TokenFlags.Unspaced);
        }
    }

    /// <summary>Where the first word of a longer piece ends.</summary>
    private int Cut(ReadOnlySpan<char> piece)
    {
        for (var i = 1; i + 2 < piece.Length; i++)
        {
            var here = _pairs.GetValueOrDefault(Pair(piece, i));
            var before = _pairs.GetValueOrDefault(Pair(piece, i - 1));
            var after = _pairs.GetValueOrDefault(Pair(piece, i + 1));
            if (here * 2 <= Math.Max(before, after) && here <= Math.Min(before, after)
                && !char.IsLowSurrogate(piece[i + 1]))
            {
                return i + 1;
            }

            if (i >= MaxTerm - 1 && here < 2 && !char.IsLowSurrogate(piece[i + 1]))
            {
                return i + 1;
            }
        }

        return piece.Length;
    }
}
