using System.Net.Mail;
using Intake.Storage;

namespace Intake.Outbox;

/// <summary>Stage 6: writes and sends one mail.</summary>
public sealed class OutboxStage(OutboxStore outbox, LetterWriter writer, SmtpSender smtp, TimeProvider time) : IQueueStage
{
    public string Queue => Queues.Outbox;

    public async Task HandleAsync(string message, CancellationToken cancellation)
    {
        if (await outbox.Mails.FindAsync(message, cancellation) is not { Sent: null, Problem: null } row)
            return;
        if (!smtp.IsConfigured)
        {
            row.Problem = "No mail server is configured (Smtp:Host).";
        }
        else if (await writer.WriteAsync(row, cancellation) is not { } letter)
        {
            row.Problem = "What it is about is not there any more.";
        }
        else
        {
            try
            {
                await smtp.SendAsync(row, letter, cancellation);
                row.Sent = time.GetUtcNow();
            }
            catch (SmtpException fault) when (SmtpSender.IsPermanent(fault))
            {
                row.Problem = $"The mail server refused it: {fault.StatusCode}.";
            }
            catch (SmtpException fault)
            {
                // Without the fault itself: what a mail server answers often names the address, and this ends in a log.
                throw new IOException($"The mail server did not take it: {fault.StatusCode} {fault.InnerException?.GetType().Name}");
            }
        }

        await outbox.Mails.TryFinishAsync(message, row, cancellation);
    }

    public async Task FailAsync(string message, string reason, CancellationToken cancellation)
    {
        if (await outbox.Mails.FindAsync(message, cancellation) is not { Sent: null } row)
            return;
        row.Problem = reason;
        await outbox.Mails.TryFinishAsync(message, row, cancellation);
    }

    public async Task RequeueAsync(string message, CancellationToken cancellation)
    {
        if (await outbox.Mails.FindAsync(message, cancellation) is not { Sent: null } row)
            return;
        row.Problem = null;
        await outbox.Mails.AgainAsync(message, row, send: false, cancellation);
    }
}
