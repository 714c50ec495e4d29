using System.Text;
using Intake.Extract;
using Intake.Http;
using Intake.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Intake.Receive;

/// <summary>A file on its way in.</summary>
/// <param name="Name">Safe to show and to save under.</param>
/// <param name="ContentType">What its sender says it is.</param>
/// <param name="Content">What is not read of it is skipped.</param>
internal sealed record MultipartFile(string Name, string ContentType, Stream Content);

/// <summary>Walks through <c>multipart/form-data</c>: fields are read into memory, files handed on as they come.</summary>
internal static class MultipartForm
{
    private const int MaxBoundary = 100;
    private const int MaxHeaders = 16;
    private const int MaxHeaderBytes = 16_384;

    public static async Task ReadAsync(
        HttpRequest request, RequestLimits limits, Action<string, string> field, Func<MultipartFile, Task> file, CancellationToken cancellation)
    {
        BodyCheck.Refuse(request, limits.Bytes);
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString() : "";
        if (boundary.Length is 0 or > MaxBoundary)
            throw Problems.Malformed("The Content-Type has no usable boundary.");

        using var body = new MeasuredStream(request.Body, limits.Bytes);
        var reader = new MultipartReader(boundary, body)
        {
            HeadersCountLimit = MaxHeaders,
            HeadersLengthLimit = MaxHeaderBytes,
            BodyLengthLimit = limits.Bytes,
        };
        var parts = 0;
        var fieldBytes = 0L;
        try
        {
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                if (++parts > limits.Fields)
                    throw Problems.Malformed($"The form has more than {limits.Fields} parts.");
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                    throw Problems.Malformed("A part of the form has no usable Content-Disposition.");
                if (disposition.FileName.HasValue || disposition.FileNameStar.HasValue)
                    await FileAsync(section, disposition, file, cancellation);
                else
                    fieldBytes += await FieldAsync(section, disposition, field, limits.FieldBytes - fieldBytes, limits, cancellation);
            }
        }
        catch (LimitExceededException)
        {
            throw Problems.TooLarge("The request", limits.Bytes);
        }
        catch (Exception fault) when (fault is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            // MultipartReader: a header limit, or the body ended before its closing boundary.
            throw Problems.Malformed("The form is cut short or its parts cannot be told apart.");
        }
    }

    private static async Task FileAsync(
        MultipartSection section, ContentDispositionHeaderValue disposition, Func<MultipartFile, Task> file, CancellationToken cancellation)
    {
        var name = HeaderUtilities.RemoveQuotes(
            disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();

        // A browser sends an empty part for a file field left empty.
        if (name.Length > 0)
            await file(new MultipartFile(SafeFileName.Of(name), DeclaredType(section), section.Body));
        await section.Body.DrainAsync(cancellation);
    }

    /// <summary>What the sender says the file is. Our own type for answers is ours to give: it ties passages to questions.</summary>
    private static string DeclaredType(MultipartSection section) =>
        section.ContentType is { Length: <= 100 } type && !DocumentKind.IsOurs(type)
            ? CleanText.Line(type)
            : "application/octet-stream";

    /// <summary>Bytes read.</summary>
    private static async Task<long> FieldAsync(
        MultipartSection section, ContentDispositionHeaderValue disposition, Action<string, string> field, long maxBytes, RequestLimits limits,
        CancellationToken cancellation)
    {
        using var measured = new MeasuredStream(section.Body, maxBytes);
        using var text = new StreamReader(measured, Encoding.UTF8);
        try
        {
            var value = await text.ReadToEndAsync(cancellation);
            field(HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), value);
        }
        catch (LimitExceededException)
        {
            throw Problems.TooLarge("The form's fields", limits.FieldBytes);
        }

        return measured.Count;
    }
}
