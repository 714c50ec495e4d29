using System.Globalization;
using System.Text.Json;
using Intake.Calls;
using Intake.FollowUps;
using Intake.Http;
using Intake.Pages.Components;
using Intake.Pages.Forms;
using Intake.Receive;
using Intake.Synthesis;
using Microsoft.AspNetCore.Http;

namespace Intake.Pages.PublicRecord;

/// <summary>What a correction is asked of.</summary>
/// <param name="Message">The message's id; null when it is about the digest as a whole.</param>
internal sealed record CorrectionTarget(Call Call, int Digest, string? Message)
{
    /// <summary>What its tokens are good for.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Call.Id}|correct|{Digest}");

    public string Path => string.Create(CultureInfo.InvariantCulture, $"/calls/{Call.Id}/digests/{Digest}");
}

/// <summary>Shows the form by which somebody says that a view is missing or wrong in a digest, and takes it.</summary>
public sealed class CorrectionForm(Site site, CorrectionDesk desk, DigestStore digests, Receipts receipts)
{
    /// <summary>The field in which a private link or a reference is typed.</summary>
    public const string Own = "own";

    private const string MessageField = "message";
    private const int MaxBytes = 100_000;
    private const int MaxFields = 50;

    private static readonly string[] Taken = ["text", MessageField, "name", "email", "publish"];

    internal async Task<Answer> ShowAsync(Page page, CorrectionTarget target, CancellationToken cancellation)
    {
        var values = new FormValues();
        values.Add("publish", Words.Of(PublishAs.Anonymous));
        return await AnswerAsync(page, target, FormToken.New(page.Now), values, null, [], cancellation);
    }

    internal async Task<Answer> TakeAsync(Page page, CorrectionTarget target, CancellationToken cancellation)
    {
        var values = new FormValues();
        foreach (var (name, given) in await FormBody.ReadAsync(page.Request, MaxBytes, MaxFields, cancellation))
            values.Add(name, given.ToString());
        target = target with { Message = MessageId.IsValid(values[MessageField]) ? values[MessageField] : null };
        var token = await FormToken.ReadAsync(values[FormToken.Field], receipts, target.Name, page.Now, cancellation);
        if (PageLanguage.Find(values[PageLanguage.Parameter]) is { } language)
            return await AnswerAsync(page.In(language), target, token, values, null, [], cancellation);
        if (FormToken.Refusal(token, values, page.Now) is { } notice)
            return await AnswerAsync(page, target, token, values, notice, [], cancellation);

        var errors = new List<InputError>();
        var draft = CorrectionDraft.Read([.. Taken.Select(name => (name, name, values[name]))], errors);
        if (!OwnContribution.TryRead(values[Own], target.Call.Id, out var contribution, out var receipt))
            errors.Add(new InputError(Own, "is no link and no reference"));
        if (errors.Count > 0)
            return await AnswerAsync(page, target, token, values, null, errors, cancellation);
        return await SendAsync(page, target, token!, values, draft with { Contribution = contribution, Receipt = receipt }, cancellation);
    }

    private async Task<Answer> SendAsync(
        Page page, CorrectionTarget target, FormToken token, FormValues values, CorrectionDraft draft, CancellationToken cancellation)
    {
        try
        {
            var identity = new RequestIdentity($"form {token.Key}", KeyIsContent: false, "");
            var stored = await desk.ReceiveAsync(target.Call.Id, target.Digest, draft, identity, cancellation);
            return PageAnswer.SeeOther(page, $"/calls/{target.Call.Id}/correction-requests/{stored.Id}");
        }
        catch (ProblemException fault) when (fault.Problem.Kind is "unknown-contribution" or "receipt-wrong")
        {
            return await AnswerAsync(page, target, token, values, null, [new InputError(Own, "is of no contribution")], cancellation);
        }
        catch (ProblemException fault) when (fault.Problem.Kind == "idempotency-key-reused")
        {
            // Sent before with other words: what is sent next is meant as one of its own.
            return await AnswerAsync(page, target, FormToken.New(token.Issued), values, "correct.sentBefore", [], cancellation);
        }
    }

    private async Task<Answer> AnswerAsync(
        Page page, CorrectionTarget target, FormToken? token, FormValues values, string? notice, IReadOnlyList<InputError> errors,
        CancellationToken cancellation)
    {
        var row = await digests.FindAsync(target.Call.Id, target.Digest, cancellation) ?? throw Problems.UnknownDigest();
        var digest = target.Message is null ? null
            : JsonSerializer.Deserialize<Digest>((await digests.ReadAsync(row, "json", cancellation)).Span, Json.Options)!;
        var view = new FormView
        {
            Call = target.Call,
            Action = page.Link($"{target.Path}/correct"),
            Back = page.Link(target.Path),
            Token = await (token ?? FormToken.New(page.Now)).WriteAsync(receipts, target.Name, cancellation),
            Values = values,
            Notice = notice,
            Errors = [.. errors.Select(error => ErrorOf(error, page)).DistinctBy(error => error.Field)],
        };
        return await site.ShowAsync<CorrectionFormPage>(
            page,
            notice is null && errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            isPrivate: true,
            (nameof(CorrectionFormPage.Form), view),
            (nameof(CorrectionFormPage.Digest), target.Digest),
            (nameof(CorrectionFormPage.MessageId), target.Message),
            (nameof(CorrectionFormPage.Message), digest?.AllMessages().FirstOrDefault(message => message.Id == target.Message)));
    }

    private static FormError ErrorOf(InputError error, Page page) => new(error.Path, error.Path switch
    {
        "text" => page.Html("correct.errors.text", ("max", page.Number(CorrectionDraft.MaxText))),
        Own => page.Html("correct.errors.own"),
        "email" => page.Html("form.errors.email"),
        "publish" => page.Html("form.errors.choice"),
        "name" => page.Html("form.errors.line", ("max", page.Number(FieldValue.MaxLine))),
        _ => page.Html("form.errors.other", ("sentence", $"{error.Path} {error.Message}")),
    });
}
