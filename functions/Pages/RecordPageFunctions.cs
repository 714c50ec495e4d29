using Intake.Calls;
using Intake.Pages.Components;
using Intake.Pages.PublicRecord;
using Intake.Receive;
using Intake.Search;
using Intake.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Pages;

/// <summary>The public record: what came in, and each contribution.</summary>
public sealed class RecordPageFunctions(
    Site site, CallStore calls, Records records, RecordSearch search, SearchLimits limits, ContributionStore contributions,
    DigestMentions mentions)
{
    [Function(nameof(ShowRecord))]
    public Task<IActionResult> ShowRecord(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "calls/{call}/contributions")] HttpRequest request,
        string call, CancellationToken cancellation) => site.RunAsync(request, async page =>
    {
        var found = await calls.RequireAsync(call, cancellation);
        return await site.ShowAsync<RecordPage>(
            page, (nameof(RecordPage.Listing), await RecordListing.OfAsync(page, found, records, search, limits, cancellation)));
    });

    [Function(nameof(ShowContribution))]
    public Task<IActionResult> ShowContribution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "calls/{call}/contributions/{id}")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => site.RunAsync(request, async page =>
    {
        var found = await calls.RequireAsync(call, cancellation);
        return await site.ShowAsync<ContributionPage>(
            page, (nameof(ContributionPage.View), await ContributionView.OfAsync(page, found, id, records, contributions, mentions, cancellation)));
    });
}
