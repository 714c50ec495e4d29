using Intake.Calls;
using Intake.Http;
using Intake.Receive;
using Intake.Storage;
using Microsoft.AspNetCore.Http;

namespace Intake.Pages.Forms;

/// <summary>A contribution's form as it was sent: what was typed, what is wrong with it, and the files, already stored.</summary>
internal sealed class SentForm(Call call, Upload upload)
{
    /// <summary>A field that people do not see. Who fills it in is a program.</summary>
    public const string Trap = "homepage";

    /// <summary>The field of the files.</summary>
    public const string Files = "file";

    private static readonly string[] OwnFields = [FormToken.Field, KeptFile.Field, Trap, PageLanguage.Parameter];

    public FormValues Values { get; } = new();

    public List<InputError> Errors { get; } = [];

    /// <summary>Files that came with it and are whole, with their numbers in the upload.</summary>
    public List<(Document Document, int Number)> Stored { get; } = [];

    /// <summary>Files kept from before that are used again.</summary>
    public List<KeptFile> Kept { get; } = [];

    public Submission Submission { get; private set; } = new();

    public Upload Upload => upload;

    /// <summary>By the same rules as the API. What is wrong is collected; the rest of the form is read all the same.</summary>
    public async Task ReadAsync(HttpRequest request, RequestLimits limits, CancellationToken cancellation)
    {
        var fields = new Fields(call, Errors);
        try
        {
            await MultipartForm.ReadAsync(request, limits, (name, value) => Take(fields, name, value), file => StoreAsync(file, cancellation), cancellation);
        }
        catch (ProblemException fault) when (fault.Problem.Status == StatusCodes.Status413PayloadTooLarge)
        {
            // The files stand last in the form, so all that was typed has been read.
            Errors.Add(new InputError(Files, FileErrors.AllTooLarge));
        }

        Submission = fields.Done();
    }

    private void Take(Fields fields, string name, string value)
    {
        Values.Add(name, value);
        if (!OwnFields.Contains(name))
            FormSubmission.Take(fields, name, value, Errors);
    }

    private async Task StoreAsync(MultipartFile file, CancellationToken cancellation)
    {
        if (Stored.Count + Values.All(KeptFile.Field).Count >= call.Rules.MaxFiles)
        {
            if (!Errors.Exists(error => error.Message == FileErrors.TooMany))
                Errors.Add(new InputError(Files, FileErrors.TooMany));
            return;
        }

        try
        {
            await upload.AddAsync(file.Name, file.ContentType, file.Content, call.Rules.MaxFileBytes, cancellation);
            Stored.Add((upload.Documents[^1], upload.Last));
        }
        catch (LimitExceededException fault) when (fault.MaxBytes == call.Rules.MaxFileBytes)
        {
            Errors.Add(new InputError(Files, $"{FileErrors.TooLarge}{file.Name}"));
        }
    }
}
