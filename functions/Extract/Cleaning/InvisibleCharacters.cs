using System.Buffers;

namespace Intake.Extract.Cleaning;

/// <summary>
/// Takes out characters without width that word processors and web pages leave: soft hyphens, word joiners, zero-width
/// blanks. Joiners stay where a script or an emoji is written with them, and so do the marks of writing direction.
/// </summary>
internal static class InvisibleCharacters
{
    private const char SoftHyphen = '\u00ad';
    private const char ZeroWidthSpace = '\u200b';
    private const char NonJoiner = '\u200c';
    private const char Joiner = '\u200d';

    private static readonly SearchValues<char> Candidates = SearchValues.Create([SoftHyphen, ZeroWidthSpace, NonJoiner, Joiner, '\u2060', '\ufeff', '\ufffc']);

    public static void Find(string text, Cuts cuts)
    {
        for (var at = text.AsSpan().IndexOfAny(Candidates); at >= 0;)
        {
            var (before, after) = (at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ');
            var isNeeded = text[at] switch
            {
                NonJoiner or Joiner => Joins(before) || Joins(after),
                ZeroWidthSpace => IsWrittenWithoutSpaces(before) || IsWrittenWithoutSpaces(after),
                _ => false,
            };
            if (!isNeeded)
            {
                // A soft hyphen that a line ends with divides a word.
                cuts.Add(at, text[at] == SoftHyphen && after == '\n' && char.IsLetter(before) ? at + 2 : at + 1);
            }

            var next = text.AsSpan(at + 1).IndexOfAny(Candidates);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /// <summary>Arabic to the scripts of India and south-east Asia, Mongolian, and what emoji are made of.</summary>
    private static bool Joins(char c) => c is (>= '\u0600' and <= '\u109f') or (>= '\u1780' and <= '\u18af') or (>= '\u1900' and <= '\u1aaf')
        or (>= '\u2600' and <= '\u27bf') or (>= '\ua800' and <= '\uabff') or (>= '\ufb50' and <= '\ufeff') or '\ufe0f' || char.IsSurrogate(c);

    private static bool IsWrittenWithoutSpaces(char c) => c is (>= '\u0e00' and <= '\u0eff') or (>= '\u1000' and <= '\u109f') or (>= '\u1780' and <= '\u17ff');
}
