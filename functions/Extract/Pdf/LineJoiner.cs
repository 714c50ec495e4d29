using System.Text;

namespace Intake.Extract.Pdf;

/// <summary>Puts the lines of a paragraph together and undoes hyphenation.</summary>
/// <param name="compounds">Words that the document writes with a hyphen in the middle of a line, in lower case.</param>
internal sealed class LineJoiner(IReadOnlySet<string> compounds)
{
    private const int LongestWord = 60;

    /// <param name="paragraph">The lines so far; not empty.</param>
    /// <param name="line">The next one; not empty.</param>
    /// <param name="isHyphenated">The converter took off the hyphen that stood between the two.</param>
    public void Append(StringBuilder paragraph, string line, bool isHyphenated)
    {
        var hasHyphen = !isHyphenated && PageAligner.IsHyphen(paragraph[^1]) && paragraph.Length > 1 && char.IsLetterOrDigit(paragraph[^2]);
        if (isHyphenated || hasHyphen)
        {
            paragraph.Length -= hasHyphen ? 1 : 0;
            if (KeepsHyphen(paragraph, line))
            {
                paragraph.Append('-');
            }
        }
        else if (!IsUnspaced(paragraph[^1]) || !IsUnspaced(line[0]))
        {
            paragraph.Append(' ');
        }

        paragraph.Append(line);
    }

    /// <summary>The words of a line that are written with a hyphen, in lower case.</summary>
    public static IEnumerable<string> Compounds(string line) =>
        line.Contains('-', StringComparison.Ordinal)
            ? line.Split(' ').Where(word => word.Length <= LongestWord).Select(word => Trim(word).ToLowerInvariant())
                .Where(word => word.Length > 2 && word.AsSpan(1, word.Length - 2).Contains('-'))
            : [];

    private static string Trim(string word)
    {
        var (start, end) = (0, word.Length);
        while (start < end && !char.IsLetterOrDigit(word[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(word[end - 1]))
        {
            end--;
        }

        return word[start..end];
    }

    private bool KeepsHyphen(StringBuilder paragraph, string line)
    {
        var isCapitals = paragraph.Length > 1 && char.IsUpper(paragraph[^1]) && char.IsUpper(paragraph[^2]) && char.IsUpper(line[0]);
        if ((!char.IsLower(line[0]) && !isCapitals) || !char.IsLetter(paragraph[^1]))
        {
            return true;
        }

        var start = paragraph.Length;
        while (start > 0 && paragraph.Length - start < LongestWord && paragraph[start - 1] != ' ')
        {
            start--;
        }

        var end = line.IndexOf(' ', StringComparison.Ordinal);
        var word = $"{paragraph.ToString(start, paragraph.Length - start)}-{(end < 0 ? line : line[..end])}";
        return compounds.Contains(Trim(word).ToLowerInvariant());
    }

    /// <summary>Chinese, Japanese, Thai and the like are written without blanks.</summary>
    private static bool IsUnspaced(char c) =>
        c is (>= '\u0e00' and <= '\u0eff') or (>= '\u1000' and <= '\u109f') or (>= '\u1780' and <= '\u17ff')
            or (>= '\u3000' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or (>= '\uff00' and <= '\uffef')
            or (>= '\ud840' and <= '\udfff');
}
