using System.Collections.Frozen;

namespace Intake.Positions;

/// <summary>Tells statements on how the consultation is run from those on what it is about, by the words of
/// <c>process.txt</c>: one that says so alone, or one of what is asked together with one of where.</summary>
internal static class ProcessWords
{
    private static readonly Lazy<FrozenDictionary<string, ILookup<string, StancePhrase>>> All = new(() => PhraseLines.Load("process.txt"));

    public static bool SpeaksOfProcess(string sentence, string language)
    {
        if (!All.Value.TryGetValue(language.Split('-')[0], out var phrases))
        {
            return false;
        }

        var words = StanceFinder.Words(sentence);
        return Has("alone") || (Has("what") && Has("where"));

        bool Has(string kind) => Enumerable.Range(0, words.Count).Any(at => phrases[kind].Any(phrase => phrase.Is(words, at)));
    }
}
