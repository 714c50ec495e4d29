using System.Text;
using Intake.Calls;
using Intake.Http;
using Intake.PersonalData;
using Intake.Search;
using Intake.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace Intake.Receive;

/// <summary>What was received, for everybody as far as it is public, and for its contributor whole.</summary>
public sealed class RecordFunctions(
    Api api, CallStore calls, Records records, ContributionStore contributions, Originals originals, AnalysisStore analysis,
    Receipts receipts, RecordSearch search, SearchLimits limits)
{
    [Function(nameof(ListContributions))]
    public Task<IActionResult> ListContributions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calls/{call}/contributions")] HttpRequest request,
        string call, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        await calls.RequireAsync(call, cancellation);
        var page = PageQuery.Of(request);
        var query = SearchQuery.Of(request, limits);
        if (!query.IsEmpty)
            return Answer.Json(await search.PageAsync(call, query, page.After, page.Limit, cancellation));
        var found = await records.PageAsync(call, page.After, page.Limit, cancellation);
        return Answer.Json(new { contributions = found, next = page.Next(found, contribution => contribution.Id) });
    });

    [Function(nameof(GetContribution))]
    public Task<IActionResult> GetContribution(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calls/{call}/contributions/{id}")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        var own = await IsOwnAsync(request, call, id, cancellation);
        var record = await records.FindAsync(call, id, own, cancellation) ?? throw Problems.UnknownContribution();
        return Answer.Json(record);
    });

    /// <summary>For the secretariat: all of it, also what is not public.</summary>
    [Function(nameof(GetWholeContribution))]
    public Task<IActionResult> GetWholeContribution(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/calls/{call}/contributions/{id}/whole")] HttpRequest request,
        string call, string id, CancellationToken cancellation) => api.RunAsync(async () =>
        Answer.Json(await records.WholeAsync(call, id, cancellation) ?? throw Problems.UnknownContribution()));

    [Function(nameof(GetDocument))]
    public Task<IActionResult> GetDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calls/{call}/contributions/{id}/documents/{number:int}")] HttpRequest request,
        string call, string id, int number, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        var row = await RevisionAsync(request, call, id, number, Records.AreOriginalsPublic, cancellation);

        // Until it has been looked at, nobody knows whether it may do harm.
        var read = await analysis.ExtractionAsync(id, row.Revision, cancellation) ?? throw Problems.NotReadYet();
        if (read.Documents.Any(document => document.Number == number && document.IsQuarantined))
            throw Problems.Quarantined();
        var name = row.Documents[number - 1].Name;
        return await OriginalAsync(row, number, await IsOwnAsync(request, call, id, cancellation) ? name : PersonalDataMask.FileName(name), cancellation);
    });

    /// <summary>For the secretariat: the original whatever it is, and whether or not it has been read.</summary>
    [Function(nameof(GetOriginal))]
    public Task<IActionResult> GetOriginal(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/calls/{call}/contributions/{id}/documents/{number:int}/original")] HttpRequest request,
        string call, string id, int number, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        var row = await RevisionAsync(request, call, id, number, _ => true, cancellation);
        return await OriginalAsync(row, number, row.Documents[number - 1].Name, cancellation);
    });

    [Function(nameof(GetDocumentText))]
    public Task<IActionResult> GetDocumentText(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calls/{call}/contributions/{id}/documents/{number:int}/text")] HttpRequest request,
        string call, string id, int number, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        var row = await RevisionAsync(request, call, id, number, Records.IsTextPublic, cancellation);
        var text = await analysis.TextAsync(id, row.Revision, number, cancellation) ?? throw Problems.NotReadYet();
        if (!await IsOwnAsync(request, call, id, cancellation))
            text = PersonalDataSet.Cover(await analysis.PersonalDataAsync(id, row.Revision, cancellation), number, text);
        return Answer.Bytes(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8")
            .With(HeaderNames.ContentSecurityPolicy, "sandbox; default-src 'none'");
    });

    private async Task<Answer> OriginalAsync(ContributionRow row, int number, string name, CancellationToken cancellation)
    {
        var document = row.Documents[number - 1];
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);

        // Never shown by a browser as a page of ours, whatever it calls itself.
        return Answer.Stream(await originals.OpenAsync(row.Upload, number, cancellation), "application/octet-stream")
            .With(HeaderNames.ContentDisposition, disposition.ToString())
            .With(HeaderNames.ContentSecurityPolicy, "sandbox; default-src 'none'")
            .With("X-Sha256", document.Sha256);
    }

    /// <summary>The revision asked for (<c>?revision=</c>, else the latest), if it has the document and may be shown to whoever asks.</summary>
    private async Task<ContributionRow> RevisionAsync(
        HttpRequest request, string call, string id, int document, Func<ContributionRow, bool> isPublic, CancellationToken cancellation)
    {
        var latest = await contributions.FindAsync(call, id, cancellation) ?? throw Problems.UnknownContribution();
        var row = request.Query["revision"] is { Count: > 0 } asked
            ? int.TryParse(asked, out var revision)
                ? await contributions.FindRevisionAsync(call, id, revision, cancellation) ?? throw Problems.UnknownDocument()
                : throw Problems.UnknownDocument()
            : latest;
        if (!(isPublic(latest) && isPublic(row)) && !await IsOwnAsync(request, call, id, cancellation))
            throw latest.Status == Status.Withdrawn ? Problems.Withdrawn() : Problems.NotPublic();
        return document >= 1 && document <= row.Documents.Count ? row : throw Problems.UnknownDocument();
    }

    private async Task<bool> IsOwnAsync(HttpRequest request, string call, string id, CancellationToken cancellation)
    {
        if (Sender.ReceiptOf(request) is not { } receipt)
            return false;
        return await receipts.FitsAsync(receipt, call, id, cancellation) ? true : throw Problems.ReceiptWrong();
    }
}
