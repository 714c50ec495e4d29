using Intake.Calls;
using Intake.FollowUps;
using Intake.Publish;
using Intake.Receive;
using Intake.Search;
using Intake.Synthesis;
using Intake.Themes;

namespace Intake.OpenApi;

/// <summary>The whole API.</summary>
internal static class Operations
{
    private const string Contribution = "/api/calls/{call}/contributions/{id}";
    private const string SendingProblems = "unknown-call not-open-yet closed empty too-many-files idempotency-key-reused " + ProblemTypes.OfBody;

    private static readonly string[] Page = ["limit", "after"];
    private static readonly string[] Forms = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"];

    public static IReadOnlyList<Operation> All { get; } =
    [
        .. Tagged("Calls", Calls), .. Tagged("Contributions", Contributions), .. Tagged("Digests", Digests),
        .. Tagged("After a digest", FollowUp), .. Tagged("Inbound e-mail", Mail), .. Tagged("Service", Service),
    ];

    private static Operation[] Calls =>
    [
        new("get", "/api/calls", "ListCalls", "Lists calls.") { Query = Page, Answers = [(200, Shape.Of<CallList>())], Problems = "invalid" },
        new("get", "/api/calls/{call}", "GetCall", "Shows a call.") { Answers = [(200, Shape.Of<Call>())], Problems = "unknown-call" },
        new("put", "/api/calls/{call}", "PutCall", "Creates or replaces a call.")
        {
            Description = "Every mistake is named by its JSON path. Times without an offset are in the call's time zone.",
            Key = true, Body = Shape.In<Call>("CallBody", "title", "opens", "closes"),
            Answers = [(200, Shape.Of<Call>()), (201, Shape.Of<Call>())], Problems = ProblemTypes.OfBody,
        },
    ];

    private static Operation[] Contributions =>
    [
        new("get", "/api/calls/{call}/contributions", "ListContributions", "Lists, filters and searches the public record.")
        {
            Query = [.. Page, "theme", "question", "group", "country", "language", "q"],
            Answers = [(200, Shape.Of<SearchPage>())], Problems = "unknown-call invalid",
        },
        new("post", "/api/calls/{call}/contributions", "PostContribution", "Sends a contribution.")
        {
            Description = "Files are parts with a file name of multipart/form-data. The answer is given once everything is stored.",
            Query = ["Idempotency-Key"], Body = Shape.In<ContributionBody>("ContributionBody"), Accepts = Forms,
            Answers = [(202, Shape.Of<Acknowledgement>())], Problems = SendingProblems,
        },
        new("get", Contribution, "GetContribution", "Shows a contribution: status, passages, phrases, themes.")
        {
            Receipt = "shows also what is not public", Answers = [(200, Shape.Of<ContributionRecord>())], Problems = "unknown-call unknown-contribution receipt-wrong",
        },
        new("delete", Contribution, "DeleteContribution", "Withdraws a contribution.")
        {
            Receipt = "is needed", Answers = [(200, Shape.Of<Withdrawal>())], Problems = "unknown-call unknown-contribution receipt-missing receipt-wrong busy",
        },
        new("get", Contribution + "/whole", "GetWholeContribution", "Shows all of a contribution, also what is not public.")
        {
            Key = true, Answers = [(200, Shape.Of<ContributionRecord>())], Problems = "unknown-contribution",
        },
        new("post", Contribution + "/revisions", "PostRevision", "Sends a revision.")
        {
            Receipt = "is needed", Query = ["Idempotency-Key"], Body = Shape.In<ContributionBody>("ContributionBody"), Accepts = Forms,
            Answers = [(202, Shape.Of<Acknowledgement>())], Problems = SendingProblems + " unknown-contribution receipt-missing receipt-wrong withdrawn busy",
        },
        new("get", Contribution + "/documents/{number}", "GetDocument", "Gives a document as it was received.")
        {
            Receipt = "gives also what is not public", Query = ["revision"], Answers = [(200, null)], Gives = ["application/octet-stream"],
            Problems = "unknown-contribution unknown-document not-read-yet not-public quarantined withdrawn receipt-wrong",
        },
        new("get", Contribution + "/documents/{number}/original", "GetOriginal", "Gives a document as it was received, in quarantine or not.")
        {
            Key = true, Query = ["revision"], Answers = [(200, null)], Gives = ["application/octet-stream"], Problems = "unknown-contribution unknown-document",
        },
        new("get", Contribution + "/documents/{number}/text", "GetDocumentText", "Gives the text that offsets refer to, in UTF-16 units.")
        {
            Receipt = "gives also what is not public, and personal data", Query = ["revision"], Answers = [(200, null)], Gives = ["text/plain"],
            Problems = "unknown-contribution unknown-document not-read-yet not-public withdrawn receipt-wrong",
        },
        new("put", Contribution + "/passages/{number}/themes", "PutPassageThemes", "Says what a passage is about.")
        {
            Key = true, Body = Shape.In<Correction>("CorrectionBody", "themes"), Answers = [(200, Shape.Of<PassageThemes>())],
            Problems = "unknown-call unknown-contribution unknown-passage not-read-yet withdrawn busy " + ProblemTypes.OfBody,
        },
        new("delete", Contribution + "/passages/{number}/themes", "DeletePassageThemes", "Takes back what was said of a passage.")
        {
            Key = true, Answers = [(200, Shape.Of<PassageThemes>())], Problems = "unknown-call unknown-contribution unknown-passage not-read-yet withdrawn busy",
        },
    ];

