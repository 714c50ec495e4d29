using System.Text;

namespace Intake.Extract.Cleaning;

/// <summary>Remembers the passages of a document to tell those that say word for word what an earlier one says.</summary>
internal sealed class Repetition
{
    /// <summary>Letters and digits; shorter passages are headings, answers such as "Not applicable", and labels.</summary>
    private const int Fewest = 40;

    /// <summary>Where a character is a word or a syllable.</summary>
    private const int FewestIdeographs = 15;

    private readonly HashSet<string> _earlier = new(StringComparer.Ordinal);

    public bool IsRepeated(PassageKind kind, ReadOnlySpan<char> passage) =>
        kind != PassageKind.Heading && Words(passage) is { } words && !_earlier.Add(words);

    /// <summary>The words alone: signs, numbers of items and line breaks may differ.</summary>
    private static string? Words(ReadOnlySpan<char> passage)
    {
        var words = new StringBuilder(passage.Length);
        var (letters, ideographs, isWithin) = (0, 0, false);
        foreach (var c in passage)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)
            {
                // A number that an item begins with is not said.
                if (letters == 0 && char.IsDigit(c))
                {
                    continue;
                }

                words.Append(char.ToLowerInvariant(c));
                letters++;
                ideographs += c is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uac00' and <= '\ud7a3') ? 1 : 0;
                isWithin = true;
            }
            else if (isWithin)
            {
                words.Append(' ');
                isWithin = false;
            }
        }

        return letters >= Fewest || ideographs >= FewestIdeographs ? words.ToString().TrimEnd() : null;
    }
}
