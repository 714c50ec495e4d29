using Intake.Extract;

namespace Intake.Search;

/// <summary>The piece of a contribution in which a search was found.</summary>
/// <param name="Passage">The passage's number: <c>#p12</c>.</param>
/// <param name="Language">BCP 47 tag, or <c>und</c>.</param>
/// <param name="Text">A piece of the passage; one that is cut begins or ends with an ellipsis.</param>
/// <param name="Hits">What was searched for, in UTF-16 units of the text.</param>
public sealed record Snippet(int Passage, string Language, string Text, IReadOnlyList<TextSpan> Hits)
{
    /// <summary>UTF-16 units before the first hit, and in all.</summary>
    private const int Before = 80;
    private const int Longest = 300;

    private const string Cut = "…";

    internal static Snippet Of(Passage passage, string text, IReadOnlyList<TextSpan> hits)
    {
        var start = hits.Count == 0 ? 0 : AtWord(text, Math.Max(0, hits[0].Start - Before));
        var end = text.Length - start <= Longest ? text.Length : start + Longest;
        if (end < text.Length && char.IsLowSurrogate(text[end]))
            end--;
        var lead = start == 0 ? "" : Cut;
        return new Snippet(
            passage.Number, passage.Language, lead + text[start..end].TrimEnd() + (end == text.Length ? "" : Cut),
            [.. hits.Where(hit => hit.Start >= start && hit.End <= end)
                .Select(hit => new TextSpan(hit.Start - start + lead.Length, hit.End - start + lead.Length))]);
    }

    /// <summary>The beginning of the word at or after the place, if one begins soon; never within a character.</summary>
    private static int AtWord(string text, int from)
    {
        if (from == 0)
            return 0;
        for (var i = from; i < Math.Min(text.Length, from + (Before / 2)); i++)
        {
            if (char.IsWhiteSpace(text[i - 1]))
                return i;
        }

        return char.IsLowSurrogate(text[from]) ? from + 1 : from;
    }
}
