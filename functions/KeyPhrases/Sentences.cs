namespace Intake.KeyPhrases;

/// <summary>A stretch of a text in UTF-16 units.</summary>
internal readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>Splits a passage into sentences, in any script that marks their end. Linear in the passage's length.</summary>
internal static class Sentences
{
    private const string Wide = "。！？｡";
    private const string Stops = ".!?…؟۔।॥։";
    private const string Closing = "\"'”’»›)]}」』";

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "st", "prof", "amb", "no", "nos", "art", "arts", "para", "paras", "sec", "vs", "cf", "ed",
        "e.g", "i.e", "etc", "vol", "fig", "mme", "mlle", "sr", "sra", "núm", "pág", "p.ex", "z.b", "bzw", "nr", "abs", "approx",
    };

    public static List<Span> Split(string text, int start, int end)
    {
        var sentences = new List<Span>();
        var from = start;
        for (var i = start; i < end; i++)
        {
            var wide = Wide.Contains(text[i]);
            if (!wide && !Stops.Contains(text[i]))
            {
                continue;
            }

            var after = i + 1;
            while (after < end && (Stops.Contains(text[after]) || Wide.Contains(text[after]) || Closing.Contains(text[after])))
            {
                after++;
            }

            if (wide || after == end || (char.IsWhiteSpace(text[after]) && IsEnd(text, from, i, after, end)))
            {
                Add(sentences, text, from, after);
                from = after;
            }

            i = after - 1;
        }

        Add(sentences, text, from, end);
        return sentences;
    }

    private static bool IsEnd(string text, int from, int stop, int after, int end)
    {
        var next = after;
        while (next < end && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (next < end && char.IsLower(text[next]))
        {
            return false;
        }

        if (text[stop] != '.')
        {
            return true;
        }

        var word = stop;
        while (word > from && stop - word < 12 && !char.IsWhiteSpace(text[word - 1]))
        {
            word--;
        }

        var last = text.AsSpan(word, stop - word).TrimStart("([\"'“«");

        // "J." and "4." begin something, and "1.1." too; "in 2015." ends a sentence.
        var isInitial = last.Length == 1 && (char.IsLetter(last[0]) || char.IsDigit(last[0]));
        var isNumber = word == from && last.Length <= 4 && last.Length > 0 && char.IsDigit(last[0]);
        return !isInitial && !isNumber && !Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(last);
    }

    private static void Add(List<Span> sentences, string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        if (to > from)
        {
            sentences.Add(new Span(from, to));
        }
    }
}
