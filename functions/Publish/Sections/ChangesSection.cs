using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>What contributors ask of the process again and again, and what is other than in the last digest.</summary>
internal static class ChangesSection
{
    /// <summary>Ids named in a row; the ledger has them all.</summary>
    private const int Named = 20;

    public static Section Of(DigestContext context) => new(
        "changes",
        "Repeated requests and what changed",
        [new Section("requests", "Requests about the process", [.. Requests(context)]), Since(context)]);

    private static IEnumerable<Block> Requests(DigestContext context)
    {
        var digest = context.Digest;
        if (digest.Requests.Count == 0)
            yield return new Paragraph("None.");
        foreach (var request in digest.Requests)
        {
            yield return new Card(
                $"r-{request.Id}",
                "Request",
                $"Asked by {Wording.Contributions(request.Contributions)} ({Wording.Groups(request.Groups)})",
                [
                    new Paragraph($"First asked on {Wording.Date(Wording.LocalDay(request.Since, digest))}, {DigestText.Age(request.Since, digest)}; "
                        + (request.Digests == 1 ? "printed here for the first time." : $"printed in {Wording.Number(request.Digests)} digests, this one included.")),
                    .. request.Quotes.Select(quote => CitationOf.Quote(quote, context)),
                ]);
        }
    }

    private static Section Since(DigestContext context)
    {
        var changes = context.Digest.Changes;
        if (changes.Since is not { } since)
            return new Section("changed", "What changed", [new Paragraph("This is the first digest of the call.")]);
        List<IReadOnlyList<Cell>> rows =
        [
            .. Row("New", changes.New, context),
            .. Row("Revised", changes.Revised, context),
            .. Row("Withdrawn", changes.Withdrawn, context),
            .. Row("Included now, after being processed", changes.Included, context),
            .. Row("Could not be processed", changes.Failed, context),
            .. Row("Counted on other themes or questions", changes.Reclassified, context),
        ];
        List<Line> messages =
        [
            .. Messages("Messages that appeared", changes.Appeared, context),
            .. Messages("Messages that grew", changes.Grown, context),
            .. changes.Vanished.Select(gone => $"Vanished: " + Line.Linked(gone.Message, context.Links.Message(since, gone.Message))
                + " on " + context.Theme(gone.Theme) + $", {Wording.Contributions(gone.Contributions)} in the last digest"),
        ];
        return new Section("changed", $"What changed since digest {Wording.Number(since)}",
        [
            rows.Count == 0
                ? new Paragraph("No contribution is new, revised, withdrawn or classified otherwise.")
                : new Table(
                    "changed-contributions", "Contributions that are new or otherwise than in the last digest",
                    [new("Change", Weight: 2), new("Contributions", IsNumber: true), new("Which", Weight: 5)], rows),
            messages.Count == 0 ? new Paragraph("No message appeared, grew or vanished.") : new Bullets(messages),
        ]);
    }

    private static IEnumerable<IReadOnlyList<Cell>> Row(string label, ChangeList changed, DigestContext context)
    {
        if (changed.Count > 0)
            yield return [label, changed.Count, DigestContext.Some(changed.Contributions, changed.Count, Named, context.Contribution)];
    }

    private static IEnumerable<Line> Messages(string label, IReadOnlyList<string> ids, DigestContext context)
    {
        if (ids.Count > 0)
            yield return $"{label} ({Wording.Number(ids.Count)}): " + DigestContext.Some(ids, ids.Count, Named, context.Message);
    }
}
