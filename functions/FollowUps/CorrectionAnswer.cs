using System.Text.Json;
using Intake.Http;

namespace Intake.FollowUps;

/// <summary>What the secretariat answers to a correction request.</summary>
/// <param name="By">Who answers, as the digest shows it.</param>
/// <param name="Withhold">Not to publish the request's text.</param>
public sealed record CorrectionAnswer(string Answer, string? By, bool Withhold)
{
    /// <exception cref="ProblemException">Something in it is not right; every mistake is named.</exception>
    public static CorrectionAnswer Read(JsonElement json)
    {
        var errors = new List<InputError>();
        var root = new JsonReading(json, "$", errors);
        root.IsObject("answer", "by", "withhold");
        var answer = root.RequiredProse("answer");
        var by = root.Line("by");
        var withhold = root.Member("withhold")?.Flag() ?? false;
        return errors.Count == 0 ? new(answer, by, withhold) : throw Problems.Invalid(errors);
    }

    internal bool IsIn(CorrectionRequest request) =>
        request.Status == RequestStatus.Answered && request.Answer == Answer && request.AnsweredBy == By && request.Withheld == Withhold;
}
