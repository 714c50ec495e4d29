using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Intake.Outbox;

/// <summary>Hands mail to the configured server.</summary>
public sealed class SmtpSender(IOptions<OutboxOptions> options, AnswerRules rules, TimeProvider time)
{
    private const int TlsPort = 465;

    public bool IsConfigured => !string.IsNullOrEmpty(options.Value.Host);

    /// <param name="row">To whom; its id makes the Message-ID.</param>
    /// <param name="letter">What to send.</param>
    /// <param name="inReplyTo">Message-IDs of what it answers.</param>
    public async Task<SmtpOutcome> SendAsync(OutboxRow row, Letter letter, IEnumerable<string> inReplyTo, CancellationToken cancellation)
    {
        if (!EmailAddress.IsValid(row.To) || !MailboxAddress.TryParse(row.To, out var to))
            return SmtpOutcome.Refused("It is no address.");
        var from = MailboxAddress.Parse(options.Value.From);
        using var message = LetterMessage.Of(letter, from, to, rules.MessageIdOf(row.Id), inReplyTo, time.GetUtcNow());

        // RFC 3834, 3.3: no return path, so that no bounce and no other robot ever answers an answer. MAIL FROM:<>.
        var sender = letter.IsAnswer ? new MailboxAddress("", "") : from;
        try
        {
            return await SendAsync(message, sender, to, cancellation);
        }
        catch (Exception fault) when (fault is CommandException or ProtocolException or AuthenticationException or SslHandshakeException
            or ServiceNotAuthenticatedException or NotSupportedException or IOException or SocketException or TimeoutException
            || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // Without the fault itself: what a mail server answers often names the address, and this ends in a log.
            return SmtpOutcome.NotYet($"{fault.GetType().Name} {(fault as SmtpCommandException)?.StatusCode}".TrimEnd());
        }
    }

    private async Task<SmtpOutcome> SendAsync(MimeMessage message, MailboxAddress sender, MailboxAddress to, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        using var client = new SmtpClient
        {
            LocalDomain = rules.Domain,

            // Looking up revocations means connections to wherever a certificate points; no mail server does it either.
            CheckCertificateRevocation = false,
        };
        var security = !options.Value.StartTls ? SecureSocketOptions.None
            : options.Value.Port == TlsPort ? SecureSocketOptions.SslOnConnect
            : SecureSocketOptions.StartTls;
        await client.ConnectAsync(options.Value.Host!, options.Value.Port, security, limit.Token);
        if (options.Value.User is { Length: > 0 } user)
            await client.AuthenticateAsync(user, options.Value.Password ?? "", limit.Token);
        try
        {
            await client.SendAsync(message, sender, [to], limit.Token);
        }
        catch (SmtpCommandException fault) when (IsPermanent(fault))
        {
            return SmtpOutcome.Refused($"The mail server refused it: {(int)fault.StatusCode}.");
        }
        catch (NotSupportedException)
        {
            return SmtpOutcome.Refused("The mail server does not take addresses with characters beyond ASCII.");
        }

        // It is sent: whether the server says goodbye changes nothing.
        await client.DisconnectAsync(quit: false, CancellationToken.None);
        return SmtpOutcome.Taken;
    }

    /// <summary>The server will never take this mail; that it takes none from us is another matter, and gets mended.</summary>
    private static bool IsPermanent(SmtpCommandException fault) =>
        fault.ErrorCode != SmtpErrorCode.SenderNotAccepted && (int)fault.StatusCode is >= 500 and not (530 or 535 or 538);
}

/// <summary>What became of a mail at the server.</summary>
/// <param name="IsFinal">False when it is worth trying again.</param>
/// <param name="Problem">Null when it was taken.</param>
public sealed record SmtpOutcome(bool IsFinal, string? Problem)
{
    public static SmtpOutcome Taken { get; } = new(true, null);

    public static SmtpOutcome Refused(string problem) => new(true, problem);

    public static SmtpOutcome NotYet(string problem) => new(false, problem);
}
