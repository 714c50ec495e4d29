using System.Text;
using System.Text.Json;

namespace Intake.Benchmarks;

/// <summary>Letters in several languages, the same in every run: the sentences of the sample's contributions, in ever other
/// orders, with names and numbers that are new in each, so that nothing learned of one letter serves for the next.</summary>
internal static class AnalysisTexts
{
    private const int LetterCharacters = 5_000;
    private const int AbstractCharacters = 800;

    /// <summary>Characters of a letter where a character is a word or half of one.</summary>
    private const int DenseCharacters = 1_700;

    /// <summary>Of so many words of a script with spaces one is new.</summary>
    private const int Rarely = 25;

    private static readonly string[] Syllables = "ka lo mer ti bran su vel dor an hil pe gos tra nim ro esh wi cal ".Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The sample's contributions, by the language that ends their files' names.</summary>
    private static readonly Lazy<ILookup<string, string>> Sample = new(() => Directory
        .GetFiles(Path.Combine(AppContext.BaseDirectory, "sample", "contributions"), "*.json").Order(StringComparer.Ordinal)
        .Select(file => (Language: Path.GetFileNameWithoutExtension(file)[^2..], Content: JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file))))
        .Where(one => one.Content.TryGetProperty("text", out _))
        .ToLookup(one => one.Language, one => one.Content.GetProperty("text").GetString()!));

    /// <summary>Letters of 5 kB in English.</summary>
    public static IReadOnlyList<string> English(int count) => [.. Make(["en"], count, LetterCharacters)];

    /// <summary>Letters of the same length in turn in English, French, Spanish, Arabic, Russian, Chinese and Portuguese.</summary>
    public static IReadOnlyList<string> Mixed(int count) => [.. Make(["en", "fr", "es", "ar", "ru", "zh", "pt"], count, LetterCharacters)];

    /// <summary>English texts of 0.8 kB, as short as an abstract.</summary>
    public static IReadOnlyList<string> Short(int count) => [.. Make(["en"], count, AbstractCharacters)];

    private static IEnumerable<string> Make(string[] languages, int count, int characters)
    {
        for (var number = 0; number < count; number++)
        {
            var language = languages[number % languages.Length];
            yield return Letter(new Random(number), [.. Sample.Value[language].SelectMany(Sentences)], language == "zh" ? Math.Min(characters, DenseCharacters) : characters);
        }
    }

    private static string Letter(Random random, List<string> sentences, int characters)
    {
        var letter = new StringBuilder();
        while (letter.Length < characters)
        {
            for (var left = random.Next(2, 6); left > 0 && letter.Length < characters; left--)
                letter.Append(Vary(random, sentences[random.Next(sentences.Count)])).Append(left > 1 ? " " : "\n\n");
        }

        return letter.ToString().TrimEnd();
    }

    private static IEnumerable<string> Sentences(string text) => text.ReplaceLineEndings("\n").Split('\n')
        .SelectMany(line => line.Replace(". ", ".\n", StringComparison.Ordinal).Replace("。", "。\n", StringComparison.Ordinal).Split('\n'))
        .Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 12);

    private static string Vary(Random random, string sentence) => string.Join(' ', sentence.Split(' ').Select(word => random.Next(Rarely) switch
    {
        0 => char.ToUpperInvariant(Made(random)[0]) + Made(random),
        1 when random.Next(2) == 0 => $"{random.Next(2, 3_000)}",
        _ => word,
    }));

    private static string Made(Random random) => string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)]));
}
