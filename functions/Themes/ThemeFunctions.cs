using Intake.Calls;
using Intake.Http;
using Intake.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Themes;

/// <summary>Tells themes and questions, learns them, and takes the secretariat's corrections.</summary>
public sealed class ThemeFunctions(
    StageRunner runner, Classifier classifier, ThemeLearning learning, Api api, CallStore calls, Corrections corrections)
{
    /// <summary>Bytes of a correction's JSON at most.</summary>
    private const int MaxBytes = 100_000;

    [Function("Classify")]
    public Task Run([QueueTrigger(Queues.Phrased)] string message, FunctionContext context, CancellationToken cancellation) =>
        runner.RunAsync(classifier, message, context.DequeueCount(), cancellation);

    [Function("LearnThemes")]
    public Task Learn([TimerTrigger("15 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        learning.RunAsync(cancellation);

    /// <summary>A person says what a passage is about.</summary>
    [Function(nameof(PutPassageThemes))]
    public Task<IActionResult> PutPassageThemes(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/calls/{call}/contributions/{id}/passages/{number:int}/themes")] HttpRequest request,
        string call, string id, int number, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        var found = await calls.RequireAsync(call, cancellation);
        using var json = await JsonBody.ReadAsync(request, MaxBytes, cancellation);
        return Answer.Json(await corrections.PutAsync(call, id, number, Correction.Read(json.RootElement, found), cancellation));
    });

    /// <summary>Takes it back: the passage is again about what was found.</summary>
    [Function(nameof(DeletePassageThemes))]
    public Task<IActionResult> DeletePassageThemes(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/calls/{call}/contributions/{id}/passages/{number:int}/themes")] HttpRequest request,
        string call, string id, int number, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        await calls.RequireAsync(call, cancellation);
        return Answer.Json(await corrections.PutAsync(call, id, number, correction: null, cancellation));
    });
}
