using Azure.Storage.Blobs;
using Intake.Calls;
using Intake.Http;
using Intake.Receive.Mail.Trust;
using Intake.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Receive.Mail;

/// <summary>Mail comes in by webhook or by a blob dropped; a queue function reads it.</summary>
public sealed class InboundMailFunctions(Api api, MailStore mails, CallStore calls, StageRunner runner, MailStage stage,
    RequestLimits limits)
{
    [Function(nameof(PostInboundEmail))]
    public Task<IActionResult> PostInboundEmail(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/inbound-email")] HttpRequest request,
        CancellationToken cancellation) => api.RunAsync(async () =>
    {
        BodyCheck.Refuse(request, limits.MailBytes);
        var type = request.ContentType ?? "message/rfc822";
        if (!Is("message/rfc822") && !Is("multipart/form-data") && !Is("text/plain") && !Is("application/octet-stream"))
            throw Problems.UnsupportedMediaType("message/rfc822, or as SendGrid's multipart/form-data");
        try
        {
            var id = await mails.AddAsync(
                request.Body, type.Length <= 300 ? type : type[..300], AddressIn("X-Envelope-From"), AddressIn("X-Envelope-To"), cancellation);
            return Answer.Json(new { id, status = "stored" }, StatusCodes.Status202Accepted)
                .With("Location", $"/api/inbound-email/{id}");
        }
        catch (LimitExceededException fault)
        {
            throw Problems.TooLarge("The mail", fault.MaxBytes);
        }

        // A path of RFC 5321: <> is the null sender.
        string? AddressIn(string header) =>
            request.Headers[header] is [{ Length: <= MailStore.MaxPathCharacters } path] ? CleanText.Line(path).TrimStart('<').TrimEnd('>') : null;

        bool Is(string accepted) => type.StartsWith(accepted, StringComparison.OrdinalIgnoreCase);
    });

    [Function(nameof(DropInboundEmail))]
    public Task DropInboundEmail(
        [BlobTrigger(Containers.InboundEmail + "/{name}")] BlobClient blob, CancellationToken cancellation) =>
        mails.AddDroppedAsync(blob, cancellation);

    [Function("ReadMail")]
    public Task Run([QueueTrigger(Queues.Mailed)] string message, FunctionContext context, CancellationToken cancellation) =>
        runner.RunAsync(stage, message, context.DequeueCount(), cancellation);

    /// <summary>What became of a mail.</summary>
    [Function(nameof(GetInboundEmail))]
    public Task<IActionResult> GetInboundEmail(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/inbound-email/{id}")] HttpRequest request,
        string id, CancellationToken cancellation) => api.RunAsync(async () =>
        Answer.Json(Shown(await FindAsync(id, cancellation))));

    /// <summary>Mail that waits for a person.</summary>
    [Function(nameof(ListUnplacedEmail))]
    public Task<IActionResult> ListUnplacedEmail(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/inbound-email")] HttpRequest request,
        CancellationToken cancellation) => api.RunAsync(async () =>
    {
        var page = PageQuery.Of(request);
        var found = await mails.UnplacedAsync(page.After, page.Limit, cancellation);
        return Answer.Json(new { mails = found.Select(Shown), next = page.Next(found, row => row.Id) });
    });

    /// <summary>A person says which call a mail is for: <c>?call=ID</c>.</summary>
    [Function(nameof(PlaceInboundEmail))]
    public Task<IActionResult> PlaceInboundEmail(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/inbound-email/{id}/call")] HttpRequest request,
        string id, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        var call = request.Query["call"].ToString();
        await calls.RequireAsync(call, cancellation);
        var row = await FindAsync(id, cancellation);
        if (row.Contribution is null)
        {
            (row.Call, row.Outcome, row.Reason) = (call, null, null);
            await mails.Mails.AgainAsync(id, row, send: true, cancellation);
        }

        return Answer.Json(Shown(row), StatusCodes.Status202Accepted);
    });

    private async Task<MailRow> FindAsync(string id, CancellationToken cancellation) =>
        (Ids.IsValid(id) ? await mails.Mails.FindAsync(id, cancellation) : null) ?? throw Problems.UnknownMail();

    private static object Shown(MailRow row) => new
    {
        row.Id,
        row.Received,
        Outcome = row.Outcome is null ? "waiting" : Words.Of(Enum.Parse<MailOutcome>(row.Outcome)),
        row.Reason,
        row.Call,
        row.Contribution,
        row.From,
        row.Subject,
        row.ReplyTo,
        row.Authentication,
        Doubts = (row.Doubts ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<SenderDoubt>),
    };
}
