using Intake.Calls;
using Intake.Extract;
using Intake.KeyPhrases;
using Intake.Storage;
using Intake.Themes.Learning;

namespace Intake.Themes;

/// <summary>The passages of one call that its themes are learned from: which ones follows from the passages alone, not from
/// the order in which they came.</summary>
internal sealed class LearningEvidence(LearningOptions options)
{
    private readonly Dictionary<(string Text, string Language), SortedSet<string>> _passages = [];
    private readonly Dictionary<(string Contribution, int Passage), ConfirmedPassage> _confirmed = [];

    public LearningEvidence(LearningOptions options, LearningState state)
        : this(options)
    {
        foreach (var passage in state.Passages)
        {
            _passages[(passage.Text, passage.Language)] = new(passage.In, StringComparer.Ordinal);
        }

        foreach (var passage in state.Confirmed)
        {
            _confirmed[(passage.Contribution, passage.Passage)] = passage;
        }
    }

    /// <summary>In the order of their hash, the first so many.</summary>
    public IReadOnlyList<KnownPassage> Passages => [.. _passages
        .OrderBy(passage => FeatureHash.Of(passage.Key.Text, FeatureHash.Gram))
        .ThenBy(passage => passage.Key.Text, StringComparer.Ordinal)
        .ThenBy(passage => passage.Key.Language, StringComparer.Ordinal)
        .Take(options.MaxPassages)
        .Select(passage => new KnownPassage(passage.Key.Text, passage.Key.Language, [.. passage.Value]))];

    public IReadOnlyList<ConfirmedPassage> Confirmed => [.. _confirmed.Values
        .OrderBy(passage => passage.Contribution, StringComparer.Ordinal).ThenBy(passage => passage.Passage)];

    /// <summary>Replaces what is known of a contribution.</summary>
    public void Put(string contribution, IEnumerable<PassageText> passages, IEnumerable<CorrectionRow> corrections)
    {
        foreach (var (key, contributions) in _passages.ToList())
        {
            if (contributions.Remove(contribution) && contributions.Count == 0)
            {
                _passages.Remove(key);
            }
        }

        foreach (var key in _confirmed.Keys.Where(key => key.Contribution == contribution).ToList())
        {
            _confirmed.Remove(key);
        }

        var said = corrections.ToDictionary(row => row.Passage);
        foreach (var passage in passages)
        {
            var text = passage.Text[..Math.Min(passage.Text.Length, options.MaxCharacters)];
            var (number, language) = (passage.Passage.Number, passage.Passage.Language);
            if (said.TryGetValue(number, out var row))
            {
                _confirmed[(contribution, number)] = new(contribution, number, text, language, row.ThemeIds);
            }
            else if (text.Length >= options.MinCharacters && passage.Passage.Kind != PassageKind.Heading)
            {
                if (!_passages.TryGetValue((text, language), out var contributions))
                {
                    _passages[(text, language)] = contributions = new(StringComparer.Ordinal);
                }

                contributions.Add(contribution);
            }
        }
    }

    /// <summary>As texts to learn from, with the themes of the call as it is now.</summary>
    public IEnumerable<LearningText> Texts(Call call)
    {
        var themes = call.Themes.Select((theme, index) => (theme.Id, index)).DistinctBy(theme => theme.Id).ToDictionary();
        foreach (var passage in Passages)
        {
            yield return new(passage.Text, passage.Language);
        }

        foreach (var passage in Confirmed)
        {
            var about = passage.Themes.Where(themes.ContainsKey).Select(id => themes[id]).Order().ToList();

            // What was said of themes that are gone says nothing of those there are.
            if (about.Count > 0 || passage.Themes.Count == 0)
            {
                yield return new(passage.Text, passage.Language, about);
            }
        }
    }
}
