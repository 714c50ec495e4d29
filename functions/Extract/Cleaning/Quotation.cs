namespace Intake.Extract.Cleaning;

/// <summary>
/// Which passages are quoted from somebody else's earlier statement: those wholly within quotation marks, alone or together
/// with the following ones, those whose every line begins with "&gt;", and those introduced by a colon that begin with a letter
/// changed by the one who quotes ("[O]ur proposal"). A passage that holds a quotation within is the contributor's own.
/// </summary>
internal sealed class Quotation
{
    /// <summary>UTF-16 units within marks; shorter ones are names, titles and words that somebody keeps at a distance.</summary>
    private const int Shortest = 25;

    /// <summary>Passages that one quotation goes over.</summary>
    private const int Longest = 12;

    private readonly HashSet<int> _quoted = [];

    public Quotation(ReadText read)
    {
        for (var i = 0; i < read.Blocks.Count; i++)
        {
            var text = In(read, i);
            if (read.Blocks[i].Kind == PassageKind.Heading)
            {
                continue;
            }

            if (IsWithinMarks(text) || IsMarkedAtLines(text) || (IsIntroduced(read, i) && IsChangedAtBeginning(text)))
            {
                _quoted.Add(i);
            }
            else if (IsIntroduced(read, i) && Close(text) is var close and not '\0' && !text[1..].Contains(close))
            {
                AddUntil(read, i, close);
            }
        }
    }

    public bool IsQuoted(int block) => _quoted.Contains(block);

    private static ReadOnlySpan<char> In(ReadText read, int block) => read.Text.AsSpan(read.Blocks[block].Start..read.Blocks[block].End);

    private static bool IsIntroduced(ReadText read, int block) => block > 0 && In(read, block - 1).TrimEnd()[^1] is ':' or '：';

    /// <summary>The mark that ends what the text's first character opens.</summary>
    private static char Close(ReadOnlySpan<char> text) => text[0] switch
    {
        '"' => '"',
        '“' => '”',
        '„' => '“',
        '«' => '»',
        '»' => '«',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '”' => '”',
        '＂' => '＂',
        '〝' => '〞',
        _ => '\0',
    };

    private static bool IsWithinMarks(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd(" .,;)]0123456789¹²³⁴⁵⁶⁷⁸⁹⁰…。");
        var close = Close(text);

        // After “ some write the German “, after „ the English ”.
        var ends = end.Length > Shortest && (end[^1] == close || (text[0] == '„' && end[^1] == '”'));
        return close != '\0' && ends && !end[1..^1].Contains(end[^1]) && !end[1..^1].Contains(text[0]);
    }

    private static bool IsMarkedAtLines(ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
        {
            if (line is not ['>', ' ' or '>' or '\t', ..] and not ['>'])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsChangedAtBeginning(ReadOnlySpan<char> text) =>
        text is ['[', var letter, ']', var next, ..] && char.IsLetter(letter) && char.IsLower(next);

    /// <summary>A quotation of several passages, when its end is found.</summary>
    private void AddUntil(ReadText read, int first, char close)
    {
        for (var last = first + 1; last < read.Blocks.Count && last < first + Longest && read.Blocks[last].Kind != PassageKind.Heading; last++)
        {
            // English opens the marks again with each paragraph.
            var text = In(read, last);
            var rest = Close(text) == close ? text[1..] : text;
            var at = rest.IndexOf(close);
            if (at < 0)
            {
                continue;
            }

            if (rest[(at + 1)..].TrimEnd(" .,;)]0123456789¹²³⁴⁵⁶⁷⁸⁹⁰").IsEmpty)
            {
                _quoted.UnionWith(Enumerable.Range(first, last - first + 1));
            }

            return;
        }
    }
}
