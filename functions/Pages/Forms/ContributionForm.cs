using Intake.Calls;
using Intake.Http;
using Intake.Pages.Components;
using Intake.Receive;
using Intake.Storage;
using Microsoft.AspNetCore.Http;

namespace Intake.Pages.Forms;

/// <summary>What a form is about: a new contribution, or a revision of one whose receipt was shown.</summary>
/// <param name="Revises">Reference of the contribution that is revised.</param>
internal sealed record FormTarget(Call Call, string? Revises, string? Receipt)
{
    /// <summary>What its tokens are good for.</summary>
    public string Name => $"{Call.Id}|{Revises}";
}

/// <summary>
/// Shows a contribution's form, takes it when it is sent, and shows it again with all that was typed, and the files, when it
/// cannot be taken.
/// </summary>
public sealed class ContributionForm(
    Site site, Receiver receiver, Receipts receipts, Drafts drafts, Originals originals, RequestLimits limits, FormPrefill prefill)
{
    internal async Task<Answer> ShowAsync(Page page, FormTarget target, CancellationToken cancellation)
    {
        receiver.CheckOpen(target.Call);
        var (values, files, suggested) = target.Revises is null
            ? (FormValues.Of(target.Call), [], [])
            : await prefill.OfAsync(target.Call, target.Revises, page.Now, cancellation);
        var view = await ViewAsync(page, target, FormToken.New(page.Now), values, files, cancellation);
        return await AnswerAsync(page, view with { SuggestedEndorsers = suggested }, StatusCodes.Status200OK);
    }

    internal async Task<Answer> TakeAsync(Page page, FormTarget target, CancellationToken cancellation)
    {
        var upload = receiver.NewUpload();
        try
        {
            var sent = new SentForm(target.Call, upload);
            await sent.ReadAsync(page.Request, limits, cancellation);
            var token = await FormToken.ReadAsync(sent.Values[FormToken.Field], receipts, target.Name, page.Now, cancellation);
            await FindKeptAsync(sent, target, page.Now, cancellation);
            if (PageLanguage.Find(sent.Values[PageLanguage.Parameter]) is { } language)
                return await AgainAsync(page.In(language), target, token, sent, null, [], cancellation);
            if (FormToken.Refusal(token, sent.Values, page.Now) is { } notice)
                return await AgainAsync(page, target, token, sent, notice, [], cancellation);
            if (sent.Errors.Count > 0)
                return await AgainAsync(page, target, token, sent, null, sent.Errors, cancellation);
            return await SendAsync(page, target, token!, sent, cancellation);
        }
        finally
        {
            await upload.DiscardUnlessKeptAsync();
        }
    }

    private async Task<Answer> SendAsync(Page page, FormTarget target, FormToken token, SentForm sent, CancellationToken cancellation)
    {
        try
        {
            foreach (var kept in sent.Kept)
            {
                await using var content = await OpenAsync(kept, cancellation);
                await sent.Upload.AddAsync(kept.Document.Name, kept.Document.ContentType, content, kept.Document.Size, cancellation);
            }

            await SubmissionReader.StoreTypedAsync(sent.Submission, sent.Upload, cancellation);
            if (sent.Upload.Documents.All(document => document.Size == 0))
                throw Problems.Empty();
            var identity = new RequestIdentity($"form {token.Key}", KeyIsContent: false, "");
            var taken = target.Revises is null
                ? await receiver.ReceiveAsync(target.Call, sent.Submission, sent.Upload, Channel.Web, identity, cancellation)
                : await receiver.ReviseAsync(target.Call, target.Revises, sent.Submission, sent.Upload, identity, cancellation);
            return ReceiptLink.To(page, target.Call.Id, taken.Id, taken.Receipt);
        }
        catch (ProblemException fault) when (NoticeOf(fault) is { } notice)
        {
            // Sent before with other words: what is sent next is meant as one of its own.
            var next = notice == "form.notices.sentBefore" ? FormToken.New(token.Issued) : token;
            return await AgainAsync(page, target, next, sent, notice, fault.Problem.Errors ?? [], cancellation);
        }
    }

    private static string? NoticeOf(ProblemException fault) => fault.Problem.Kind switch
    {
        "empty" => "form.notices.empty",
        "invalid" => "form.notices.invalid",
        "malformed" => "form.notices.names",
        "idempotency-key-reused" => "form.notices.sentBefore",
        "closed" => "form.notices.closed",
        "busy" => "form.notices.busy",
        _ => null,
    };

    private async Task<Stream> OpenAsync(KeptFile kept, CancellationToken cancellation) => kept.Draft is { } draft
        ? await drafts.OpenAsync(draft, cancellation) ?? throw Problems.Invalid([new InputError(SentForm.Files, FileErrors.Gone)])
        : await originals.OpenAsync(kept.Upload!, kept.Number, cancellation);

    private async Task FindKeptAsync(SentForm sent, FormTarget target, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var token in sent.Values.All(KeptFile.Field))
        {
            if (await KeptFile.ReadAsync(token, receipts, target.Name, now, cancellation) is { } kept)
                sent.Kept.Add(kept);
            else if (!sent.Errors.Exists(error => error.Message == FileErrors.Gone))
                sent.Errors.Add(new InputError(SentForm.Files, FileErrors.Gone));
        }
    }

    /// <summary>The form again, with all that was typed; the files that came with it are kept as drafts.</summary>
    private async Task<Answer> AgainAsync(
        Page page, FormTarget target, FormToken? token, SentForm sent, string? notice, IReadOnlyList<InputError> errors,
        CancellationToken cancellation)
    {
        List<KeptFile> files = [.. sent.Kept];
        foreach (var (document, number) in sent.Stored)
        {
            await using var content = await originals.OpenAsync(sent.Upload.Id, number, cancellation);
            files.Add(new KeptFile(await drafts.AddAsync(content, cancellation), null, 0, document, page.Now + Drafts.Lifetime));
        }

        var view = await ViewAsync(page, target, token ?? FormToken.New(page.Now), sent.Values, files, cancellation);
        var isWrong = notice is not null || errors.Count > 0;
        return await AnswerAsync(
            page,
            view with { Notice = notice, Errors = [.. errors.Select(error => FormError.Of(error, target.Call, page)).DistinctBy(error => (error.Field, error.Text.Value))] },
            isWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<FormView> ViewAsync(
        Page page, FormTarget target, FormToken token, FormValues values, IReadOnlyList<KeptFile> files, CancellationToken cancellation)
    {
        var call = $"/calls/{target.Call.Id}";
        var carried = new List<(KeptFile, string)>();
        foreach (var file in files)
            carried.Add((file, await file.WriteAsync(receipts, target.Name, cancellation)));
        return new FormView
        {
            Call = target.Call,
            Action = target.Revises is { } id
                ? ReceiptLink.Private(page, $"{ReceiptLink.Contribution(target.Call.Id, id)}/revise", target.Receipt!)
                : page.Link($"{call}/contribute"),
            Back = target.Revises is { } revised ? ReceiptLink.Private(page, ReceiptLink.Path(target.Call.Id, revised), target.Receipt!) : page.Link(call),
            Token = await token.WriteAsync(receipts, target.Name, cancellation),
            Values = values,
            Files = carried,
            Revises = target.Revises,
            MaxBytes = limits.Bytes,
        };
    }

    private async Task<Answer> AnswerAsync(Page page, FormView view, int status) =>
        (await site.ShowAsync<FormPage>(page, status, isPrivate: true, (nameof(FormPage.Form), view)))
            .AskingForCookies(page, view.Call.Id);
}
