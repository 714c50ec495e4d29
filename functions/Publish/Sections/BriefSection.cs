using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>One page: what matters most.</summary>
internal static class BriefSection
{
    public static Section Of(DigestContext context)
    {
        var brief = context.Digest.Brief;
        return new Section(
            "brief",
            "In brief",
            brief.Count == 0
                ? [new Paragraph("No message stands on several contributors yet; each theme below has all that was said.")]
                :
                [
                    new Paragraph("The messages with the most stakeholder groups behind them, whatever their number of letters. Each stands whole in its theme, with who says it and who does not."),
                    .. brief.Select(message => Of(message, context)),
                ]);
    }

    private static Card Of(BriefMessage message, DigestContext context) => new(
        null,
        MessageText.Kind(message.Kind),
        MessageText.Headline(message),
        [
            CitationOf.Quote(message.Quote, context),
            new Paragraph(
                context.Theme(message.Theme) + $" · {Wording.All([.. message.Groups.Select(Wording.Group)])} · "
                + Line.Linked("the whole message", $"#{DigestLinks.MessageAnchor(message.Message)}")),
        ]);
}
