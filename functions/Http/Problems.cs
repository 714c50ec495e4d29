using System.Globalization;
using Intake.Calls;

namespace Intake.Http;

/// <summary>Every problem Intake answers with.</summary>
public static class Problems
{
    private const string Prefix = "urn:intake:problem:";

    public static ProblemException UnknownCall(string call) => New(
        404, "unknown-call", "There is no such call", $"There is no call '{Shown(call)}'. GET /api/calls lists the calls.");

    public static ProblemException NotOpenYet(Call call) => New(
        403, "not-open-yet", "The call is not open yet",
        $"'{call.Title}' opens on {Time(call.Opens, call)}. Nothing was stored; please send it again then.");

    public static ProblemException Closed(Call call) => New(
        403, "closed", "The call is closed",
        $"'{call.Title}' closed on {Time(call.Closes, call)} and does not accept late contributions. Nothing was stored.");

    public static ProblemException TooLarge(string what, long maxBytes) => new(Make(
        413, "too-large", "Too large",
        string.Create(CultureInfo.InvariantCulture, $"{Shown(what)} is larger than the {maxBytes:N0} bytes allowed. Nothing was stored.")))
    {
        CloseConnection = true,
    };

    public static ProblemException TooManyFiles(int max) => new(Make(
        413, "too-many-files", "Too many files",
        string.Create(CultureInfo.InvariantCulture, $"At most {max} files can be sent with one contribution. Nothing was stored.")))
    {
        CloseConnection = true,
    };

    public static ProblemException Empty() => New(
        400, "empty", "Nothing to read",
        "The contribution has no text, no answers and no file with anything in it. Nothing was stored.");

    public static ProblemException Malformed(string detail) => New(400, "malformed", "The request cannot be read", detail);

    public static ProblemException BrokenBody() => Malformed("The body ended early or is not what its headers say.");

    public static ProblemException Invalid(IReadOnlyList<InputError> errors) => new(Make(
        400, "invalid", "Some fields are not right",
        $"{errors[0].Path}: {errors[0].Message}{(errors.Count > 1 ? " (and more; see errors)" : "")}", [.. errors.Take(JsonReading.MaxErrors)]));

    public static ProblemException UnsupportedMediaType(string accepted) => New(
        415, "unsupported-media-type", "This kind of body is not accepted", $"Send the body as {accepted}.");

    public static ProblemException UnsupportedEncoding() => New(
        415, "unsupported-encoding", "Compressed bodies are not accepted", "Send the body without Content-Encoding.");

    public static ProblemException KeyReused() => New(
        422, "idempotency-key-reused", "The idempotency key was used before",
        "Something else was sent with this Idempotency-Key. Use a new key for what is new. Nothing was stored.");

    public static ProblemException ReceiptMissing() => New(
        401, "receipt-missing", "The receipt is missing",
        "Send the receipt you were given: Authorization: Bearer RECEIPT, or ?receipt=RECEIPT.");

    public static ProblemException ReceiptWrong() => New(
        403, "receipt-wrong", "The receipt does not fit", "This receipt does not belong to this contribution.");

    public static ProblemException UnknownContribution() => New(
        404, "unknown-contribution", "There is no such contribution", "This call has no contribution with this id.");

    public static ProblemException UnknownDocument() => New(
        404, "unknown-document", "There is no such document", "The contribution has no document with this number.");

    public static ProblemException UnknownPassage() => New(
        404, "unknown-passage", "There is no such passage", "The contribution has no passage with this number.");

    public static ProblemException NotReadYet() => new(Make(
        404, "not-read-yet", "The text is not there yet", "The document has not been read yet. Try again in a few seconds."))
    {
        RetryAfter = TimeSpan.FromSeconds(5),
    };

    public static ProblemException NotPublic() => New(
        403, "not-public", "Not public",
        "The contributor did not agree to publish this. With the receipt its contributor can read it.");

    public static ProblemException Quarantined() => New(
        403, "quarantined", "In quarantine",
        "This document, or one in it, may do harm where it is opened. It is kept as received, and only the secretariat can fetch it.");

    public static ProblemException Withdrawn() => New(
        410, "withdrawn", "Withdrawn", "The contribution was withdrawn by its contributor.");

    public static ProblemException Contended() => new(Make(
        409, "busy", "Changed by somebody else just now", "Another change to this contribution came at the same time. Try again."))
    {
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    public static ProblemException UnknownDigest() => New(
        404, "unknown-digest", "There is no such digest", "This call has no digest with this number.");

    public static ProblemException UnknownCorrectionRequest() => New(
        404, "unknown-correction-request", "There is no such correction request", "This call has no correction request with this reference.");

    public static ProblemException UnknownPage() => New(404, "unknown-page", "There is no such page", "There is no page at this address.");

    public static ProblemException OtherSite() => New(
        403, "other-site", "This came from another site", "A form is only taken from the page that shows it. Nothing was stored.");

    public static ProblemException UnknownMail() => New(404, "unknown-mail", "There is no such mail", "No mail with this id came in.");

    public static ProblemException NotAcceptable(string offered) => New(
        406, "not-acceptable", "No such format", $"The digest is there as {offered}.");

    public static ProblemException StorageUnavailable() => new(Make(
        503, "storage-unavailable", "Not available just now",
        "The contribution could not be stored. Nothing is lost on your side: please send it again in a minute."))
    {
        RetryAfter = TimeSpan.FromSeconds(30),
    };

    private static ProblemException New(int status, string type, string title, string detail) =>
        new(Make(status, type, title, detail));

    private static Problem Make(
        int status, string type, string title, string detail, IReadOnlyList<InputError>? errors = null) =>
        new(status, Prefix + type, title, detail, errors);

    private static string Time(DateTimeOffset time, Call call) => string.Create(
        CultureInfo.InvariantCulture,
        $"{TimeZoneInfo.ConvertTime(time, TimeZoneInfo.FindSystemTimeZoneById(call.TimeZone)):d MMMM yyyy 'at' HH:mm} ({call.TimeZone})");

    private static string Shown(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
