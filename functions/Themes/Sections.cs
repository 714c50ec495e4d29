using Intake.Extract;
using Intake.KeyPhrases;

namespace Intake.Themes;

/// <summary>Follows the passages of a revision in order and says which question references each stands under: those of
/// its heading, or of the label ("Question 4:", "(Questions 2 and 3)", the question's own words) that opened its
/// section.</summary>
internal sealed class Sections(QuestionTexts questions)
{
    /// <summary>UTF-16 units; a longer passage that ends in a reference in brackets is a paragraph, not a
    /// heading.</summary>
    private const int MaxHeading = 200;

    /// <summary>UTF-16 units beyond the longest question that a label which repeats it may have.</summary>
    private const int MaxAround = 60;

    private const string QuestionMarks = "?？؟";

    private readonly QuestionTexts _texts = questions;

    private int _document;
    private int _answer;
    private string _number = "";

    /// <summary>The heading that the present passage stands under, if there is one.</summary>
    public PassageText? Heading { get; private set; }

    /// <summary>What the present passage inherits.</summary>
    public IReadOnlyList<QuestionReference> Inherited { get; private set; } = [];

    /// <summary>The text that <see cref="Inherited"/> refers to.</summary>
    public string InheritedText { get; private set; } = "";

    /// <summary>Goes on to a passage. Returns its own references.</summary>
    public IReadOnlyList<QuestionReference> Next(PassageText passage)
    {
        var (text, document, answer) = (passage.Text, passage.Passage.Document, passage.Passage.AnswerTo);
        var own = QuestionReferences.Find(text, _texts.Numbers);
        var repeated = Repeated(passage);
        if (document != _document || answer != _answer)
        {
            (_document, _answer, _number) = (document, answer, "");
            (Heading, Inherited) = (null, []);
        }

        var heading = passage.Passage.Kind == PassageKind.Heading;
        if (repeated is not null && !own.Any(reference => reference.Numbers.Contains(repeated.Numbers[0])))
        {
            own = [repeated, .. own];
        }

        if (heading || repeated is not null)
        {
            // 4.1 and (a) below 4 stand under it; 5 does not.
            var number = HeadingNumber.Of(passage);
            if (!(heading && own.Count == 0 && HeadingNumber.IsBelow(number, _number)))
            {
                (Heading, Inherited, InheritedText, _number) = (heading || text.Length <= MaxHeading ? passage : null, own, text, number);
            }
        }
        else if (own.Count > 0 && (Leads(text, own[0]) || text.Length <= MaxHeading && Closes(text, own[^1])))
        {
            (Heading, Inherited, InheritedText, _number) = (text.Length <= MaxHeading ? passage : null, own, text, HeadingNumber.Of(passage));
        }

        return own;
    }

    /// <summary>The question that a heading, or the beginning of a passage up to a question mark, repeats.</summary>
    private QuestionReference? Repeated(PassageText passage)
    {
        var text = passage.Text;
        var most = Math.Min(text.Length, _texts.Longest + MaxAround);
        var end = passage.Passage.Kind == PassageKind.Heading && text.Length <= most ? text.Length
            : text.AsSpan(0, most).LastIndexOfAny(QuestionMarks) + 1;
        var first = text.AsSpan(0, end).IndexOfAny(QuestionMarks) + 1;
        foreach (var length in (ReadOnlySpan<int>)(first == end || first == 0 ? [end] : [first, end]))
        {
            var number = length == 0 ? 0 : _texts.Find(text.AsSpan(0, length), HeadingNumber.First(HeadingNumber.Of(passage)));
            if (number != 0)
            {
                return new([number], 0, length);
            }
        }

        return null;
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
