namespace Intake.Extract.Pdf;

/// <summary>
/// Cuts a page's text into the lines of its layout. Both come from the same converter, but the text is the better one: it
/// joins the parts of words, takes off hyphens and puts right-to-left scripts in order. The letters of a line are the same
/// in both, in number and kind, if not in order.
/// </summary>
internal static class PageAligner
{
    public static PdfPage Align(string text, PlacedPage? placed)
    {
        if (placed is null)
        {
            return new(text, 0, null);
        }

        var lines = new List<PdfLine>();
        var at = 0;
        foreach (var line in placed.Lines)
        {
            if (Take(text, ref at, line) is not { } taken)
            {
                return new(text, placed.Height, null);
            }

            if (taken.Text.Length > 0)
            {
                var firstWord = PdfText.IsRightToLeft(taken.Text) ? line.Rightmost : line.Leftmost;
                lines.Add(new(taken.Text, line.Block, line.Box, line.Size, firstWord, taken.IsHyphenated));
            }
        }

        var isWhole = Next(text, at) == text.Length;
        return new(text, placed.Height, isWhole ? lines : null);
    }

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u00ad';

    /// <returns>Null when the text does not hold the letters of the line.</returns>
    private static (string Text, bool IsHyphenated)? Take(string text, ref int at, PlacedLine line)
    {
        long sum = 0;
        var (count, last) = (0, '\0');
        foreach (var c in line.Letters)
        {
            if (IsLetter(c))
            {
                (count, last, sum) = (count + 1, c, sum + c);
            }
        }

        var start = at;
        for (; count > 0; count--)
        {
            var next = Next(text, at);
            if (count == 1 && IsHyphen(last) && (next == text.Length || !IsHyphen(text[next])))
            {
                return sum == last ? (PdfText.Clean(text[start..at]), true) : null;
            }

            if (next == text.Length)
            {
                return null;
            }

            sum -= text[next];
            at = next + 1;
        }

        return sum == 0 ? (PdfText.Clean(text[start..at]), false) : null;
    }

    private static int Next(string text, int at)
    {
        while (at < text.Length && !IsLetter(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsLetter(char c) => !char.IsWhiteSpace(c) && !char.IsControl(c) && !PdfText.IsDirectionMark(c);
}
