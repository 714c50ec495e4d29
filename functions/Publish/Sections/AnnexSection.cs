namespace Intake.Publish;

/// <summary>The ledger, the questions, and the corrections asked for.</summary>
internal static class AnnexSection
{
    public static Section Of(DigestContext context) => new(
        "annexes", "Annexes", [LedgerOf(context), .. QuestionsOf(context), CorrectionsOf(context)]);

    private static Section LedgerOf(DigestContext context)
    {
        var ledger = context.Digest.Ledger;
        var count = Wording.Contributions(ledger.Contributions);
        return new Section("ledger", "Ledger",
            ledger.Rows.Count > 0 || ledger.Contributions == 0
                ? [new Paragraph($"{count}: every one ever received, in the order of arrival, and where this digest uses it or why not."), LedgerTable.Of(ledger.Rows, context)]
                :
                [
                    new Paragraph($"{count}: too many for one file. Every one ever received stands, in the order of arrival, on the "
                        + Line.Linked("pages of the ledger", context.Links.Ledger) + "."),
                ]);
    }

    private static IEnumerable<Section> QuestionsOf(DigestContext context)
    {
        if (context.Digest.Questions.Count == 0)
            yield break;
        yield return new Section("annex-questions", "Questions of the call",
        [
            new Table(
                "question-list", "The call’s questions, as asked",
                [new("Number"), new("Question", Weight: 6), new("Themes", Weight: 3), new("Status", Weight: 2), new("Contributions", IsNumber: true)],
                context.Digest.Questions.Select(question => (IReadOnlyList<Cell>)
                [
                    Line.Linked($"Q{Wording.Number(question.Number)}", $"#q-{question.Number}"), Line.Foreign(question.Text),
                    Line.Join("; ", question.Themes.Select(context.Theme)), Wording.Status(question.Status), question.Contributions,
                ])),
        ]);
    }

    private static Section CorrectionsOf(DigestContext context)
    {
        var digest = context.Digest;
        return new Section("corrections", "Corrections asked for and answered",
        [
            digest.Corrections.Count == 0
                ? new Paragraph("None was asked for on earlier digests.")
                : new Table(
                    "correction-list", "Corrections asked for on earlier digests, with their answers",
                    [new("Reference", Weight: 2), new("About", Weight: 2), new("Received", Weight: 2), new("What is asked", Weight: 4), new("Answer", Weight: 4)],
                    digest.Corrections.Select(correction => (IReadOnlyList<Cell>)
                    [
                        correction.Reference,
                        FollowUpSection.About(correction.Digest, correction.Message, context),
                        Wording.Day(correction.Received, digest),
                        correction.Text is { } text ? Line.Foreign(text) : Line.Soft("not public, as its author asked"),
                        correction.Answer is { } answer
                            ? Line.Foreign(answer) + (correction.Answered is { } at ? Line.Soft($" ({Wording.Day(at, digest)})") : Line.Empty)
                            : Line.Soft("open"),
                    ])),
        ]);
    }
}
