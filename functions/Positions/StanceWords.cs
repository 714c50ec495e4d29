using System.Collections.Frozen;
using Intake.KeyPhrases;

namespace Intake.Positions;

/// <summary>The words of one language with which people take a stand, from <c>stances.txt</c>.</summary>
internal sealed class StanceWords
{
    private static readonly Lazy<FrozenDictionary<string, StanceWords>> All = new(() => PhraseLines.Load("stances.txt")
        .ToFrozenDictionary(language => language.Key, language => new StanceWords(language.Value)));

    /// <summary>By their first letter; the longest first: "no need" before "no".</summary>
    private readonly FrozenDictionary<char, StancePhrase[]> _phrases;
    private readonly FrozenDictionary<char, StancePhrase[]> _words;

    private readonly FrozenSet<string> _nouns;
    private readonly FrozenSet<string> _before;
    private readonly FrozenSet<string> _after;

    private StanceWords(ILookup<string, StancePhrase> kinds)
    {
        _nouns = Set("noun");
        _before = Set("before");
        _after = Set("after");
        var phrases = kinds.Where(kind => kind.Key is not ("noun" or "before" or "after")).SelectMany(kind => kind);
        _phrases = phrases.OrderByDescending(phrase => phrase.Words.Length).ThenByDescending(phrase => phrase.Words[0].Length)
            .GroupBy(phrase => phrase.Words[0][0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _words = _phrases.ToFrozenDictionary(
            letter => letter.Key,
            letter => letter.Value.Where(phrase => phrase.Words.Length == 1 && !phrase.IsAddressee && phrase.Kind is not ("leans" or "-")).ToArray());

        FrozenSet<string> Set(string kind) => kinds[kind].Select(phrase => string.Join('_', phrase.Words)).ToFrozenSet();
    }

    /// <summary>The phrase that begins with this word of a sentence; null for none.</summary>
    public StancePhrase? At(IReadOnlyList<string> sentence, int at) =>
        sentence[at].Length > 0 && _phrases.TryGetValue(sentence[at][0], out var phrases) ? Array.Find(phrases, phrase => phrase.Is(sentence, at)) : null;

    /// <summary>Whether a phrase that is also a noun is one here: "the support", "support for", not "we support".</summary>
    public bool IsNoun(StancePhrase phrase, IReadOnlyList<string> sentence, int at)
    {
        var after = at + phrase.Words.Length;
        return _nouns.Contains(string.Join('_', phrase.Words))
            && ((at > 0 && !_before.Contains(sentence[at - 1])) || (after < sentence.Count && _after.Contains(sentence[after])));
    }

    /// <summary>Whether a folded word says for itself that a stand is taken, or which.</summary>
    public bool Has(ReadOnlySpan<char> word)
    {
        if (word.Length > 0 && _words.TryGetValue(word[0], out var phrases))
        {
            foreach (var phrase in phrases)
            {
                if (phrase.Begins(word))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Null for a language that has none.</summary>
    public static StanceWords? For(string tag) => All.Value.GetValueOrDefault(tag.Split('-')[0]);
}

/// <summary>One or more words that stand beside each other.</summary>
internal sealed class StancePhrase(string kind, string phrase)
{
    public string Kind { get; } = kind;

    /// <summary>It names who is to act, and takes no stand.</summary>
    public bool IsAddressee => Kind.StartsWith("to:", StringComparison.Ordinal);

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
            if (!Fits(Words[i], sentence[at + i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether its first word is this one.</summary>
    public bool Begins(ReadOnlySpan<char> word) => Fits(Words[0], word);

    private static bool Fits(string word, ReadOnlySpan<char> found) => word[^1] == '*'
        ? found.StartsWith(word.AsSpan(0, word.Length - 1), StringComparison.Ordinal)
        : found.SequenceEqual(word);
}
