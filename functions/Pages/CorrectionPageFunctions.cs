using Intake.Calls;
using Intake.FollowUps;
using Intake.Pages.Components;
using Intake.Pages.Forms;
using Intake.Pages.PublicRecord;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Intake.Pages;

/// <summary>"Is your view missing or wrong here?", on pages.</summary>
public sealed class CorrectionPageFunctions(
    Site site, CallStore calls, CorrectionForm form, CorrectionRequestStore store, IOptions<AppOptions> app)
{
    [Function(nameof(ShowCorrectionForm))]
    public Task<IActionResult> ShowCorrectionForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "calls/{call}/digests/{digest:int}/correct")] HttpRequest request,
        string call, int digest, CancellationToken cancellation) => site.RunAsync(request, async page =>
    {
        string? message = request.Query["message"];
        return await form.ShowAsync(
            page, new CorrectionTarget(await calls.RequireAsync(call, cancellation), digest, MessageId.IsValid(message) ? message : null), cancellation);
    });

    [Function(nameof(SendCorrectionForm))]
    public Task<IActionResult> SendCorrectionForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "calls/{call}/digests/{digest:int}/correct")] HttpRequest request,
        string call, int digest, CancellationToken cancellation) => site.RunAsync(request, async page =>
    {
        OtherSites.Refuse(request, app.Value.PublicAddress);
        return await form.TakeAsync(page, new CorrectionTarget(await calls.RequireAsync(call, cancellation), digest, null), cancellation);
    });

    [Function(nameof(ShowCorrectionRequest))]
    public Task<IActionResult> ShowCorrectionRequest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "calls/{call}/correction-requests/{id}")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => site.RunAsync(request, async page =>
    {
        var found = await calls.RequireAsync(call, cancellation);
        return await site.ShowAsync<CorrectionRequestPage>(
            page,
            (nameof(CorrectionRequestPage.Call), found),
            (nameof(CorrectionRequestPage.Request), (await store.RequireAsync(call, id, cancellation)).Public()));
    });
}
