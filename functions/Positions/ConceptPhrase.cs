using Intake.KeyPhrases;

namespace Intake.Positions;

/// <summary>Words of one language that stand for a concept.</summary>
internal sealed class ConceptPhrase
{
    /// <summary>Letters of an article that may stand between two words: "protección de los datos".</summary>
    private const int Article = 3;

    private readonly (string Stem, bool IsPrefix)[] _words;

    public ConceptPhrase(string phrase, Concept concept)
    {
        Concept = concept;
        _words = [.. phrase.Split('_', '\'', '-').Where(word => word.Length > 0).Select(word => (Fold.Word(word.TrimEnd('*')), word[^1] == '*'))];
    }

    public Concept Concept { get; }

    /// <summary>The first word, or the beginning of it.</summary>
    public string Stem => _words[0].Stem;

    public bool IsPrefix => _words[0].IsPrefix;

    public int Words => _words.Length;

    /// <summary>Whether the words after the first stand in the sentence after it.</summary>
    /// <param name="sentence">Folded words, each in the forms it may have.</param>
    /// <param name="at">Where the first stands.</param>
    /// <returns>How many words of the sentence it takes; 0 when they do not.</returns>
    public int LengthIn(IReadOnlyList<string[]> sentence, int at)
    {
        var next = at + 1;
        for (var i = 1; i < _words.Length; i++)
        {
            if (!Fits(i, sentence, next) && !(next < sentence.Count && sentence[next][0].Length <= Article && Fits(i, sentence, ++next)))
            {
                return 0;
            }

            next++;
        }

        return next - at;
    }

    private bool Fits(int word, IReadOnlyList<string[]> sentence, int at)
    {
        var (stem, isPrefix) = _words[word];
        return at < sentence.Count && Array.Exists(sentence[at], form => isPrefix ? form.StartsWith(stem, StringComparison.Ordinal) : form == stem);
    }
}
