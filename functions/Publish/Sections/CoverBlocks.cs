using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>What call, which digest, of when, resting on what, and how to read it.</summary>
internal static class CoverBlocks
{
    public static IReadOnlyList<Block> Of(DigestContext context)
    {
        var (digest, links) = (context.Digest, context.Links);
        var participation = digest.Participation;
        var facts = new List<(string, Line)>
        {
            ("Call", Line.Linked(digest.Call.Id, links.Call) + $", {DigestText.Kebab(digest.Call.Stage)} stage, open from {Wording.Time(digest.Call.Opens, digest)} to {Wording.Time(digest.Call.Closes, digest)}"),
            ("Digest", Line.Linked($"No. {Wording.Number(digest.Number)}", links.Page) + $", {Wording.Standing(digest)}"),
            ("Period", $"{Wording.Time(digest.Period.From, digest)} to {Wording.Time(digest.Period.To, digest)}"),
            ("Compiled", Wording.Compiled(digest)),
            ("Rests on", $"{Wording.Contributions(digest.Reception.Included)} of {Wording.Number(participation.Received)} received, {Wording.Number(participation.Words)} words"),
            ("Languages", $"of the call: {Wording.All([.. digest.Call.Languages.Select(Wording.Language)])}; of contributions: {Spoken(participation)}"),
        };
        if (digest.ScheduledFor is { } scheduled && digest.Generated - scheduled >= TimeSpan.FromMinutes(1))
            facts.Add(("Scheduled for", Wording.Time(scheduled, digest)));
        facts.Add(("Formats", Line.Join(", ", DigestFormats.All.Select(format => Line.Linked(format.Name, links.File(format.Extension))))));
        return [new Facts(facts), new Paragraph(Line.Strong(digest.Method.ReadingNote), IsNote: true)];
    }

    private static string Spoken(Participation participation) => participation.Languages.Count == 0
        ? "none"
        : string.Join(", ", participation.Languages.Select(share => $"{Wording.Language(share.Key)} {Wording.Number(share.Received)}"));
}
