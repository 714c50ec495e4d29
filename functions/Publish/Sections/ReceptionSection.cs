namespace Intake.Publish;

/// <summary>What became of what was received: it adds up.</summary>
internal static class ReceptionSection
{
    public static Section Of(DigestContext context)
    {
        var reception = context.Digest.Reception;
        var blocks = new List<Block>
        {
            new Table(
                "reception-account", "What became of what was received",
                [new("Texts", Weight: 4), new("Number", IsNumber: true)],
                [
                    [Line.Strong("Received, with all revisions"), reception.Received],
                    .. reception.Removed.Select(removal => (IReadOnlyList<Cell>)[ReceptionText.Reason(removal.Reason), $"−{Wording.Number(removal.Count)}"]),
                    [Line.Strong("Included in this digest"), reception.Included],
                ]),
            new Bullets([.. ReceptionText.Notes(context.Digest).Select(note => (Line)note)]),
        };
        if (reception.Campaigns.Count > 0)
        {
            blocks.Add(new Table(
                "campaigns", "Campaigns: equal or nearly equal texts of several contributors, each counted once",
                [new("Counted letter", Weight: 2), new("Letters", IsNumber: true), new("Wordings", IsNumber: true), new("Stakeholder groups of all letters", Weight: 4)],
                reception.Campaigns.Select(campaign => (IReadOnlyList<Cell>)
                [
                    context.Contribution(campaign.Contribution), campaign.Size, campaign.Versions, Wording.Groups(campaign.Groups),
                ])));
        }

        if (reception.Duplicates.Count > 0)
        {
            blocks.Add(new Paragraph("Duplicates: " + Line.Join(", ", reception.Duplicates.Select(duplicate =>
                context.Contribution(duplicate.Contribution) + " counted as " + context.Contribution(duplicate.CountedAs))) + "."));
        }

        return new Section("reception", "Received, removed, included", blocks);
    }
}
