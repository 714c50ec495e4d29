using System.Buffers;
using System.Text;

namespace Intake.Extract.Pdf;

/// <summary>
/// Finds what stands at the head or foot of one page after the other, but for its numbers: it is read once. Numbers of pages
/// alone are not read at all.
/// </summary>
internal sealed class RunningLines
{
    /// <summary>Of the page's height, above and below.</summary>
    private const double Margin = 0.12;

    /// <summary>A page with less than this beside its margins may be all head and foot: a slide, a form, a label.</summary>
    private const int LinesOfText = 3;

    private const int Longest = 200;

    /// <summary>Points by which a running line may move from page to page.</summary>
    private const double Shift = 20;

    private static readonly SearchValues<char> Roman = SearchValues.Create("ivxlIVXL");

    private readonly HashSet<PdfLine> _repeated = new(ReferenceEqualityComparer.Instance);

    /// <summary>The first of each running head.</summary>
    public List<string> Heads { get; } = [];

    /// <summary>The first of each running foot.</summary>
    public List<string> Feet { get; } = [];

    public static RunningLines Of(IReadOnlyList<PdfPage> pages)
    {
        var running = new RunningLines();
        var seen = new Dictionary<(bool IsHead, string Key), List<PdfLine>>();
        foreach (var page in pages.Where(page => page is { Lines: not null, Height: > 0 }))
        {
            var margins = page.Lines!.Where(line => IsHead(line, page) || IsFoot(line, page)).ToList();
            if (page.Lines!.Count - margins.Count < LinesOfText)
            {
                continue;
            }

            foreach (var line in margins.Where(line => line.Text.Length <= Longest).DistinctBy(line => Key(line.Text)))
            {
                var key = (IsHead(line, page), Key(line.Text));
                if (!seen.TryGetValue(key, out var same))
                {
                    seen[key] = same = [];
                }

                if (same.Count == 0 || Math.Abs(same[0].Box.Top - line.Box.Top) <= Shift)
                {
                    same.Add(line);
                }
            }
        }

        foreach (var ((isHead, key), lines) in seen.Where(entry => entry.Value.Count > 1))
        {
            running._repeated.UnionWith(lines);
            if (!IsPageNumber(key))
            {
                (isHead ? running.Heads : running.Feet).Add(lines[0].Text);
            }
        }

        return running;
    }

    public bool Contains(PdfLine line) => _repeated.Contains(line);

    private static bool IsHead(PdfLine line, PdfPage page) => line.Box.Bottom < page.Height * Margin;

    private static bool IsFoot(PdfLine line, PdfPage page) => line.Box.Top > page.Height * (1 - Margin);

    /// <summary>The line with every number as <c>#</c>; a line that is one Roman number as well.</summary>
    private static string Key(string line)
    {
        if (line.Length <= 8 && !line.AsSpan().ContainsAnyExcept(Roman))
        {
            return "#";
        }

        var key = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (!char.IsDigit(c))
            {
                key.Append(c);
            }
            else if (key.Length == 0 || key[^1] != '#')
            {
                key.Append('#');
            }
        }

        return key.ToString();
    }

    private static bool IsPageNumber(string key) => key.All(c => c is '#' or ' ' or '-' or '–' or '—' or '/' or '|' or '(' or ')' or '[' or ']' or '.');
}
