namespace Intake.Publish;

/// <summary>How the call was held, against its own rules.</summary>
internal static class ProcessSection
{
    public static Section Of(DigestContext context)
    {
        var digest = context.Digest;
        var blocks = new List<Block> { new Paragraph(DigestText.Label(digest.Process), IsNote: true) };
        if (digest.Process.Checks.Count > 0)
        {
            blocks.Add(new Table(
                "process-checks", "Checks of the process against the call’s own rules",
                [new("Check", Weight: 2), new("Result"), new("What was found", Weight: 5)],
                digest.Process.Checks.Select(check => (IReadOnlyList<Cell>)
                [
                    DigestText.Check(check.Kind), Line.Strong(check.Passed ? "passed" : "failed"), Line.Foreign(check.Detail, "en"),
                ])));
        }

        if (digest.Process.Meetings.Count > 0)
        {
            blocks.Add(new Table(
                "process-meetings", "Meetings of the call",
                [new("Meeting", Weight: 4), new("Begins", Weight: 2), new("From afar")],
                digest.Process.Meetings.Select(meeting => (IReadOnlyList<Cell>)
                [
                    Line.Foreign(meeting.Title), Wording.Time(meeting.Starts, digest), meeting.Remote ? "yes" : "no",
                ])));
        }

        if (digest.Process.Days.Count > 0)
            blocks.Add(TimeChart.Of(digest));
        return new Section("process", "The process", blocks);
    }
}
