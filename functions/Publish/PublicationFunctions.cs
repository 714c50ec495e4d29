using Intake.Calls;
using Intake.Http;
using Intake.Synthesis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Publish;

/// <summary>Digests to read, in every format, and what their JSON looks like.</summary>
public sealed class PublicationFunctions(Api api, CallStore calls, DigestStore digests)
{
    /// <summary>By number or <c>latest</c>; the format by extension or <c>Accept</c>, else JSON.</summary>
    [Function(nameof(GetDigest))]
    public Task<IActionResult> GetDigest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calls/{call}/digests/{digest}")] HttpRequest request,
        string call, string digest, CancellationToken cancellation) => api.RunAsync(async () =>
    {
        await calls.RequireAsync(call, cancellation);
        var (name, extension) = digest.Split('.', 2) is [var first, var second] ? (first, second) : (digest, null);
        var row = name == "latest" ? await digests.LatestAsync(call, cancellation)
            : int.TryParse(name, out var number) ? await digests.FindAsync(call, number, cancellation)
            : null;
        var format = FormatChoice.Choose(DigestFormats.All, extension, request.Headers.Accept);
        if (row is null)
            throw Problems.UnknownDigest();
        var answer = Compression.Bytes(request, await digests.ReadAsync(row, format.Extension, cancellation), format.ContentType).With("Vary", "Accept");
        if (format.IsDownload)
            answer.With("Content-Disposition", $"attachment; filename=\"{PublicationFiles.Name(call, row.Number, format)}\"");
        if (format.Extension == "html")
            answer.With("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        return format.Extension == "json" ? answer.With("Link", $"<{DigestSchema.Path}>; rel=\"describedby\"") : answer;
    });

    [Function(nameof(GetDigestSchema))]
    public Task<IActionResult> GetDigestSchema(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/digest.schema.json")] HttpRequest request,
        CancellationToken cancellation) => api.RunAsync(() => Task.FromResult(
            Compression.Bytes(request, DigestSchema.Read(), "application/schema+json; charset=utf-8")));
}
