using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>What became of earlier messages.</summary>
internal static class FollowUpSection
{
    public static Section Of(DigestContext context)
    {
        var (decisions, fora) = (context.Digest.FollowUp.Decisions, context.Digest.FollowUp.Fora);
        return new Section("follow-up", "Follow-up",
        [
            decisions.Count == 0
                ? new Paragraph("No decision on a message of an earlier digest is recorded.")
                : new Table(
                    "decisions", "Decisions on messages of earlier digests, as the secretariat recorded them",
                    [new("Message", Weight: 2), new("Body", Weight: 2), new("Action", Weight: 5), new("Status"), new("Date", Weight: 2)],
                    decisions.Select(decision => (IReadOnlyList<Cell>)
                    [
                        About(decision.Digest, decision.Message, context), Line.Foreign(decision.Body), Line.Foreign(decision.Action),
                        Line.Foreign(decision.Status), Wording.Date(decision.Date),
                    ])),
            fora.Count == 0
                ? new Paragraph("No forum is recorded to which digests of the call were sent.")
                : new Table(
                    "fora", "Where digests of the call were sent",
                    [new("Forum", Weight: 4), new("Date", Weight: 2)],
                    fora.Select(forum => (IReadOnlyList<Cell>)[Forum(forum), Wording.Date(forum.Date)])),
        ]);
    }

    /// <summary>The message, or the digest as a whole, that something is about.</summary>
    public static Line About(int? digest, string? message, DigestContext context) => (digest, message) switch
    {
        (null, null) => "the call",
        ({ } number, null) => Line.Linked($"digest {Wording.Number(number)}", context.Links.Of(number)),
        ({ } number, { } id) => Line.Linked($"{id}, digest {Wording.Number(number)}", context.Links.Message(number, id)),
        (null, { } id) => context.Message(id),
    };

    /// <summary>Linked only where the link is an address of the web: others wrote it.</summary>
    private static Line Forum(ForumNote forum) =>
        Uri.TryCreate(forum.Link, UriKind.Absolute, out var link) && link.Scheme is "https" or "http"
            ? new Line([new Span(forum.Name, SpanKind.Foreign, "und", link.AbsoluteUri)])
            : Line.Foreign(forum.Name);
}
