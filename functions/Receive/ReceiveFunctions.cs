using Intake.Calls;
using Intake.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Receive;

/// <summary>Contributors send, revise and withdraw.</summary>
public sealed class ReceiveFunctions(Api api, CallStore calls, Receiver receiver, SubmissionReader reader, Receipts receipts)
{
    [Function(nameof(PostContribution))]
    public Task<IActionResult> PostContribution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/calls/{call}/contributions")] HttpRequest request,
        string call, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        var open = await calls.RequireAsync(call, cancellation);
        if (!Sender.HasKey(request))
            receiver.CheckOpen(open);
        var answer = await reader.UseAsync(
            request,
            open,
            (submission, upload) => receiver.ReceiveAsync(
                open, submission, upload, Sender.ChannelOf(request), Sender.IdentityOf(request, submission), cancellation),
            cancellation);
        return Answer.Json(answer, StatusCodes.Status202Accepted)
            .With("Location", $"/api/calls/{call}/contributions/{answer.Id}");
    });

    [Function(nameof(PostRevision))]
    public Task<IActionResult> PostRevision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/calls/{call}/contributions/{id}/revisions")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        var open = await calls.RequireAsync(call, cancellation);
        if (!Sender.HasKey(request))
            receiver.CheckOpen(open);

        // Shown in the address or a header, a wrong receipt is refused before anything is stored.
        var receipt = Sender.ReceiptOf(request);
        if (receipt is not null)
            await CheckAsync(receipt, call, id, cancellation);
        var answer = await reader.UseAsync(
            request,
            open,
            async (submission, upload) =>
            {
                await CheckAsync(receipt ?? submission.Receipt, call, id, cancellation);
                return await receiver.ReviseAsync(open, id, submission, upload, Sender.IdentityOf(request, submission), cancellation);
            },
            cancellation);
        return Answer.Json(answer, StatusCodes.Status202Accepted)
            .With("Location", $"/api/calls/{call}/contributions/{id}");
    });

    [Function(nameof(DeleteContribution))]
    public Task<IActionResult> DeleteContribution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/calls/{call}/contributions/{id}")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        await calls.RequireAsync(call, cancellation);
        await CheckAsync(Sender.ReceiptOf(request), call, id, cancellation);
        var row = await receiver.WithdrawAsync(call, id, cancellation);
        return Answer.Json(new { row.Id, row.Status, row.Revision });
    });

    private async Task CheckAsync(string? receipt, string call, string id, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(receipt))
            throw Problems.ReceiptMissing();
        if (!await receipts.FitsAsync(receipt, call, id, cancellation))
            throw Problems.ReceiptWrong();
    }
}
