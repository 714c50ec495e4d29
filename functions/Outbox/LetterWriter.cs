using System.Text.Json;
using Intake.Calls;
using Intake.Storage;
using Intake.Synthesis;
using Microsoft.Extensions.Options;

namespace Intake.Outbox;

/// <summary>Writes outgoing mail from what its rows are about.</summary>
public sealed class LetterWriter(
    CallStore calls, ContributionStore contributions, AnalysisStore analysis, DigestStore digests, ReceiptLetter receipt,
    NoticeLetters notices, IOptions<AppOptions> app)
{
    /// <summary>A receipt whose documents are still being read: it would have less to say now than in a moment.</summary>
    public async Task<bool> IsEarlyAsync(OutboxRow row, CancellationToken cancellation) =>
        row.Kind == nameof(LetterKind.Receipt)
        && await analysis.ExtractionAsync(row.Contribution!, row.Revision, cancellation) is null;

    /// <summary>Null when the digest is not there (any more): then there is nothing to send.</summary>
    public async Task<Letter?> DigestAsync(OutboxRow row, CancellationToken cancellation)
    {
        if (await CallAsync(row, cancellation) is not { } call
            || await digests.FindAsync(call.Id, row.Number, cancellation) is not { } digest)
            return null;
        var json = await digests.ReadAsync(digest, "json", cancellation);
        var word = await digests.ReadAsync(digest, "docx", cancellation);
        return DigestLetter.Of(JsonSerializer.Deserialize<Digest>(json.Span, Json.Options)!, new Uri(app.Value.PublicAddress), word);
    }

    /// <summary>Null when what the answer is about is not there (any more): then there is nothing to say.</summary>
    internal async Task<LetterPart?> AnswerAsync(OutboxRow row, CancellationToken cancellation)
    {
        var call = await CallAsync(row, cancellation);
        return Enum.Parse<LetterKind>(row.Kind) switch
        {
            LetterKind.Receipt when call is not null
                && await contributions.FindRevisionAsync(call.Id, row.Contribution!, row.Revision, cancellation) is { } revision
                => await receipt.WriteAsync(call, revision, cancellation),
            LetterKind.Refused => NoticeLetters.Refused(call, row),
            LetterKind.Unplaced => await notices.UnplacedAsync(row, cancellation),
            _ => null,
        };
    }

    private async Task<Call?> CallAsync(OutboxRow row, CancellationToken cancellation) =>
        row.Call is null ? null : (await calls.FindAsync(row.Call, cancellation))?.Call;
}
