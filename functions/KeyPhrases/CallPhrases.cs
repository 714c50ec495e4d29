namespace Intake.KeyPhrases;

/// <summary>A phrase of a whole call.</summary>
/// <param name="Text">The form most contributions use.</param>
/// <param name="Score">0 to 1, best first.</param>
/// <param name="Contributions">How many have it among their own best.</param>
internal sealed record CallPhrase(string Text, double Score, int Contributions);

/// <summary>Ranks the phrases of a call by breadth: what many contributions are about comes before what one says often.
/// The order in which contributions are added does not matter.</summary>
internal sealed class CallPhrases
{
    /// <summary>Scores are added up in whole steps, so that their sum does not depend on the order.</summary>
    private const int Steps = 10_000;

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Adds the best phrases of one contribution, found in texts of a language.</summary>
    public void Add(IEnumerable<KeyPhrase> top, string language)
    {
        var lists = WordLists.For(language);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var phrase in top)
        {
            var key = Key(phrase.Text, lists);
            if (!_entries.TryGetValue(key, out var entry))
            {
                _entries[key] = entry = new();
            }

            entry.Forms[phrase.Text] = entry.Forms.GetValueOrDefault(phrase.Text) + 1;
            if (seen.Add(key))
            {
                entry.Contributions++;
                entry.Steps += (long)Math.Round(phrase.Score * Steps);
            }
        }
    }

    /// <summary>The first <paramref name="count"/> phrases, best first.</summary>
    public IReadOnlyList<CallPhrase> Best(int count)
    {
        var ranked = _entries
            .Select(pair => (pair.Key, Entry: pair.Value, Score: pair.Value.Score))
            .OrderByDescending(phrase => phrase.Score).ThenBy(phrase => phrase.Key, StringComparer.Ordinal)
            .Take(count).ToList();
        return [.. ranked.Select(phrase => new CallPhrase(phrase.Entry.Form,
            Math.Round(phrase.Score / Math.Max(ranked[0].Score, double.Epsilon), 4), phrase.Entry.Contributions))];
    }

    private static string Key(string phrase, WordLists lists)
    {
        Span<char> folded = stackalloc char[Fold.MaxLength];
        var tokens = new List<Token>();
        Segmenter.Read(phrase, tokens);
        var stems = new List<string>(tokens.Count);
        foreach (var token in tokens)
        {
            var length = Fold.Word(phrase.AsSpan(token.Start, token.Length), folded);
            stems.Add(new string(lists.Stemmer.Inflection(folded[..length])));
        }

        return string.Join(' ', stems);
    }

    private sealed class Entry
    {
        public Dictionary<string, int> Forms { get; } = new(StringComparer.Ordinal);

        public int Contributions { get; set; }

        public long Steps { get; set; }

        /// <summary>Breadth first; the mean of the scores decides among equals.</summary>
        public double Score => Math.Log2(1 + Contributions) * (0.5 + 0.5 * Steps / CallPhrases.Steps / Contributions);

        public string Form => Forms.OrderByDescending(form => form.Value)
            .ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;
    }
}
