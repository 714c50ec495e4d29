using Intake.Calls;
using Intake.KeyPhrases;
using Intake.Themes.Learning;

namespace Intake.Local.CommandLine.Analysis;

/// <summary>Learns a call's themes from labelled texts and, if it is wanted, from all texts before they are
/// analysed.</summary>
internal static class ThemeTraining
{
    /// <summary>Texts without a label that are learned from; of more, an even choice that depends on the texts alone. Bounds
    /// memory and time.</summary>
    private const int MaxTexts = 20_000;

    /// <summary>UTF-16 units of a text that are learned from.</summary>
    private const int MaxCharacters = 4_000;

    /// <param name="call">Whose themes.</param>
    /// <param name="labelled">Lines with text and theme; null for none.</param>
    /// <param name="batch">Lines that will be analysed; null for none.</param>
    /// <param name="complain">Called with what is wrong with a labelled line.</param>
    public static ThemeModel Learn(Call call, IEnumerable<TextLine>? labelled, IEnumerable<TextLine>? batch, Action<string> complain)
    {
        var texts = new List<LearningText>();
        var indexes = call.Themes.Index().ToDictionary(theme => theme.Item.Id, theme => theme.Index, StringComparer.Ordinal);
        foreach (var line in labelled ?? [])
        {
            if (line.Text is null || line.Theme is null || !indexes.TryGetValue(line.Theme, out var index))
            {
                complain($"Labelled line {line.Number}: {line.Problem ?? (line.Theme is null ? "it has no theme" : $"the call has no theme {CleanText.Line(line.Theme)}")}.");
                continue;
            }

            texts.Add(Text(line) with { About = [index] });
        }

        // Nearly a reservoir: those with the smallest hashes.
        var known = texts.Select(text => text.Text).ToHashSet(StringComparer.Ordinal);
        var chosen = new PriorityQueue<LearningText, ulong>();
        foreach (var line in batch ?? [])
        {
            if (line.Text is not null && Text(line) is var text && !known.Contains(text.Text))
            {
                var hash = FeatureHash.Of(text.Text, FeatureHash.Gram);
                if (chosen.Count < MaxTexts)
                {
                    chosen.Enqueue(text, ulong.MaxValue - hash);
                }
                else
                {
                    chosen.EnqueueDequeue(text, ulong.MaxValue - hash);
                }
            }
        }

        return ThemeLearner.Learn(ThemeTexts.Of(call), texts.Concat(chosen.UnorderedItems.Select(item => item.Element)));
    }

    private static LearningText Text(TextLine line)
    {
        var text = line.Text!.Length > MaxCharacters ? line.Text[..MaxCharacters] : line.Text;
        return new(text, line.Language ?? LanguageDetector.Instance.Detect(text));
    }
}
