namespace Intake.Publish;

/// <summary>What lies across the agenda, and what several share that is not on it.</summary>
internal static class EmergingSection
{
    public static Section Of(DigestContext context)
    {
        var emerging = context.Digest.Emerging;
        var hasLast = context.Digest.Changes.Since is not null;
        var blocks = new List<Block>();
        if (emerging.CrossCutting.Count > 0)
        {
            blocks.Add(new Table(
                "cross-cutting", "Cross-cutting tags of the call’s themes",
                [new("Tag", Weight: 2), new("Themes", Weight: 4), new("Contributions", IsNumber: true)],
                emerging.CrossCutting.Select(tag => (IReadOnlyList<Cell>)
                [
                    Line.Foreign(tag.Tag), Line.Join("; ", tag.Themes.Select(context.Theme)), tag.Contributions,
                ])));
        }

        if (emerging.Phrases.Count > 0)
        {
            blocks.Add(new Table(
                "emerging-phrases", "Phrases in none of the agenda’s words that several contributors share",
                [new("Phrase", Weight: 3), new("Contributions", IsNumber: true), new("Last digest", IsNumber: true), new("Stakeholder groups", Weight: 4)],
                emerging.Phrases.Select(phrase => (IReadOnlyList<Cell>)
                [
                    Line.Foreign(phrase.Text, phrase.Language),
                    phrase.Contributions,
                    phrase.Before is { } before ? before : hasLast ? "new" : "–",
                    Wording.Groups(phrase.Groups),
                ])));
        }

        if (blocks.Count == 0)
            blocks.Add(new Paragraph("No theme of the call bears a cross-cutting tag, and no phrase outside the agenda is shared by several contributors."));
        return new Section("emerging", "Cross-cutting and emerging", blocks);
    }
}
