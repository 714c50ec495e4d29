using Intake.Calls;
using Intake.Http;
using Intake.Pages.Forms;
using Intake.Receive;
using Intake.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Intake.Pages;

/// <summary>Contributors send, see what became of it, revise and withdraw, on pages.</summary>
public sealed class ContributionPageFunctions(
    Site site, CallStore calls, ContributionForm form, Receipts receipts, ReceiptView receipt, Withdrawal withdrawal, Drafts drafts,
    IOptions<AppOptions> app)
{
    [Function(nameof(ShowForm))]
    public Task<IActionResult> ShowForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "calls/{call}/contribute")] HttpRequest request,
        string call, CancellationToken cancellation) => site.RunAsync(request, async page =>
            await form.ShowAsync(page, new FormTarget(await calls.RequireAsync(call, cancellation), null, null), cancellation));

    [Function(nameof(SendForm))]
    public Task<IActionResult> SendForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "calls/{call}/contribute")] HttpRequest request,
        string call, CancellationToken cancellation) => site.RunAsync(request, async page =>
    {
        OtherSites.Refuse(request, app.Value.PublicAddress);
        return await form.TakeAsync(page, new FormTarget(await calls.RequireAsync(call, cancellation), null, null), cancellation);
    });

    [Function(nameof(ShowReceipt))]
    public Task<IActionResult> ShowReceipt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "calls/{call}/contributions/{id}/receipt")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => OwnAsync(
            request, call, id, async (page, target) => (await receipt.ShowAsync(page, target, cancellation)).Keeping(page, call, id, target.Receipt!), cancellation);

    [Function(nameof(ShowRevision))]
    public Task<IActionResult> ShowRevision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "calls/{call}/contributions/{id}/revise")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => OwnAsync(
            request, call, id, (page, target) => form.ShowAsync(page, target, cancellation), cancellation);

    [Function(nameof(SendRevision))]
    public Task<IActionResult> SendRevision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "calls/{call}/contributions/{id}/revise")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => OwnAsync(
            request,
            call,
            id,
            (page, target) =>
            {
                OtherSites.Refuse(request, app.Value.PublicAddress);
                return form.TakeAsync(page, target, cancellation);
            },
            cancellation);

    [Function(nameof(ShowWithdrawal))]
    public Task<IActionResult> ShowWithdrawal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "calls/{call}/contributions/{id}/withdraw")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => OwnAsync(
            request, call, id, (page, target) => withdrawal.AskAsync(page, target, cancellation), cancellation);

    [Function(nameof(SendWithdrawal))]
    public Task<IActionResult> SendWithdrawal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "calls/{call}/contributions/{id}/withdraw")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => OwnAsync(
            request,
            call,
            id,
            (page, target) =>
            {
                OtherSites.Refuse(request, app.Value.PublicAddress);
                return withdrawal.TakeAsync(page, target, cancellation);
            },
            cancellation);

    /// <summary>Hourly: files of forms that nobody sent in the end.</summary>
    [Function(nameof(SweepDrafts))]
    public Task SweepDrafts([TimerTrigger("0 20 * * * *")] TimerInfo timer, CancellationToken cancellation) => drafts.SweepAsync(cancellation);

    /// <summary>A page for the contributor alone.</summary>
    private Task<IActionResult> OwnAsync(
        HttpRequest request, string call, string id, Func<Page, FormTarget, Task<Answer>> handler, CancellationToken cancellation) =>
        site.RunAsync(request, async page => await handler(page, new FormTarget(
            await calls.RequireAsync(call, cancellation), id, await ReceiptLink.RequireAsync(request, receipts, call, id, cancellation))));
}
