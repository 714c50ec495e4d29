using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>How the digest was made and what it cannot say.</summary>
internal static class MethodSection
{
    public static Section Of(DigestContext context)
    {
        var method = context.Digest.Method;
        var blocks = new List<Block>();
        if (method.IsSmallSample)
        {
            blocks.Add(new Paragraph(Line.Strong(
                $"Small sample: fewer than {Wording.Number(Method.SmallSample)} contributions. Read what is said as voices; numbers and shares say nothing about a stakeholder group at large."), IsNote: true));
        }

        blocks.Add(new Facts(
        [
            ("Key phrases", Wording.Engine(method.PhraseEngines)),
            ("Themes and questions", Wording.Engine(method.ThemeEngines)),
            ("Quotes", $"{Wording.Number(method.Quotes)} printed, {Wording.Number(method.QuotesChecked)} compared with the stored text, character for character"),
            ("Messages", $"built from {Wording.Number(method.Statements)} statements"),
            ("Read closely", Wording.Contributions(method.ReadClosely)),
            ("Reviewed by people", $"themes of {Wording.Number(method.PassagesConfirmed)} of {Wording.Number(method.Passages)} passages ({Wording.Percent(method.PassagesConfirmed, method.Passages)})"),
        ]));
        blocks.Add(new Bullets([.. method.Notes.Select(note => (Line)note)]));
        return new Section("method", "Method and limits", blocks);
    }
}
