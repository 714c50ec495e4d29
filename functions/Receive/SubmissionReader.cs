using Intake.Calls;
using Intake.Http;
using Microsoft.AspNetCore.Http;

namespace Intake.Receive;

/// <summary>Reads a contribution from a request of any accepted kind, its documents already stored.</summary>
public sealed class SubmissionReader(Receiver receiver, RequestLimits limits)
{
    private const string Accepted = "application/json, application/x-www-form-urlencoded or multipart/form-data";

    /// <summary>Reads, then hands over; what is refused on the way, or repeats an earlier request, leaves nothing stored.</summary>
    public async Task<T> UseAsync<T>(
        HttpRequest request, Call call, Func<Submission, Upload, Task<T>> use, CancellationToken cancellation)
    {
        var upload = receiver.NewUpload();
        try
        {
            var submission = await ReadAsync(request, call, upload, cancellation);
            return await use(submission, upload);
        }
        finally
        {
            await upload.DiscardUnlessKeptAsync();
        }
    }

    private async Task<Submission> ReadAsync(
        HttpRequest request, Call call, Upload upload, CancellationToken cancellation)
    {
        var errors = new List<InputError>();
        var type = request.ContentType?.Split(';')[0].Trim();
        var submission =
            request.HasJsonContentType() ? await JsonSubmission.ReadAsync(request, call, limits, errors, cancellation)
            : Is("application/x-www-form-urlencoded") ? await FormSubmission.ReadAsync(request, call, limits, errors, cancellation)
            : Is("multipart/form-data") ? await MultipartSubmission.ReadAsync(request, call, limits, upload, errors, cancellation)
            : throw Problems.UnsupportedMediaType(Accepted);
        if (errors.Count > 0)
            throw Problems.Invalid(errors);
        await StoreTypedAsync(submission, upload, cancellation);
        if (upload.Documents.All(document => document.Size == 0))
            throw Problems.Empty();
        return submission;

        bool Is(string accepted) => string.Equals(type, accepted, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The typed text and answers become documents too.</summary>
    public static async Task StoreTypedAsync(Submission submission, Upload upload, CancellationToken cancellation)
    {
        foreach (var (name, contentType, content) in submission.TypedDocuments())
        {
            using var stream = new MemoryStream(content);
            await upload.AddAsync(name, contentType, stream, content.Length, cancellation);
        }
    }
}
