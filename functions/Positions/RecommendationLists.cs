using Intake.Extract;
using Intake.KeyPhrases;

namespace Intake.Positions;

/// <summary>Follows passages in order. Below "We recommend that governments:" every item recommends, though none says
/// so.</summary>
internal sealed class RecommendationLists
{
    private Stance? _opening;
    private int _document;

    /// <summary>Goes on to a passage.</summary>
    /// <param name="passage">The one after the last.</param>
    /// <param name="own">The stands its own sentences take.</param>
    /// <returns>Its stands: its own, or that of the list it is an item of, which its first sentence takes.</returns>
    public IReadOnlyList<Stance> Next(PassageText passage, IReadOnlyList<Stance> own)
    {
        var text = passage.Text.AsSpan().TrimEnd();
        if (text.Length == 0)
        {
            return own;
        }

        if (text[^1] is ':' or '：')
        {
            _opening = own.Count > 0 && own[^1].End == text.Length && own[^1].Strength >= StanceStrength.Plain ? own[^1] : null;
            _document = passage.Passage.Document;
            return own;
        }

        if (_opening is not { } opening || _document != passage.Passage.Document || !IsItem(passage))
        {
            _opening = null;
            return own;
        }

        if (own.Count > 0)
        {
            return own;
        }

        var first = Sentences.Split(passage.Text, 0, passage.Text.Length).Find(sentence => sentence.Length > ShortestItem);
        return first.Length == 0 ? own : [opening with { Start = first.Start, End = first.End }];
    }

    /// <summary>UTF-16 units; shorter is the item's number.</summary>
    private const int ShortestItem = 12;

    private static bool IsItem(PassageText passage) =>
        passage.Passage.Kind == PassageKind.ListItem || passage.Text[0] is '·' or '•' or '-' or '–' or '*' or '(' or '▪' or '◦';
}