    private static Operation[] Digests =>
    [
        new("get", "/api/calls/{call}/digests", "ListDigests", "Lists digests, newest first.")
        {
            Query = Page, Answers = [(200, Shape.Of<DigestList>())], Problems = "unknown-call invalid",
        },
        new("post", "/api/calls/{call}/digests", "PostDigest", "Compiles a digest now and sends it.")
        {
            Key = true, Query = ["send"], Answers = [(201, Shape.Of<DigestNotice>())], Problems = "unknown-call",
        },
        new("get", "/api/calls/{call}/digests/{digest}", "GetDigest", "Gives a digest.")
        {
            Description = "By number or as 'latest'; the format by an extension of the number (3.html) or by Accept.",
            Answers = [(200, Shape.Of<Digest>())], Problems = "unknown-call unknown-digest not-acceptable",
            Gives = [.. DigestFormats.All.Select(format => format.ContentType.Split(';')[0]).OrderBy(type => type != "application/json")],
        },
    ];

    private static Operation[] FollowUp =>
    [
        new("post", "/api/calls/{call}/digests/{digest}/correction-requests", "PostCorrectionRequest", "Says that a view is missing or wrong in a digest.")
        {
            Query = ["Idempotency-Key"], Body = Shape.In<CorrectionDraft>("CorrectionRequestBody", "text"), Accepts = Forms[..2],
            Answers = [(202, Shape.Of<PublicCorrectionRequest>())],
            Problems = "unknown-call unknown-digest unknown-contribution receipt-wrong idempotency-key-reused " + ProblemTypes.OfBody,
        },
        new("get", "/api/calls/{call}/correction-requests", "ListCorrectionRequests", "Lists what was asked and answered.")
        {
            Query = Page, Answers = [(200, Shape.Of<CorrectionRequestList>())], Problems = "unknown-call invalid",
        },
        new("get", "/api/calls/{call}/correction-requests/{id}", "GetCorrectionRequest", "Shows one by its reference.")
        {
            Answers = [(200, Shape.Of<PublicCorrectionRequest>())], Problems = "unknown-call unknown-correction-request",
        },
        new("get", "/api/calls/{call}/inbox/correction-requests", "GetCorrectionInbox", "Lists what was asked, with who asked.")
        {
            Key = true, Query = Page, Answers = [(200, Shape.Of<CorrectionInbox>())], Problems = "unknown-call invalid",
        },
        new("put", "/api/calls/{call}/correction-requests/{id}/answer", "PutCorrectionAnswer", "Answers one.")
        {
            Key = true, Body = Shape.In<CorrectionAnswer>("CorrectionAnswerBody", "answer"), Answers = [(200, Shape.Of<CorrectionRequest>())],
            Problems = "unknown-call unknown-correction-request busy " + ProblemTypes.OfBody,
        },
        new("get", "/api/calls/{call}/decisions", "ListDecisions", "Lists decisions on messages of digests.")
        {
            Answers = [(200, Shape.Of<DecisionList>())], Problems = "unknown-call",
        },
        new("put", "/api/calls/{call}/decisions/{id}", "PutDecision", "Keeps a decision.")
        {
            Key = true, Body = new(typeof(Decision), "DecisionBody", ["digest", "body", "action", "status", "date"], ["id"]),
            Answers = [(200, Shape.Of<Decision>()), (201, Shape.Of<Decision>())], Problems = "unknown-call unknown-digest " + ProblemTypes.OfBody,
        },
        new("delete", "/api/calls/{call}/decisions/{id}", "DeleteDecision", "Takes a decision away.") { Key = true, Answers = [(204, null)], Problems = "unknown-call" },
        new("get", "/api/calls/{call}/fora", "ListFora", "Lists where digests were sent.") { Answers = [(200, Shape.Of<ForumList>())], Problems = "unknown-call" },
        new("put", "/api/calls/{call}/fora/{id}", "PutForum", "Keeps where a digest was sent.")
        {
            Key = true, Body = new(typeof(Forum), "ForumBody", ["digest", "name", "date"], ["id"]),
            Answers = [(200, Shape.Of<Forum>()), (201, Shape.Of<Forum>())], Problems = "unknown-call unknown-digest " + ProblemTypes.OfBody,
        },
        new("delete", "/api/calls/{call}/fora/{id}", "DeleteForum", "Takes a forum away.") { Key = true, Answers = [(204, null)], Problems = "unknown-call" },
    ];

