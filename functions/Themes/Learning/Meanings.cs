using Intake.KeyPhrases;
using Intake.Positions;

namespace Intake.Themes.Learning;

/// <summary>How alike texts and themes are by what their words mean, where there are word vectors: in English. A sentence seldom
/// has a word of a theme's title, but often one that means something near.</summary>
internal static class Meanings
{
    private const string Language = "en";

    /// <summary>UTF-16 units; of a longer text the beginning is enough.</summary>
    private const int MaxCharacters = 1_000;

    /// <returns>By text, then by theme as often as there are themes, each alike itself: the cosine; null for a text in another
    /// language. Without descriptions in English all are.</returns>
    public static double[]?[] Alike(IReadOnlyList<LearningText> texts, IReadOnlyList<ThemeText> themes)
    {
        // A title of one word is too short to tell its language, all together are not.
        var all = string.Join('\n', themes.SelectMany(theme => theme.Parts.Select(part => part.Text)));
        var described = LanguageDetector.Instance.Detect(all) is Language or LanguageDetector.Unknown && texts.Any(text => IsKnown(text.Language))
            ? themes.Select(theme => Direction(theme.Parts)).ToList()
            : [null];
        if (!described.TrueForAll(theme => theme is not null))
        {
            return new double[]?[texts.Count + themes.Count];
        }

        return [.. texts.Select(text => IsKnown(text.Language) ? Cosines(Direction([(text.Text, text.Language, 1)])) : null)
            .Concat(described.Select(Cosines))];

        double[]? Cosines(float[]? meaning) => meaning is null ? null : [.. described.Select(theme => Dot(meaning, theme!))];
    }

    private static bool IsKnown(string language) => WordLists.Primary(language).SequenceEqual(Language);

    /// <summary>The sum of the words' vectors, of length 1; null when no word is known.</summary>
    private static float[]? Direction(IEnumerable<(string Text, string Language, int Times)> parts)
    {
        var vectors = WordVectors.Of();
        var sum = new float[vectors.Dimensions];
        var known = false;
        var tokens = new List<Token>();
        Span<char> folded = stackalloc char[Fold.MaxLength];
        foreach (var (text, _, times) in parts)
        {
            tokens.Clear();
            var beginning = text.AsSpan(0, Math.Min(text.Length, MaxCharacters));
            Segmenter.Read(beginning, tokens);
            foreach (var token in tokens)
            {
                known |= vectors.Add(folded[..Fold.Word(beginning.Slice(token.Start, token.Length), folded)], times, sum);
            }
        }

        var length = (float)Math.Sqrt(Dot(sum, sum));
        return known && length > 0 ? [.. sum.Select(value => value / length)] : null;
    }

    private static double Dot(float[] one, float[] other)
    {
        var sum = 0.0;
        for (var d = 0; d < one.Length; d++)
        {
            sum += one[d] * (double)other[d];
        }

        return sum;
    }
}
