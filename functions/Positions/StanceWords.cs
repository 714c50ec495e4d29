using System.Collections.Frozen;
using Intake.KeyPhrases;

namespace Intake.Positions;

/// <summary>The words of one language with which people take a stand, from <c>stances.txt</c>.</summary>
internal sealed class StanceWords
{
    private static readonly Lazy<FrozenDictionary<string, StanceWords>> All = new(Load);

    private StanceWords(IEnumerable<StancePhrase> phrases) =>
        Phrases = [.. phrases.OrderByDescending(phrase => phrase.Words.Length).ThenByDescending(phrase => phrase.Words[0].Length)];

    /// <summary>The longest first: "no need" before "no".</summary>
    public IReadOnlyList<StancePhrase> Phrases { get; }

    /// <summary>Null for a language that has none.</summary>
    public static StanceWords? For(string tag) => All.Value.GetValueOrDefault(tag.Split('-')[0]);

    private static FrozenDictionary<string, StanceWords> Load()
    {
        using var content = typeof(StanceWords).Assembly.GetManifestResourceStream("Intake.Positions.stances.txt")
            ?? throw new InvalidOperationException("The words of stances are not in the assembly.");
        using var reader = new StreamReader(content);
        var lines = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line.Split('\t'));
            }
        }

        return lines.GroupBy(line => line[0]).ToFrozenDictionary(
            language => language.Key,
            language => new StanceWords(language.SelectMany(line => line[2].Split(' ').Select(phrase => new StancePhrase(line[1], phrase)))));
    }
}

/// <summary>One or more words that stand beside each other.</summary>
internal sealed class StancePhrase(string kind, string phrase)
{
    public string Kind { get; } = kind;

    /// <summary>Folded; one that ends in <c>*</c> has any ending.</summary>
    public string[] Words { get; } = phrase[0] is >= '\u4E00' and <= '\u9FFF'
        ? [.. phrase.Select(c => c.ToString())]
        : [.. phrase.Split('_').Select(word => Fold.Word(word))];

    public bool Is(IReadOnlyList<string> sentence, int at)
    {
        if (at + Words.Length > sentence.Count)
        {
            return false;
        }

        for (var i = 0; i < Words.Length; i++)
        {
            var (word, found) = (Words[i], sentence[at + i]);
            if (word[^1] == '*' ? !found.StartsWith(word.AsSpan(0, word.Length - 1), StringComparison.Ordinal) : found != word)
            {
                return false;
            }
        }

        return true;
    }
}
