using System.Text.RegularExpressions;
using Intake.Extract.PlainText;

namespace Intake.Extract.Cleaning;

/// <summary>
/// Takes out page numbers that stand on lines of their own ("Page 3 of 12", "- 4 -"), and running heads: the same short line
/// beside several of them, which is kept once. Short lines that repeat anywhere else are the author's.
/// </summary>
internal static partial class PageFurniture
{
    /// <summary>UTF-16 units; longer lines are text.</summary>
    private const int Longest = 100;

    /// <summary>Pages that make a number on a line, or a line beside it, a page's.</summary>
    private const int FewestPages = 2;

    public static void Find(string text, Cuts cuts)
    {
        if (!Numbers().IsMatch(text))
        {
            return;
        }

        var lines = TextLine.Of(text).FindAll(line => !line.IsBlank);
        var numbers = PageNumbers(text, lines);
        if (numbers.Count == 0)
        {
            return;
        }

        var heads = RunningHeads(text, lines, numbers);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            var isAgain = heads.Contains(Words(text, lines[i])) && !kept.Add(Words(text, lines[i]));
            if (numbers.Contains(i) || (isAgain && IsBeside(numbers, i)))
            {
                cuts.AddLines(text, lines[i].Start, lines[i].End, isPageBreak: true);
            }
        }
    }

    /// <summary>"Page 3 of 12" says what it is; of "- 4 -" there must be several that count upwards.</summary>
    private static HashSet<int> PageNumbers(string text, List<TextLine> lines)
    {
        HashSet<int> certain = [], counted = [];
        var (last, first) = (0, -1);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length > Longest || Numbers().Match(text, lines[i].Start, lines[i].Length) is not { Success: true } match)
            {
                continue;
            }

            if (match.Groups["of"].Success)
            {
                certain.Add(i);
            }
            else if (int.TryParse(match.Groups["n"].ValueSpan, out var number))
            {
                if (number == last + 1 && first >= 0)
                {
                    counted.Add(first);
                    counted.Add(i);
                }

                (last, first) = (number, i);
            }
        }

        certain.UnionWith(counted);
        return certain;
    }

    private static HashSet<string> RunningHeads(string text, List<TextLine> lines, HashSet<int> numbers)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!numbers.Contains(i) && IsBeside(numbers, i) && lines[i].Length <= Longest)
            {
                var words = Words(text, lines[i]);
                counts[words] = counts.GetValueOrDefault(words) + 1;
            }
        }

        return [.. counts.Where(each => each.Value >= FewestPages).Select(each => each.Key)];
    }

    private static bool IsBeside(HashSet<int> numbers, int line) => numbers.Contains(line - 1) || numbers.Contains(line + 1);

    private static string Words(string text, TextLine line) => line.Length > Longest ? "" : line.In(text).ToString();

    [GeneratedRegex(
        """
        ^[ \t]*(?:
        (?i:page|página|pagina|seite|side|sida|strona|strana|stránka|стр\.|страница|стор\.|sayfa|halaman|trang|صفحة|الصفحة)[ \u00a0]{0,2}(?<n>\d{1,4})
            (?<of>[ \u00a0]?(?:/|(?i:of|sur|de|di|von|av|из|з|z|ze|dari|من))[ \u00a0]?\d{1,4})?
        |第[ ]?(?<n>\d{1,4})[ ]?[页頁ページ]{1,3}(?<of>[ ，,/（(]*[共全][ ]?\d{1,4}[ ]?[页頁ページ]{1,3}[）)]?)?
        |(?<n>\d{1,4})[ ]?\|[ ]?(?<of>(?i:P[ ]?a[ ]?g[ ]?e|página))
        |[-–—][ ]?(?<n>\d{1,4})[ ]?[-–—]
        |\[(?i:page)[ ](?<n>\d{1,4})\]
        )[ \t]*$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();
}
