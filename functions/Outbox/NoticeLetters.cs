using Intake.Calls;
using Microsoft.Extensions.Options;

namespace Intake.Outbox;

/// <summary>Answers to mail that became no contribution.</summary>
public sealed class NoticeLetters(CallStore calls, TimeProvider time, IOptions<AppOptions> app)
{
    /// <summary>Calls listed to somebody whose mail names none: those that close soonest.</summary>
    private const int MostCalls = 50;

    /// <summary>Why a mail was not taken in.</summary>
    internal static LetterPart Refused(Call? call, OutboxRow row)
    {
        var texts = LetterTexts.Of(row.Language);
        var said = texts.Refused;
        var body = new LetterBody(texts);
        switch (row.ReasonType)
        {
            case "closed" when call is not null:
                body.Say(said.Closed, ("title", call.Title), ("time", texts.At(call.Closes, call.TimeZone)));
                break;
            case "not-open-yet" when call is not null:
                body.Say(said.NotOpenYet, ("title", call.Title), ("time", texts.At(call.Opens, call.TimeZone)));
                break;
            case "empty":
                body.Say(said.Empty);
                break;
            case "too-large" when call is not null:
                body.Say(said.TooLarge, ("size", texts.Size(call.Rules.MaxFileBytes)));
                break;
            case "too-many-files" when call is not null:
                body.Say(said.TooManyFiles, ("count", texts.Number(call.Rules.MaxFiles)));
                break;
            default:
                body.Say(said.Other, ("sentence", row.Reason ?? ""));
                break;
        }

        body.Break().Say(said.Kept);
        var subject = call is null ? said.Subject : LetterBody.Fill(said.CallSubject, ("title", call.Title));
        return new LetterPart(texts.Language, subject, body.Text, body.Html);
    }

    /// <summary>Which calls a mail that names none could be for.</summary>
    internal async Task<LetterPart> UnplacedAsync(OutboxRow row, CancellationToken cancellation)
    {
        var texts = LetterTexts.Of(row.Language);
        var said = texts.Unplaced;
        var now = time.GetUtcNow();
        var open = new List<Call>();
        await foreach (var call in calls.AllAsync(cancellation))
        {
            if (call.Opens <= now && now < call.Closes)
                open.Add(call);
        }

        var body = new LetterBody(texts).Say(said.Thanks).Say(open.Count == 0 ? said.None : said.Kept).Break();
        foreach (var call in open.OrderBy(call => call.Closes).ThenBy(call => call.Id, StringComparer.Ordinal).Take(MostCalls))
        {
            body.Item(said.Call, ("title", call.Title), ("time", texts.At(call.Closes, call.TimeZone)))
                .Note(said.How, ("address", call.MailAddress(app.Value.Mailbox)), ("tag", call.MailTag));
        }

        return new LetterPart(texts.Language, said.Subject, body.Text, body.Html);
    }
}
