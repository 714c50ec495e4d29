using System.Text.RegularExpressions;

namespace Intake.Extract.Cleaning;

/// <summary>
/// Takes out the names of places in a document that exports leave in its text: <c>[bookmark: h.4uqmdegq0fyd]</c>,
/// <c>[anchor: _Toc12345678]</c>, <c>HYPERLINK \l "_Toc12345678"</c>, <c>PAGEREF _Toc12345678 \h 3</c>.
/// </summary>
internal static partial class BookmarkDebris
{
    public static void Find(string text, Cuts cuts)
    {
        foreach (var match in Bookmarks().EnumerateMatches(text))
        {
            cuts.Add(match.Index, match.Index + match.Length);
        }
    }

    [GeneratedRegex(
        """
        \[(?i:bookmark|anchor|signet|ancre|textmarke|marcador|segnalibro|закладка|书签|書籤|ブックマーク)[ \u00a0]?[:：][ \u00a0]?[\w.\-=]{1,80}\]
        |\b(?:TOC|HYPERLINK|PAGEREF|REF)[ ]\\?[a-z]?[ ]?"?_(?:Toc|Ref|Hlk)\d{5,12}"?(?:[ ]\\[a-z])*(?:[ ]\d{1,4}\b)?
        |\b_(?:Toc|Ref|Hlk)\d{5,12}\b|\b_heading=h\.\w{5,20}\b|\b_GoBack\b
        |\bError![ ](?:Bookmark[ ]not[ ]defined|Reference[ ]source[ ]not[ ]found)\.
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Bookmarks();
}
