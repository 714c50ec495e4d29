namespace Intake.Publish;

/// <summary>Expected against received, as a list for outreach.</summary>
internal static class MissingSection
{
    public static Section Of(DigestContext context)
    {
        var participation = context.Digest.Participation;
        var blocks = new List<Block>();
        List<Line> outreach =
        [
            .. participation.Expected.Where(row => row.Missing > 0).Select(row =>
                Line.Strong(Wording.Heading(row.Group)) + $": {Wording.Number(row.Missing)} more to reach the {Wording.Number(row.Expected)} expected; {Wording.Number(row.Received)} received"),
            .. participation.Unheard.Where(group => participation.Expected.All(row => row.Group != group || row.Missing == 0)).Select(group =>
                Line.Strong(Wording.Heading(group)) + ": nothing received"),
            .. participation.UnheardRegions.Select(region => Line.Strong(Wording.Region(region)) + ": nothing received from this region"),
        ];
        blocks.Add(new Paragraph(outreach.Count == 0
            ? "Every stakeholder group was heard, and what the call expects was received."
            : "To be reached, before this digest can speak of all:"));
        blocks.Add(new Bullets(outreach));
        if (participation.Expected.Count > 0)
        {
            var most = participation.Expected.Max(row => Math.Max(row.Expected, row.Received));
            blocks.Add(new Chart(
                () => BarChart.Draw(
                    "chart-expected", "Contributions expected and received, by stakeholder group", ["received", "expected"],
                    [.. participation.Expected.Select(row => new BarRow(Wording.Heading(row.Group), [row.Received, row.Expected]))], isStacked: false),
                new Table(
                    "expected", "Expected and received, by stakeholder group",
                    [new("Stakeholder group", Weight: 3), new("Expected", IsNumber: true), new("Received", IsNumber: true), new("Missing", IsNumber: true)],
                    participation.Expected.Select(row => (IReadOnlyList<Cell>)
                    [
                        new((Line)Wording.Heading(row.Group), Bar: Bars.Length(row.Received, most)), row.Expected, row.Received, row.Missing,
                    ]))));
        }

        return new Section("missing", "Who is missing", blocks);
    }
}
