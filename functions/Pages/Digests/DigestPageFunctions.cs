using System.Globalization;
using Intake.Calls;
using Intake.Http;
using Intake.Pages.Components;
using Intake.Publish;
using Intake.Synthesis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Pages.Digests;

/// <summary>Digests as pages.</summary>
public sealed class DigestPageFunctions(Site site, CallStore calls, DigestStore digests, DigestShelf shelf)
{
    private const int ListSize = 50;

    [Function(nameof(ShowDigests))]
    public Task<IActionResult> ShowDigests(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "calls/{call}/digests")] HttpRequest request,
        string call, CancellationToken cancellation) => site.RunAsync(request, async page =>
    {
        var found = await calls.RequireAsync(call, cancellation);
        int? before = int.TryParse(request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var rows = new List<DigestRow>();
        await foreach (var row in digests.ListAsync(call, before, ListSize, cancellation))
            rows.Add(row);
        return await site.ShowAsync<DigestListPage>(
            page, (nameof(DigestListPage.Call), found), (nameof(DigestListPage.Digests), rows), (nameof(DigestListPage.HasMore), rows.Count == ListSize));
    });

    /// <summary>From the cover to the follow-up; <c>?section=</c> one section whole, <c>?message=</c> the page with a message.</summary>
    [Function(nameof(ShowDigest))]
    public Task<IActionResult> ShowDigest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "calls/{call}/digests/{digest}")] HttpRequest request,
        string call, string digest, CancellationToken cancellation) => site.RunAsync(request, async page =>
    {
        var found = await calls.RequireAsync(call, cancellation);
        var row = await shelf.RequireAsync(call, digest, cancellation);
        var parts = await shelf.PartsAsync(row, page, cancellation);
        if (digest == "latest")
            return PageAnswer.SeeOther(page, parts.Links.Page);
        if (request.Query["message"].ToString() is { Length: > 0 } message)
        {
            var anchor = DigestLinks.MessageAnchor(message);
            return PageAnswer.SeeOther(page, parts.Find(anchor) is { } place ? $"{parts.Address(place.Key, place.Page)}#{Uri.EscapeDataString(anchor)}" : parts.Links.Page);
        }

        var key = request.Query["section"].ToString();
        if (key.Length == 0)
            return await site.ShowAsync<DigestPage>(page, (nameof(DigestPage.Call), found), (nameof(DigestPage.Digest), parts));
        var part = parts.All.FirstOrDefault(part => part.Key == key) ?? throw Problems.UnknownPage();
        var number = Asked(request, part.Pages.Count);
        return await ShowPartAsync(page, found, parts, part.Pages[number - 1], number, part.Pages.Count);
    });

    [Function(nameof(ShowLedger))]
    public Task<IActionResult> ShowLedger(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "calls/{call}/digests/{digest}/ledger")] HttpRequest request,
        string call, string digest, CancellationToken cancellation) => site.RunAsync(request, async page =>
    {
        var found = await calls.RequireAsync(call, cancellation);
        var row = await shelf.RequireAsync(call, digest, cancellation);
        var parts = await shelf.PartsAsync(row, page, cancellation);
        var pages = DigestShelf.LedgerPages(parts.Digest.Ledger);
        var number = Asked(request, pages);
        var rows = await shelf.LedgerAsync(row, parts.Digest, number, cancellation);
        return await ShowPartAsync(page, found, parts, new Section("ledger", "Ledger", [LedgerTable.Of(rows, parts.Context)]), number, pages);
    });

    private Task<Answer> ShowPartAsync(Page page, Call call, DigestParts parts, Section section, int number, int pages) => site.ShowAsync<DigestPartPage>(
        page,
        (nameof(DigestPartPage.Call), call), (nameof(DigestPartPage.Digest), parts), (nameof(DigestPartPage.Part), section),
        (nameof(DigestPartPage.Number), number), (nameof(DigestPartPage.Pages), pages));

    private static int Asked(HttpRequest request, int pages) =>
        int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, pages) : 1;
}
