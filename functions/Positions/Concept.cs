using Intake.KeyPhrases;

namespace Intake.Positions;

/// <summary>What words of several languages mean, by the English ones that stand for it.</summary>
internal sealed class Concept
{
    /// <param name="head">One English word, or some joined by <c>_</c>.</param>
    public Concept(string head)
    {
        var lists = WordLists.For("en");
        Words = head.Split('_', '-');
        IsFunctionWord = Array.TrueForAll(Words, word => (lists.Traits(word) & (WordTraits.Stop | WordTraits.Weak)) == WordTraits.Stop);
        Stems = IsFunctionWord ? [] : Array.ConvertAll(Words, word => new string(lists.Stemmer.Root(word.ToCharArray())));
    }

    /// <summary>As the word vectors know them.</summary>
    public string[] Words { get; }

    /// <summary>Without endings; none of a function word, which statements do not share.</summary>
    public string[] Stems { get; }

    public bool IsFunctionWord { get; }
}
