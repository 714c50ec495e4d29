using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>Rows of the ledger as a table.</summary>
internal static class LedgerTable
{
    public static Table Of(IEnumerable<LedgerRow> rows, DigestContext context) => new(
        "ledger-rows", "Every contribution received, in the order of arrival, and where this digest uses it",
        [
            new("Reference", Weight: 4), new("Contributor", Weight: 5), new("Group", Weight: 3), new("Country", Weight: 3), new("Language", Weight: 2),
            new("Channel", Weight: 2), new("Received", Weight: 3), new("Outcome", Weight: 3), new("Used in", Weight: 3), new("Messages", Weight: 4),
            new("Quotes", IsNumber: true, Weight: 2), new("Remarks", Weight: 6),
        ],
        rows.Select(row => Cells(row, context)),
        IsWide: true);

    private static IReadOnlyList<Cell> Cells(LedgerRow row, DigestContext context) =>
    [
        context.Contribution(row.Contribution) + (row.Revision > 1 ? $" (revision {Wording.Number(row.Revision)})" : ""),
        Line.Foreign(row.Contributor),
        Wording.Group(row.Group),
        Wording.Country(row.Country),
        Wording.Language(row.Language),
        DigestText.Channel(row.Channel),
        Wording.Day(row.Received, context.Digest),
        ReceptionText.Outcome(row) + (row.CountedAs is { } counted ? ", counted as " + context.Contribution(counted) : Line.Empty),
        Line.Join(", ", row.UsedIn.Select(topic => Used(topic, context))),
        Line.Join(", ", row.Messages.Select(context.Message)),
        row.Quotes,
        Line.Foreign(DigestText.Remarks(row)),
    ];

    /// <summary>Themes by their numbers, questions as they are: <c>theme 2</c>, <c>Q4</c>.</summary>
    private static Line Used(string topic, DigestContext context) => context.ThemeNumbers.TryGetValue(topic, out var number)
        ? Line.Linked($"theme {Wording.Number(number)}", $"#{DigestContext.ThemeAnchor(number)}")
        : topic is ['Q', .. var question] && context.Digest.Questions.Any(asked => asked.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == question)
            ? Line.Linked(topic, $"#q-{question}")
            : topic;
}