    private static Operation[] Mail =>
    [
        new("post", "/api/inbound-email", "PostInboundEmail", "Takes a raw mail or SendGrid's form.")
        {
            Key = true, Query = ["X-Envelope-From", "X-Envelope-To"], Accepts = ["message/rfc822", "multipart/form-data", "text/plain", "application/octet-stream"],
            Body = Shape.In<byte[]>("Mail"), Answers = [(202, Shape.Of<StoredMail>())], Problems = "too-large unsupported-media-type unsupported-encoding malformed",
        },
        new("get", "/api/inbound-email", "ListUnplacedEmail", "Lists mail that waits for a person.")
        {
            Key = true, Query = Page, Answers = [(200, Shape.Of<MailList>())], Problems = "invalid",
        },
        new("get", "/api/inbound-email/{id}", "GetInboundEmail", "Shows what became of a mail.") { Key = true, Answers = [(200, Shape.Of<MailNotice>())], Problems = "unknown-mail" },
        new("post", "/api/inbound-email/{id}/call", "PlaceInboundEmail", "Says which call a mail is for.")
        {
            Key = true, Query = ["call?"], Answers = [(202, Shape.Of<MailNotice>())], Problems = "unknown-call unknown-mail",
        },
    ];

    private static Operation[] Service =>
    [
        new("get", "/api/health", "GetHealth", "200 when storage answers.") { Answers = [(200, Shape.Of<Health>()), (503, Shape.Of<Health>())], Unstored = true },
        new("head", "/api/health", "GetHealth", "200 when storage answers.") { Answers = [(200, null), (503, null)], Unstored = true },
        new("get", "/api/digest.schema.json", "GetDigestSchema", "The JSON schema of digests.") { Answers = [(200, null)], Gives = ["application/schema+json"], Unstored = true },
        new("get", "/api/openapi.json", "GetOpenApi", "This description.") { Answers = [(200, Shape.Of<System.Text.Json.Nodes.JsonObject>())], Unstored = true },
    ];

    private static IEnumerable<Operation> Tagged(string tag, Operation[] operations) => operations.Select(operation => operation with { Tag = tag });
}
