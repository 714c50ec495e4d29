using System.Globalization;
using System.Text;
using Intake.Calls;
using Intake.Receive;
using Intake.Storage;
using Intake.Synthesis;
using Microsoft.Extensions.Options;

namespace Intake.Outbox;

/// <summary>Writes the text of outgoing mail.</summary>
public sealed class LetterWriter(
    CallStore calls, ContributionStore contributions, DigestStore digests, Receipts receipts, TimeProvider time,
    IOptions<AppOptions> app)
{
    /// <summary>Null when what the mail is about is not there (any more): then there is nothing to send.</summary>
    public async Task<Letter?> WriteAsync(OutboxRow row, CancellationToken cancellation)
    {
        var call = row.Call is null ? null : (await calls.FindAsync(row.Call, cancellation))?.Call;
        return Enum.Parse<LetterKind>(row.Kind) switch
        {
            LetterKind.Receipt when call is not null => await ReceiptAsync(call, row, cancellation),
            LetterKind.Digest when call is not null => await DigestAsync(call, row.Number, cancellation),
            LetterKind.Refused => Refused(call, row.Reason ?? ""),
            LetterKind.Unplaced => await UnplacedAsync(cancellation),
            _ => null,
        };
    }

    private async Task<Letter?> ReceiptAsync(Call call, OutboxRow row, CancellationToken cancellation)
    {
        if (await contributions.FindRevisionAsync(call.Id, row.Contribution!, row.Revision, cancellation) is not { } revision)
            return null;
        var receipt = await receipts.OfAsync(call.Id, revision.Id, cancellation);
        var link = $"{app.Value.PublicAddress}/api/calls/{call.Id}/contributions/{revision.Id}";
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"Your contribution to \"{call.Title}\" has been received")
            .AppendLine(revision.Revision > 1 ? $" (revision {revision.Revision})." : ".")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"Reference: {revision.Id}")
            .AppendLine(CultureInfo.InvariantCulture, $"Received:  {Local(revision.Revised, call)}")
            .AppendLine()
            .AppendLine("What we received:");
        foreach (var document in revision.Documents)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {document.Name}, {document.Size:N0} bytes")
                .AppendLine(CultureInfo.InvariantCulture, $"  SHA-256 {document.Sha256}");
        }

        text.AppendLine()
            .AppendLine("See what was read in it, and what the digest makes of it:")
            .AppendLine(CultureInfo.InvariantCulture, $"{link}?receipt={receipt}")
            .AppendLine()
            .AppendLine("Keep this address to yourself: with it you can also revise or withdraw the contribution.");
        return new Letter($"Received: your contribution to {call.Title} [{revision.Id}]", text.ToString(), null, "auto-replied");
    }

    private async Task<Letter?> DigestAsync(Call call, int number, CancellationToken cancellation)
    {
        if (await digests.FindAsync(call.Id, number, cancellation) is not { } row)
            return null;
        var markdown = await digests.ReadAsync(row, "md", cancellation);
        var html = await digests.ReadAsync(row, "html", cancellation);
        return new Letter(
            $"{call.Title}: digest {number}", Encoding.UTF8.GetString(markdown.Span), Encoding.UTF8.GetString(html.Span), "auto-generated");
    }

    private static Letter Refused(Call? call, string reason) => new(
        call is null ? "Your mail was not taken in" : $"Your contribution to {call.Title} was not taken in",
        $"{reason}\n\nYour mail is kept; the secretariat can still see it.\n", null, "auto-replied");

    private async Task<Letter> UnplacedAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var mailbox = app.Value.Mailbox.Split('@', 2);
        var text = new StringBuilder()
            .AppendLine("Thank you for your mail. We could not tell which call for input it answers.")
            .AppendLine("It is kept, and somebody will look at it. You can also send it again to one of these:")
            .AppendLine();
        var open = 0;
        await foreach (var call in calls.AllAsync(cancellation))
        {
            if (now < call.Opens || now >= call.Closes)
                continue;
            open++;
            text.AppendLine(CultureInfo.InvariantCulture, $"- {call.Title} (until {Local(call.Closes, call)})")
                .AppendLine(CultureInfo.InvariantCulture, $"  {mailbox[0]}+{call.MailTag}@{mailbox[^1]}, or write [{call.MailTag}] in the subject");
        }

        if (open == 0)
            text.AppendLine("(No call is open at the moment.)");
        return new Letter("Which call is your contribution for?", text.ToString(), null, "auto-replied");
    }

    private static string Local(DateTimeOffset at, Call call) => string.Create(
        CultureInfo.InvariantCulture,
        $"{TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(call.TimeZone)):d MMMM yyyy HH:mm} ({call.TimeZone})");
}
