using Intake.Extract;

namespace Intake.KeyPhrases;

/// <summary>Finds where phrases that came without a place stand in their text, and ranks them: the service gives no
/// scores, so a phrase counts by how many passages have it, how early the first does, and whether it is more than one
/// word.</summary>
internal sealed class PhrasePlaces
{
    private const double SeveralWords = 1.3;

    /// <summary>Passages after which the advantage of an early place has fallen by half.</summary>
    private const double Early = 20;

    private readonly List<(KeyPhrase Phrase, string Key)> _found = [];

    /// <summary>Adds the phrases of one document of a passage. Returns how many are not in its text as they were
    /// given.</summary>
    public int Add(Passage passage, int offset, string text, IEnumerable<string> phrases)
    {
        var missing = 0;
        foreach (var phrase in phrases.Where(phrase => phrase.Length > 0))
        {
            var at = text.IndexOf(phrase, StringComparison.Ordinal);
            at = at < 0 ? text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) : at;
            if (at < 0)
            {
                missing++;
                continue;
            }

            var start = passage.Start + offset + at;
            _found.Add((new(text.Substring(at, phrase.Length), 0, passage.Number, start, start + phrase.Length),
                Fold.Word(phrase)));
        }

        return missing;
    }

    public PhraseSet ToSet(string engine)
    {
        var ranked = _found
            .GroupBy(found => found.Key)
            .Select(group => (group.Key, First: group.First().Phrase, Score: Score(group.First().Phrase, group
                .Select(found => found.Phrase.Passage).Distinct().Count())))
            .OrderByDescending(phrase => phrase.Score).ThenBy(phrase => phrase.First.Passage)
                .ThenBy(phrase => phrase.First.Start)
            .ToList();
        var best = ranked.Count > 0 ? ranked[0].Score : 1;
        var scores = ranked.ToDictionary(phrase => phrase.Key, phrase => Math.Round(phrase.Score / best, 4));
        return new(engine,
            [.. ranked.Take(PhraseChoice.MaxTop).Select(phrase => phrase.First with { Score = scores[phrase.Key] })],
            [.. _found.Select(found => found.Phrase with { Score = scores[found.Key] })
                .GroupBy(phrase => phrase.Passage)
                .SelectMany(passage => passage.OrderByDescending(phrase => phrase.Score).Take(PhraseChoice.MaxOfPassage)
                    .OrderBy(phrase => phrase.Start).ThenBy(phrase => phrase.End))]);
    }

    private static double Score(KeyPhrase first, int passages) => Math.Log2(1 + passages)
        * (first.Text.Contains(' ', StringComparison.Ordinal) ? SeveralWords : 1)
        * (0.5 + 0.5 / (1 + first.Passage / Early));
}
