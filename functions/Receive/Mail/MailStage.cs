using Intake.Calls;
using Intake.Extract;
using Intake.Http;
using Intake.KeyPhrases;
using Intake.Outbox;
using Intake.Receive.Mail.Sections;
using Intake.Receive.Mail.Trust;
using Intake.Storage;
using Microsoft.Extensions.Options;

namespace Intake.Receive.Mail;

/// <summary>Reads a stored mail and sends it the same way as a contribution over HTTP.</summary>
public sealed class MailStage(
    MailStore mails, MailReader reader, SendGridInbound sendGrid, CallFinder finder, CallStore calls, Receiver receiver, OutboxStore outbox,
    AnswerRules answers, IAnalyser analyser, IOptions<AppOptions> options) : IQueueStage
{
    /// <summary>Problems of a mail that its receipt tells.</summary>
    private const int MostProblems = 10;

    /// <summary>UTF-16 units that are enough to tell a language by.</summary>
    private const int LanguageCharacters = 2_000;

    public string Queue => Queues.Mailed;

    public async Task HandleAsync(string message, CancellationToken cancellation)
    {
        if (await mails.Mails.FindAsync(message, cancellation) is not { Outcome: null } row)
            return;
        var mail = await ReadAsync(row, cancellation);
        Describe(row, mail);
        switch (mail.Kind)
        {
            case MailKind.Contribution when answers.IsOurs(mail): row.Outcome = nameof(MailOutcome.Automatic); break;
            case MailKind.Automatic: row.Outcome = nameof(MailOutcome.Automatic); break;
            case MailKind.Bounce: row.Outcome = nameof(MailOutcome.Bounce); break;
            case MailKind.Unreadable:
                row.Outcome = nameof(MailOutcome.Unreadable);
                await mails.MarkUnplacedAsync(row.Id, cancellation);
                break;
            default: await TakeInAsync(row, mail, cancellation); break;
        }

        await mails.Mails.TryFinishAsync(message, row, cancellation);
    }

    public async Task FailAsync(string message, string reason, CancellationToken cancellation)
    {
        if (await mails.Mails.FindAsync(message, cancellation) is not { Outcome: null } row)
            return;
        (row.Outcome, row.Reason) = (nameof(MailOutcome.Unreadable), reason);
        await mails.MarkUnplacedAsync(row.Id, cancellation);
        await mails.Mails.TryFinishAsync(message, row, cancellation);
    }

    public async Task RequeueAsync(string message, CancellationToken cancellation)
    {
        if (await mails.Mails.FindAsync(message, cancellation) is not { Contribution: null } row)
            return;
        (row.Outcome, row.Reason) = (null, null);
        await mails.Mails.AgainAsync(message, row, send: false, cancellation);
    }

    /// <summary>What a person who looks at the mail should see of it. None of it gives the sender a privilege.</summary>
    private void Describe(MailRow row, InboundMail mail)
    {
        var results = AuthenticationResults.Of(mail.Headers, options.Value.AuthservId);
        row.From = Short(mail.From?.Address);
        row.Subject = Short(mail.Subject);
        row.ReplyTo = Short(mail.ReplyTo?.Address);
        row.Authentication = results?.ToString();
        row.Doubts = string.Join(' ', SenderDoubts.Of(mail, results));
    }

    private async Task<InboundMail> ReadAsync(MailRow row, CancellationToken cancellation)
    {
        await using var content = await mails.OpenAsync(row, cancellation);
        return row.ContentType.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? await sendGrid.ReadAsync(content, row.ContentType, cancellation)
            : await reader.ReadAsync(content, row.EnvelopeFrom is null && row.EnvelopeTo is null ? null : new Envelope(row.EnvelopeFrom, ToOf(row)), cancellation);
    }

    private async Task TakeInAsync(MailRow row, InboundMail mail, CancellationToken cancellation)
    {
        var call = row.Call is null
            ? await finder.FindAsync([.. ToOf(row), .. mail.Recipients], mail.Subject, cancellation)
            : (await calls.FindAsync(row.Call, cancellation))?.Call;
        if (call is null)
        {
            row.Outcome = nameof(MailOutcome.Unplaced);
            await mails.MarkUnplacedAsync(row.Id, cancellation);
            await AnswerAsync(LetterKind.Unplaced, row, mail, cancellation);
            return;
        }

        row.Call = call.Id;
        var upload = receiver.NewUpload();
        try
        {
            receiver.CheckOpen(call, row.Received);
            var submission = await SubmitAsync(row, call, mail, upload, cancellation);
            var sender = mail.From?.Address ?? "";
            var origin = new MailOrigin(mail.MessageId, answers.MayAnswer(mail), [.. mail.Problems.Take(MostProblems).Select(problem => Short(problem)!)]);
            var identity = new RequestIdentity(mail.MessageId ?? $"no Message-ID, from {sender}", KeyIsContent: true, sender) { Arrived = row.Received, Mail = origin };
            var taken = await receiver.ReceiveAsync(call, submission, upload, Channel.Email, identity, cancellation);
            (row.Outcome, row.Contribution) = (nameof(MailOutcome.Contribution), taken.Id);
        }
        catch (ProblemException problem)
        {
            (row.Outcome, row.Reason) = (nameof(MailOutcome.Refused), problem.Problem.Detail);
            await AnswerAsync(LetterKind.Refused, row, mail, cancellation, problem.Problem.Type);
        }
        finally
        {
            await upload.DiscardUnlessKeptAsync();
        }
    }

    private static async Task<Submission> SubmitAsync(
        MailRow row, Call call, InboundMail mail, Upload upload, CancellationToken cancellation)
    {
        var errors = new List<InputError>();
        var fields = new Fields(call, errors);
        fields.Set("name", "From", Fields.Fit(mail.From?.Name ?? ""));
        fields.Set("title", "Subject", Fields.Fit(mail.Subject));
        fields.Set("text", "text", mail.OwnText);
        var submission = fields.Done();

        // A letter that is nothing but words stays a text.
        var letter = LetterParts.Of(mail).ToList();
        submission.Letter = letter.Exists(part => part.Flags != PassageFlags.None) ? letter : [];
        submission.SuggestedEndorsers = EndorserFinder.Find(mail);
        if (EmailAddress.IsValid(mail.From?.Address))
            submission.Contributor = submission.Contributor with { Email = mail.From!.Address };

        if (errors.Count > 0)
            throw Problems.Invalid(errors);
        await SubmissionReader.StoreTypedAsync(submission, upload, cancellation);
        foreach (var attachment in mail.Attachments.Where(attachment => !attachment.IsInline))
        {
            // The mail itself is kept whole; what the call's rules leave out can still be looked up in it.
            if (upload.Documents.Count > call.Rules.MaxFiles || attachment.Content.Length > call.Rules.MaxFileBytes)
            {
                row.Reason = "Attachments beyond the call's limits were kept with the mail and not read.";
                continue;
            }

            using var content = new MemoryStream(attachment.Content.ToArray(), writable: false);
            await upload.AddAsync(attachment.Name, DeclaredType(attachment), content, call.Rules.MaxFileBytes, cancellation);
        }

        if (upload.Documents.All(document => document.Size == 0))
            throw Problems.Empty();
        return submission;
    }

    /// <summary>Our own types are ours to give.</summary>
    private static string DeclaredType(MailAttachment attachment) =>
        attachment.ContentType.Length <= 100 && !DocumentKind.IsOurs(attachment.ContentType)
            ? attachment.ContentType
            : "application/octet-stream";

    /// <summary>One address: a mail to two calls is delivered twice, and each delivery is for its own.</summary>
    private static string[] ToOf(MailRow row) => row.EnvelopeTo is null ? [] : [row.EnvelopeTo];

    private async Task AnswerAsync(LetterKind kind, MailRow row, InboundMail mail, CancellationToken cancellation, string? reasonType = null)
    {
        if (!answers.MayAnswer(mail))
            return;
        var text = mail.OwnText.Length > 0 ? mail.OwnText : mail.Subject;
        var languages = await analyser.DetectLanguagesAsync([text[..Math.Min(text.Length, LanguageCharacters)]], cancellation);
        await outbox.AddAnswerAsync(
            new OutboxRow
            {
                Kind = kind.ToString(),
                To = mail.From!.Address,
                Call = row.Call,
                Contribution = row.Id,
                InReplyTo = mail.MessageId,
                Reason = row.Reason,
                ReasonType = reasonType?.Split(':')[^1],
                Language = languages[0],
            },
            cancellation);
    }

    private static string? Short(string? text) => text is null ? null : CleanText.Line(text.Length <= 300 ? text : text[..300]);
}
