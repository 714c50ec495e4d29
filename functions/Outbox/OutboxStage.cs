using Intake.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Intake.Outbox;

/// <summary>Stage 6: writes and sends mail. A digest is a mail of its own; answers go when it is their address's turn.</summary>
public sealed class OutboxStage(
    OutboxStore outbox, LetterWriter writer, AnswerTurns turns, SmtpSender smtp, IOptions<OutboxOptions> options, TimeProvider time,
    ILogger<OutboxStage> logger) : IQueueStage
{
    private static readonly TimeSpan ShortestDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    private const string Gone = "What it is about is not there any more.";

    public string Queue => Queues.Outbox;

    public async Task HandleAsync(string message, CancellationToken cancellation)
    {
        if (await outbox.Mails.FindAsync(message, cancellation) is not { Sent: null, Problem: null } row)
            return;
        if (!smtp.IsConfigured)
            await FinishAsync(row, "No mail server is configured (Smtp:Host).", cancellation);
        else if (row.Kind == nameof(LetterKind.Digest))
            await SendDigestAsync(row, cancellation);
        else if (time.GetUtcNow() - row.Created >= options.Value.ReceiptWait || !await writer.IsEarlyAsync(row, cancellation))
            await AnswerAsync(row, cancellation);

        // Else another message comes: as soon as the documents are read, and when the time is over.
    }

    public async Task FailAsync(string message, string reason, CancellationToken cancellation)
    {
        if (await outbox.Mails.FindAsync(message, cancellation) is { Sent: null } row)
            await FinishAsync(row, reason, cancellation);
    }

    public async Task RequeueAsync(string message, CancellationToken cancellation)
    {
        if (await outbox.Mails.FindAsync(message, cancellation) is not { Sent: null } row)
            return;
        row.Problem = null;
        await outbox.Mails.AgainAsync(message, row, send: false, cancellation);
    }

    private async Task SendDigestAsync(OutboxRow row, CancellationToken cancellation)
    {
        var outcome = await writer.DigestAsync(row, cancellation) is { } letter
            ? await smtp.SendAsync(row, letter, [], cancellation)
            : SmtpOutcome.Refused(Gone);
        if (outcome.IsFinal)
            await FinishAsync(row, outcome.Problem, cancellation);
        else
            await DelayAsync(row, outcome, cancellation);
    }

    private async Task AnswerAsync(OutboxRow row, CancellationToken cancellation)
    {
        var turn = await turns.TakeAsync(row.To, row.Id, cancellation);
        if (turn.InMailOf is { } other)
            await FollowAsync(row, other, cancellation);
        else if (turn.Until is { } until)
            await outbox.Mails.PostponeAsync(row.Id, until, cancellation);
        else if (turn.Together.Count == 0)
            await FinishAsync(row, $"{AnswerTurns.MostTogether} other answers wait to be sent to the address.", cancellation);
        else
            await SendTogetherAsync(row, turn.Together, cancellation);
    }

    /// <summary>
    /// Sends the answers as one mail, this row's. Its row is the last to be finished: after a crash before that, all is
    /// written and sent again with the same Message-ID.
    /// </summary>
    private async Task SendTogetherAsync(OutboxRow row, IReadOnlyList<string> together, CancellationToken cancellation)
    {
        var rows = new List<OutboxRow>();
        var parts = new List<LetterPart>();
        foreach (var id in together)
        {
            if (await outbox.Mails.FindAsync(id, cancellation) is not { Problem: null } other)
                continue;
            if (await writer.AnswerAsync(other, cancellation) is { } part)
            {
                rows.Add(other);
                parts.Add(part);
            }
            else
            {
                await FinishAsync(other, Gone, cancellation);
            }
        }

        if (parts.Count == 0)
            return;
        var answered = rows.Select(other => other.InReplyTo).OfType<string>().Distinct();
        var outcome = await smtp.SendAsync(row, LetterPart.Join(parts), answered, cancellation);
        if (!outcome.IsFinal)
        {
            await DelayAsync(row, outcome, cancellation);
            return;
        }

        foreach (var other in rows.AsEnumerable().Reverse())
        {
            other.SentWith = other.Id == row.Id ? null : row.Id;
            await FinishAsync(other, outcome.Problem, cancellation);
        }
    }

    /// <summary>The answer went, or goes, out with another row's mail: what became of that, became of it.</summary>
    private async Task FollowAsync(OutboxRow row, string other, CancellationToken cancellation)
    {
        var leader = await outbox.Mails.FindAsync(other, cancellation);
        if (leader?.Sent is not null)
        {
            (row.Sent, row.SentWith) = (leader.Sent, other);
            await outbox.Mails.TryFinishAsync(row.Id, row, cancellation);
        }
        else if (leader is null or { Problem: not null })
        {
            await turns.LeaveAsync(row.To, row.Id, cancellation);
            await AnswerAsync(row, cancellation);
        }
    }

    /// <summary>Tries again after half the time that it has waited already: often at first, every hour in the end.</summary>
    private async Task DelayAsync(OutboxRow row, SmtpOutcome outcome, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var waited = now - row.Created;
        if (waited >= options.Value.GiveUpAfter)
            throw new IOException($"The mail server did not take it: {outcome.Problem}");
        var delay = waited / 2 < ShortestDelay ? ShortestDelay : waited / 2 > LongestDelay ? LongestDelay : waited / 2;
        logger.LogWarning("Mail {Id} waits: the mail server did not take it ({Problem})", row.Id, outcome.Problem);
        await outbox.Mails.PostponeAsync(row.Id, now + delay, cancellation);
    }

    private Task FinishAsync(OutboxRow row, string? problem, CancellationToken cancellation)
    {
        row.Problem = problem;
        row.Sent = problem is null ? time.GetUtcNow() : null;
        return outbox.Mails.TryFinishAsync(row.Id, row, cancellation);
    }
}
