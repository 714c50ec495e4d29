using Intake.Extract;
using Intake.KeyPhrases;
using Intake.PersonalData;
using Intake.Themes;

namespace Intake.Receive;

/// <summary>The texts of a revision as somebody may see them, and what was found in them without what is covered there: a
/// phrase, or a word that speaks for a theme, could be the address itself.</summary>
internal sealed class InSight
{
    private readonly Dictionary<int, string> _whole = [];
    private readonly Dictionary<int, string> _shown = [];

    /// <param name="covered">Null for one who sees all.</param>
    public void Add(int document, string text, string? covered)
    {
        _whole.Add(document, text);
        _shown.Add(document, covered ?? text);
    }

    /// <summary>Null when the document has no text.</summary>
    public string? Text(Passage passage) => _shown.TryGetValue(passage.Document, out var text) ? passage.In(text) : null;

    public IReadOnlyList<KeyPhrase> Phrases(IReadOnlyList<KeyPhrase> phrases, Extraction extraction)
    {
        var documents = extraction.Passages.ToDictionary(passage => passage.Number, passage => passage.Document);
        return [.. phrases.Where(phrase => !documents.TryGetValue(phrase.Passage, out var document)
            || !_shown.TryGetValue(document, out var text) || text.AsSpan(phrase.Start, phrase.End - phrase.Start).SequenceEqual(phrase.Text))];
    }

    public IReadOnlyList<ThemeScore> Themes(IReadOnlyList<ThemeScore> themes) =>
        _shown.Values.Any(text => text.Contains(PersonalDataMask.Sign, StringComparison.Ordinal))
            ? [.. themes.Select(theme => theme with { Why = [.. theme.Why.Where(word => IsIn(_shown, word) || !IsIn(_whole, word))] })]
            : themes;

    private static bool IsIn(Dictionary<int, string> texts, string word) =>
        texts.Values.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
