namespace Intake.Search;

/// <summary>Where the parts of a search stand in a text.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last.</param>
public readonly record struct TextSpan(int Start, int End);

/// <summary>Finds the parts of a search in texts, and remembers which were found.</summary>
internal sealed class SearchMatch(IReadOnlyList<QueryPart> parts)
{
    private readonly bool[] _found = new bool[parts.Count];

    /// <summary>All parts stand in the texts looked at so far.</summary>
    public bool IsComplete => _found.All(found => found);

    /// <returns>How many parts stand in the text, and where, in order and without overlaps.</returns>
    public (int Parts, IReadOnlyList<TextSpan> Hits) Look(string text)
    {
        var words = SearchWords.Of(text);
        var hits = new List<TextSpan>();
        var count = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            var before = hits.Count;
            Look(words, parts[i], hits);
            _found[i] |= hits.Count > before;
            count += hits.Count > before ? 1 : 0;
        }

        return (count, WithoutOverlaps(hits));
    }

    private static void Look(List<SearchWord> words, QueryPart part, List<TextSpan> hits)
    {
        for (var at = 0; at + part.Words.Count <= words.Count; at++)
        {
            var matched = 0;
            while (matched < part.Words.Count && Fits(words[at + matched], part, matched))
                matched++;
            if (matched == part.Words.Count)
                hits.Add(new TextSpan(words[at].Start, words[at + matched - 1].End));
        }
    }

    private static bool Fits(SearchWord word, QueryPart part, int i) => part.IsPrefixAt(i)
        ? word.Word.StartsWith(part.Words[i].Word, StringComparison.Ordinal)
        : word.Word == part.Words[i].Word;

    private static List<TextSpan> WithoutOverlaps(List<TextSpan> hits)
    {
        var kept = new List<TextSpan>();
        foreach (var hit in hits.OrderBy(hit => hit.Start).ThenByDescending(hit => hit.End))
        {
            if (kept.Count == 0 || hit.Start >= kept[^1].End)
                kept.Add(hit);
        }

        return kept;
    }
}
