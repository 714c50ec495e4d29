using System.Text;

namespace Intake.Extract.Rtf;

/// <summary>The style sheet, as far as it says which paragraphs are headings.</summary>
internal sealed class RtfStyles
{
    /// <summary>Styles kept; Word itself stops at 4,079.</summary>
    private const int Most = 5_000;

    private const int LongestName = 64;

    private readonly HashSet<int> _headings = [];
    private readonly StringBuilder _name = new();

    /// <summary>Text of the style sheet: the name of a style, ended by a semicolon.</summary>
    public void Text(ReadOnlySpan<char> text, in RtfGroup group)
    {
        foreach (var c in text)
        {
            if (c == ';')
            {
                Add(group);
            }
            else if (_name.Length < LongestName)
            {
                _name.Append(c);
            }
        }
    }

    /// <summary>What a paragraph says of itself goes before what its style says.</summary>
    public bool IsHeading(in RtfGroup group) => group.OutlineLevel is { } level ? IsHeadingLevel(level) : _headings.Contains(group.Style);

    private static bool IsHeadingLevel(int level) => level is >= 0 and < 9;

    private void Add(in RtfGroup group)
    {
        var name = _name.ToString().Trim();
        _name.Clear();
        var isHeading = group.OutlineLevel is { } level ? IsHeadingLevel(level)
            : name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) || name.Equals("title", StringComparison.OrdinalIgnoreCase)
                || name.Equals("subtitle", StringComparison.OrdinalIgnoreCase);
        if (isHeading && _headings.Count < Most)
        {
            _headings.Add(group.Style);
        }
    }
}
