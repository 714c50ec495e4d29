using Intake.KeyPhrases;

namespace Intake.Themes.Learning;

/// <summary>The words of one text in order, by their numbers in a <see cref="WordTable"/>. Reused from text to
/// text.</summary>
internal sealed class WordRun(WordTable table)
{
    private readonly List<Token> _tokens = [];
    private readonly List<Placed> _words = [];

    public WordTable Table => table;

    public IReadOnlyList<Placed> Words => _words;

    public void Read(ReadOnlySpan<char> text, WordLists lists)
    {
        _tokens.Clear();
        _words.Clear();
        Segmenter.Read(text, _tokens);
        foreach (var token in _tokens)
        {
            if (token.Kind is TokenKind.HanRun or TokenKind.UnspacedRun && token.Length > 2)
            {
                // Where no spaces divide words, every pair of characters stands for one.
                for (var i = token.Start; i + 1 < token.End; i++)
                {
                    Add(text, new(i, 2, TokenKind.Word, TokenFlags.Unspaced), lists);
                }
            }
            else
            {
                Add(text, token, lists);
            }
        }
    }

    private void Add(ReadOnlySpan<char> text, Token token, WordLists lists)
    {
        var word = table.Find(text.Slice(token.Start, token.Length), token, lists);
        if (table.Root(word) != 0)
        {
            _words.Add(new(word, token.Start, token.Length, token.Has(TokenFlags.BreakBefore)));
        }
    }

    /// <param name="Word">Its number.</param>
    /// <param name="Start">UTF-16 units from the start of the text.</param>
    /// <param name="Length">UTF-16 units.</param>
    /// <param name="AfterBreak">Something that no phrase crosses stands before it.</param>
    internal readonly record struct Placed(int Word, int Start, int Length, bool AfterBreak);
}
