using Intake.Calls;
using Intake.Pages.Components;
using Intake.Synthesis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Intake.Pages;

/// <summary>What a call asks.</summary>
public sealed class CallPageFunctions(Site site, CallStore calls, DigestStore digests, IOptions<AppOptions> app)
{
    [Function(nameof(ShowCall))]
    public Task<IActionResult> ShowCall(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "calls/{call}")] HttpRequest request,
        string call, CancellationToken cancellation) => site.RunAsync(request, async page =>
    {
        var found = await calls.RequireAsync(call, cancellation);
        var digest = await digests.LatestAsync(call, cancellation);
        return await site.ShowAsync<CallPage>(
            page,
            (nameof(CallPage.Call), found),
            (nameof(CallPage.Digest), digest?.Number),
            (nameof(CallPage.Address), found.MailAddress(app.Value.Mailbox)));
    });
}
