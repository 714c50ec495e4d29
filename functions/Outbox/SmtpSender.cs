using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;

namespace Intake.Outbox;

/// <summary>Hands mail to the configured server.</summary>
public sealed class SmtpSender(IOptions<OutboxOptions> options)
{
    public bool IsConfigured => !string.IsNullOrEmpty(options.Value.Host);

    /// <exception cref="SmtpException">The server did not take it.</exception>
    public async Task SendAsync(OutboxRow row, Letter letter, CancellationToken cancellation)
    {
        var from = new MailAddress(options.Value.From);
        using var message = new MailMessage(from, new MailAddress(row.To))
        {
            // System.Net.Mail refuses line breaks in a subject; titles and names come from outside.
            Subject = CleanText.Line(letter.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };

        // Follows from the row's id: when a crash makes us send it twice, the reader's program can tell.
        message.Headers.Add("Message-ID", $"<{row.Id}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", letter.Automatic);
        if (row.InReplyTo is { } answered)
        {
            message.Headers.Add("In-Reply-To", $"<{CleanText.Line(answered)}>");
            message.Headers.Add("References", $"<{CleanText.Line(answered)}>");
        }

        if (letter.Html is not null)
            message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Html, Encoding.UTF8, MediaTypeNames.Text.Html));

        using var client = new SmtpClient(options.Value.Host, options.Value.Port) { EnableSsl = options.Value.StartTls };
        if (options.Value.User is { Length: > 0 } user)
            client.Credentials = new NetworkCredential(user, options.Value.Password);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        await client.SendMailAsync(message, limit.Token);
    }

    /// <summary>The server will never take it: trying again is no use.</summary>
    public static bool IsPermanent(SmtpException fault) => fault.StatusCode is
        SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath
        or SmtpStatusCode.ExceededStorageAllocation or SmtpStatusCode.CommandParameterNotImplemented;
}
