using Intake.KeyPhrases;

namespace Intake.Positions;

/// <summary>
/// How well each of some statements expresses each of some points, on one topic. What all of them are about is taken out
/// first, by the words' rarity and by the mean of their meanings, so that what sets the points apart decides. Statements and
/// points may be in different languages.
/// </summary>
public static class PointMatcher
{
    /// <summary>What equal words count beside equal meaning, where there are word vectors.</summary>
    private const double WordsBesideMeaning = 0.2;

    /// <summary>How much the next best point takes from a point's score: who says two things at once says neither clearly.</summary>
    private const double Rival = 0.5;

    /// <summary>Texts that have to be there for half of their mean to be taken out.</summary>
    private const double MeanOf = 4;

    /// <summary>Characters that the language is told by.</summary>
    private const int MostCharacters = 4_000;

    /// <summary>Characters of a text by which alone its language is told, unless it is in another script than the Latin.</summary>
    private const int LongEnough = 60;
    private const char FirstOfOtherScripts = '\u0370';

    /// <returns>A score for each statement (row) and point (column), 0 to 1, comparable within the topic.</returns>
    public static double[][] Score(IReadOnlyList<string> statements, IReadOnlyList<string> points)
    {
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(points);
        var all = Features(statements).Concat(Features(points)).ToList();
        var words = RareWords(all);
        var meanings = 2 * all.Count(text => text.Known > 0) >= all.Count ? Meanings(all) : null;
        var scores = new double[statements.Count][];
        for (var s = 0; s < scores.Length; s++)
        {
            scores[s] = new double[points.Count];
            for (var p = 0; p < points.Count; p++)
            {
                var (one, other) = (s, statements.Count + p);
                var equal = Cosine(words[one], words[other]);
                scores[s][p] = meanings is null ? equal : Dot(meanings[one], meanings[other]) + (WordsBesideMeaning * equal);
            }

            Contrast(scores[s]);
        }

        return scores;
    }

    /// <summary>Of texts that are in one language, or in several.</summary>
    private static IEnumerable<TextFeatures> Features(IReadOnlyList<string> texts)
    {
        var common = Language(texts);
        return texts.Select(text => TextFeatures.Of(text, OwnLanguage(text) ?? common));
    }

    /// <summary>Null for one that is too short to tell, or has no concepts.</summary>
    private static string? OwnLanguage(string text)
    {
        var own = text.Length >= LongEnough || text.Any(c => c >= FirstOfOtherScripts) ? Primary(LanguageDetector.Instance.Detect(text)) : null;
        return own is not null && ConceptWords.For(own) is not null ? own : null;
    }

    private static string Primary(string tag) => tag.Split('-')[0];

    private static string Language(IEnumerable<string> texts)
    {
        var sample = new System.Text.StringBuilder();
        foreach (var text in texts)
        {
            sample.Append(text).Append('\n');
            if (sample.Length > MostCharacters)
            {
                break;
            }
        }

        return Primary(LanguageDetector.Instance.Detect(sample.ToString()));
    }

    private static List<Dictionary<string, double>> RareWords(List<TextFeatures> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in texts.SelectMany(text => text.Words.Keys))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        return [.. texts.Select(text =>
        {
            var weights = text.Words.ToDictionary(word => word.Key, word => word.Value * Math.Log((1.0 + texts.Count) / counts[word.Key]), StringComparer.Ordinal);
            var length = Math.Sqrt(weights.OrderBy(word => word.Key, StringComparer.Ordinal).Sum(word => word.Value * word.Value));
            return weights.ToDictionary(word => word.Key, word => length > 0 ? word.Value / length : 0, StringComparer.Ordinal);
        })];
    }

    private static List<double[]> Meanings(List<TextFeatures> texts)
    {
        var nothing = new float[WordVectors.Of().Dimensions];
        var meanings = texts.Select(text => Normalised((text.Meaning ?? nothing).Select(value => (double)value))).ToList();
        var mean = new double[meanings[0].Length];
        foreach (var meaning in meanings)
        {
            for (var d = 0; d < mean.Length; d++)
            {
                mean[d] += meaning[d] / (meanings.Count + MeanOf);
            }
        }

        return [.. meanings.Select(meaning => Normalised(meaning.Zip(mean, (value, common) => value - common)))];
    }

    private static double[] Normalised(IEnumerable<double> vector)
    {
        var values = vector.ToArray();
        var length = Math.Sqrt(Dot(values, values));
        return length > 0 ? [.. values.Select(value => value / length)] : values;
    }

    private static double Dot(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var d = 0; d < one.Length; d++)
        {
            sum += one[d] * other[d];
        }

        return sum;
    }

    private static double Cosine(Dictionary<string, double> one, Dictionary<string, double> other) =>
        other.OrderBy(word => word.Key, StringComparer.Ordinal).Sum(word => word.Value * one.GetValueOrDefault(word.Key));

    private static void Contrast(double[] row)
    {
        var (best, second) = (double.NegativeInfinity, double.NegativeInfinity);
        foreach (var score in row)
        {
            (best, second) = score > best ? (score, best) : (best, Math.Max(second, score));
        }

        for (var p = 0; p < row.Length; p++)
        {
            var rival = row.Length < 2 ? 0 : row[p] < best ? best : second;
            row[p] = 1 / (1 + Math.Exp(-4 * (row[p] - (Rival * Math.Max(0, rival)) - 0.2)));
        }
    }
}
