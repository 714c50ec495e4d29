using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>What is asked again and again, what changed, what was decided and corrected.</summary>
internal static class CsvRecords
{
    public static IEnumerable<CsvFile> Of(Digest digest, DigestLinks links) =>
    [
        CsvFile.Of(
            "cross-cutting.csv", digest.Emerging.CrossCutting,
            ("tag", "As the call writes it", tag => tag.Tag),
            ("themes", "Ids of the themes that bear it", tag => tag.Themes),
            ("contributions", "On any of them", tag => tag.Contributions)),
        CsvFile.Of(
            "requests.csv", digest.Requests,
            ("id", "The same from digest to digest", request => request.Id),
            ("contributions", "That ask for it; what they ask stands in quotes.csv", request => request.Contributions),
            ("groups", "Stakeholder groups with their numbers of contributions", request => Wording.Groups(request.Groups)),
            ("since", "First received, in UTC", request => request.Since),
            ("digests", "Digests that printed it, this one included", request => request.Digests)),
        CsvFile.Of(
            "changes.csv", Changes(digest.Changes),
            ("change", "new, revised, withdrawn, included, failed, reclassified; or message-appeared, message-grown, message-vanished", row => row.Change),
            ("id", "The contribution's or the message's; of a change of very many contributions the first thousand", row => row.Id),
            ("contributions", "Of a vanished message: that stood for or against it", row => row.Contributions)),
        CsvFile.Of(
            "decisions.csv", digest.FollowUp.Decisions,
            ("digest", "Number of the digest with the message", decision => decision.Digest),
            ("message", "The message's id; empty when it is about the digest as a whole", decision => decision.Message),
            ("body", "Who decided", decision => decision.Body),
            ("action", "What was decided", decision => decision.Action),
            ("status", "accepted, partly, rejected, pending, done and the like", decision => decision.Status),
            ("date", "When", decision => decision.Date),
            ("link", "The message or digest", decision => Link(decision.Digest, decision.Message, links))),
        CsvFile.Of(
            "fora.csv", digest.FollowUp.Fora,
            ("name", "Where digests of the call were sent", forum => forum.Name),
            ("date", "When", forum => forum.Date),
            ("link", "Its page", forum => forum.Link)),
        CsvFile.Of(
            "corrections.csv", digest.Corrections,
            ("reference", "The request's reference", correction => correction.Reference),
            ("digest", "Number of the digest", correction => correction.Digest),
            ("message", "The message's id; empty when it is about the digest as a whole", correction => correction.Message),
            ("received", "When, in UTC", correction => correction.Received),
            ("text", "What is asked; empty when its author wants it unpublished", correction => correction.Text),
            ("answer", "The secretariat's; empty while it is open", correction => correction.Answer),
            ("answered", "When, in UTC", correction => correction.Answered),
            ("link", "The message or digest", correction => Link(correction.Digest, correction.Message, links))),
        CsvFile.Of(
            "digest.csv", [digest],
            ("call", "The call's id", one => one.Call.Id),
            ("title", "Its title", one => one.Call.Title),
            ("number", "The digest's number", one => one.Number),
            ("generated", "When it was compiled, in UTC", one => one.Generated),
            ("from", "Beginning of its period, in UTC", one => one.Period.From),
            ("to", "End of its period, in UTC", one => one.Period.To),
            ("interim", "Whether it is a draft", one => one.Interim),
            ("received", "Contributions ever received, each counted once", one => one.Participation.Received),
            ("included", "What the digest rests on, a campaign counted once", one => one.Reception.Included),
            ("words", "Words of the included", one => one.Participation.Words),
            ("note", "How to read it", one => one.Method.ReadingNote)),
    ];

    private static IEnumerable<(string Change, string Id, int? Contributions)> Changes(Changes changes) =>
    [
        .. Of("new", changes.New.Contributions),
        .. Of("revised", changes.Revised.Contributions),
        .. Of("withdrawn", changes.Withdrawn.Contributions),
        .. Of("included", changes.Included.Contributions),
        .. Of("failed", changes.Failed.Contributions),
        .. Of("reclassified", changes.Reclassified.Contributions),
        .. Of("message-appeared", changes.Appeared),
        .. Of("message-grown", changes.Grown),
        .. changes.Vanished.Select(gone => ("message-vanished", gone.Message, (int?)gone.Contributions)),
    ];

    private static IEnumerable<(string, string, int?)> Of(string change, IReadOnlyList<string> ids) => ids.Select(id => (change, id, (int?)null));

    private static string? Link(int? digest, string? message, DigestLinks links) => (digest, message) switch
    {
        ({ } number, { } id) => links.Message(number, id),
        ({ } number, null) => links.Of(number),
        _ => null,
    };
}
