using Intake.Extract;
using Intake.KeyPhrases;

namespace Intake.Themes;

/// <summary>Follows the passages of a revision in order and says which question references each stands under: those of
/// its heading, or of the label ("Question 4:", "(Questions 2 and 3)") that opened its section.</summary>
internal sealed class Sections(IReadOnlySet<int> questions)
{
    /// <summary>UTF-16 units; a longer passage that ends in a reference in brackets is a paragraph, not a
    /// heading.</summary>
    private const int MaxHeading = 200;

    private int _document;
    private int _answer;

    /// <summary>The heading that the present passage stands under, if there is one.</summary>
    public PassageText? Heading { get; private set; }

    /// <summary>What the present passage inherits.</summary>
    public IReadOnlyList<QuestionReference> Inherited { get; private set; } = [];

    /// <summary>The text that <see cref="Inherited"/> refers to.</summary>
    public string InheritedText { get; private set; } = "";

    /// <summary>Goes on to a passage. Returns its own references.</summary>
    public IReadOnlyList<QuestionReference> Next(PassageText passage)
    {
        var own = QuestionReferences.Find(passage.Text, questions);
        if (passage.Passage.Document != _document || passage.Passage.AnswerTo != _answer)
        {
            (_document, _answer) = (passage.Passage.Document, passage.Passage.AnswerTo);
            (Heading, Inherited) = (null, []);
        }

        if (passage.Passage.Kind == PassageKind.Heading)
        {
            (Heading, Inherited, InheritedText) = (passage, own, passage.Text);
        }
        else if (own.Count > 0 && (Leads(passage.Text, own[0])
            || passage.Text.Length <= MaxHeading && Closes(passage.Text, own[^1])))
        {
            (Heading, Inherited, InheritedText) = (passage.Text.Length <= MaxHeading
                ? passage : null, own, passage.Text);
        }

        return own;
    }

    /// <summary>"Q4: We believe ...", "3. Question 4 - ...".</summary>
    private static bool Leads(string text, QuestionReference reference)
    {
        var before = text.AsSpan(0, reference.Start).Trim(" \t\n\r()[]*#·•-–.:0123456789\u200E\u200F");
        var after = text.AsSpan(reference.End).TrimStart();
        return before.Length == 0 && (after.Length == 0
            || ":.)-–—:：．。؟、]".Contains(after[0], StringComparison.Ordinal));
    }

    /// <summary>"Implementation of the Tunis Agenda (Questions 2 and 3);".</summary>
    private static bool Closes(string text, QuestionReference reference)
    {
        var before = text.AsSpan(0, reference.Start).TrimEnd();
        var after = text.AsSpan(reference.End).Trim(" \t\n\r)].;:,（）");
        return after.Length == 0 && before.Length > 0 && before[^1] is '(' or '[' or '（';
    }
}
