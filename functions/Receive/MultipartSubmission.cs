using Intake.Calls;
using Intake.Http;
using Intake.Storage;
using Microsoft.AspNetCore.Http;

namespace Intake.Receive;

/// <summary>Reads a contribution sent as <c>multipart/form-data</c>: each file goes straight through to blob storage.</summary>
internal static class MultipartSubmission
{
    public static async Task<Submission> ReadAsync(
        HttpRequest request, Call call, RequestLimits limits, Upload upload, List<InputError> errors, CancellationToken cancellation)
    {
        var fields = new Fields(call, errors);
        await MultipartForm.ReadAsync(
            request,
            limits,
            (name, value) => FormSubmission.Take(fields, name, value, errors),
            file => StoreAsync(file, call, upload, cancellation),
            cancellation);
        return fields.Done();
    }

    private static async Task StoreAsync(MultipartFile file, Call call, Upload upload, CancellationToken cancellation)
    {
        if (upload.Documents.Count >= call.Rules.MaxFiles)
            throw Problems.TooManyFiles(call.Rules.MaxFiles);
        try
        {
            await upload.AddAsync(file.Name, file.ContentType, file.Content, call.Rules.MaxFileBytes, cancellation);
        }
        catch (LimitExceededException fault) when (fault.MaxBytes == call.Rules.MaxFileBytes)
        {
            throw Problems.TooLarge($"The file '{file.Name}'", fault.MaxBytes);
        }
    }
}
