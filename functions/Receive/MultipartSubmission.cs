using System.Text;
using Intake.Calls;
using Intake.Extract;
using Intake.Http;
using Intake.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Intake.Receive;

/// <summary>Reads <c>multipart/form-data</c>: fields into memory, each file straight through to blob storage.</summary>
internal static class MultipartSubmission
{
    private const int MaxBoundary = 100;
    private const int MaxHeaders = 16;
    private const int MaxHeaderBytes = 16_384;

    public static async Task<Submission> ReadAsync(
        HttpRequest request, Call call, RequestLimits limits, Upload upload, List<InputError> errors, CancellationToken cancellation)
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
        var fields = new Fields(call, errors);
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
                    await FileAsync(section, disposition, call, upload, cancellation);
                else
                    fieldBytes += await FieldAsync(section, disposition, fields, limits.FieldBytes - fieldBytes, limits, errors, cancellation);
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

        return fields.Done();
    }

    private static async Task FileAsync(
        MultipartSection section, ContentDispositionHeaderValue disposition, Call call, Upload upload, CancellationToken cancellation)
    {
        // A browser sends an empty part for a file field left empty.
        var name = HeaderUtilities.RemoveQuotes(
            disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
        if (name.Length == 0)
        {
            await section.Body.DrainAsync(cancellation);
            return;
        }

        if (upload.Documents.Count >= call.Rules.MaxFiles)
            throw Problems.TooManyFiles(call.Rules.MaxFiles);
        try
        {
            await upload.AddAsync(SafeFileName.Of(name), DeclaredType(section), section.Body, call.Rules.MaxFileBytes, cancellation);
        }
        catch (LimitExceededException fault) when (fault.MaxBytes == call.Rules.MaxFileBytes)
        {
            throw Problems.TooLarge($"The file '{SafeFileName.Of(name)}'", fault.MaxBytes);
        }
    }

    /// <summary>What the sender says the file is. Our own type for answers is ours to give: it ties passages to questions.</summary>
    private static string DeclaredType(MultipartSection section) =>
        section.ContentType is { Length: <= 100 } type && !DocumentKind.IsOurs(type)
            ? CleanText.Line(type)
            : "application/octet-stream";

    /// <summary>Bytes read.</summary>
    private static async Task<long> FieldAsync(
        MultipartSection section, ContentDispositionHeaderValue disposition, Fields fields, long maxBytes, RequestLimits limits,
        List<InputError> errors, CancellationToken cancellation)
    {
        using var measured = new MeasuredStream(section.Body, maxBytes);
        using var text = new StreamReader(measured, Encoding.UTF8);
        try
        {
            var value = await text.ReadToEndAsync(cancellation);
            FormSubmission.Take(fields, HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), value, errors);
        }
        catch (LimitExceededException)
        {
            throw Problems.TooLarge("The form's fields", limits.FieldBytes);
        }

        return measured.Count;
    }
}
