using Intake.Calls;
using Intake.Http;
using Intake.Pages.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Pages;

/// <summary>The pages that everybody begins at.</summary>
public sealed class PageFunctions(Site site, CallStore calls)
{
    /// <summary>The route is the platform's corner: an empty one would be the function's name.</summary>
    [Function(nameof(ShowHome))]
    public Task<IActionResult> ShowHome(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{ignored:maxlength(0)?}")] HttpRequest request,
        CancellationToken cancellation) => site.RunAsync(request, async page =>
            await site.ShowAsync<HomePage>(page, (nameof(HomePage.Calls), await CallListing.OfAsync(calls, page, cancellation))));

    [Function(nameof(ShowStyle))]
    public Task<IActionResult> ShowStyle(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{name}")] HttpRequest request,
        string name, CancellationToken cancellation) => site.RunAsync(request, page =>
            Task.FromResult(PageStyle.Answer(request, name) ?? throw Problems.UnknownPage()));
}
