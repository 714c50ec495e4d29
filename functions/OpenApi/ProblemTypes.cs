namespace Intake.OpenApi;

/// <summary>Status and meaning of each type of problem; a test compares them with those that the code has.</summary>
internal static class ProblemTypes
{
    /// <summary>What every request with a body may be answered with.</summary>
    public const string OfBody = "malformed invalid too-large unsupported-media-type unsupported-encoding";

    public static IReadOnlyDictionary<string, int> Status { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["malformed"] = 400,
        ["invalid"] = 400,
        ["empty"] = 400,
        ["receipt-missing"] = 401,
        ["receipt-wrong"] = 403,
        ["not-public"] = 403,
        ["quarantined"] = 403,
        ["not-open-yet"] = 403,
        ["closed"] = 403,
        ["other-site"] = 403,
        ["unknown-call"] = 404,
        ["unknown-contribution"] = 404,
        ["unknown-document"] = 404,
        ["unknown-passage"] = 404,
        ["unknown-digest"] = 404,
        ["unknown-correction-request"] = 404,
        ["unknown-mail"] = 404,
        ["unknown-page"] = 404,
        ["not-read-yet"] = 404,
        ["not-acceptable"] = 406,
        ["busy"] = 409,
        ["withdrawn"] = 410,
        ["too-large"] = 413,
        ["too-many-files"] = 413,
        ["unsupported-media-type"] = 415,
        ["unsupported-encoding"] = 415,
        ["idempotency-key-reused"] = 422,
        ["storage-unavailable"] = 503,
    };
}
