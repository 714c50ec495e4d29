using Intake.Receive.Mail;
using Intake.Storage;
using Microsoft.Extensions.Options;
using MimeKit;
using HeaderList = Intake.Receive.Mail.HeaderList;

namespace Intake.Outbox;

/// <summary>
/// Who is never answered (RFC 3834, section 2): ourselves, robots, lists, and who asks not to be. What may be answered is
/// answered to the first address of From, and never to another. Reply-To and the envelope's sender are a sender's choice as
/// much as From is, but a receipt holds the private link to a contribution that stands in From's name: sent anywhere else,
/// whoever forges a From would get it, and who is named would never know.
/// </summary>
public sealed class AnswerRules(IOptions<OutboxOptions> smtp, IOptions<AppOptions> app)
{
    /// <summary>The header field by which we know our own letters.</summary>
    public const string LoopField = "X-Loop";

    /// <summary>Where no person reads, beside what <see cref="AutomaticMail"/> knows; the names list programs use.</summary>
    private static readonly string[] RobotNames = ["listserv", "majordomo", "mailer", "bounce", "bounces", "uucp"];
    private static readonly string[] RobotEndings = ["-request", "-relay", "-owner", "-bounces", "-noreply"];
    private static readonly string[] RobotBeginnings = ["owner-", "bounce-", "bounces-", "bounce+", "bounces+", "noreply-", "noreply+", "no-reply-", "no-reply+"];

    /// <summary>RFC 2369 and RFC 2919: only lists, and programs that write to many, set these.</summary>
    private static readonly string[] ListFields = ["List-Id", "List-Help", "List-Unsubscribe", "List-Subscribe", "List-Post", "List-Owner", "List-Archive"];

    private readonly string _from = MailboxAddress.Parse(smtp.Value.From).Address;

    /// <summary>Whether the mail is one of ours, come back: forwarded by a person's filter, or sent to the mailbox as a digest.</summary>
    public bool IsOurs(InboundMail mail) =>
        (mail.From is { } from && IsOurs(from.Address))
        || mail.Headers.All(LoopField).Any(field => IsOurs(field.Raw.Trim()))
        || IsOurLetter(mail.MessageId);

    /// <summary>
    /// Whether the mail may be answered, to <see cref="InboundMail.From"/>. What has no return path, or says itself that it is
    /// automatic, is no <see cref="MailKind.Contribution"/>.
    /// </summary>
    public bool MayAnswer(InboundMail mail) =>
        mail.Kind == MailKind.Contribution
        && IsAnswerable(mail.From?.Address)
        && !IsOurs(mail)
        && !Array.Exists(ListFields, field => mail.Headers.First(field) is not null)
        && !AsksForSilence(mail.Headers);

    /// <summary>Whether a person may read what is sent to the address. Also for addresses given in a form.</summary>
    public bool IsAnswerable(string? address) =>
        EmailAddress.IsValid(address) && !IsOurs(address!) && !IsRobot(address!);

    /// <summary>The Message-ID of a letter, which follows from its row's id: sent twice, the reader's program can tell.</summary>
    public string MessageIdOf(string row) => $"{row}@{Domain}";

    /// <summary>The domain of our own address.</summary>
    public string Domain => _from[(_from.LastIndexOf('@') + 1)..];

    private bool IsOurLetter(string? messageId) =>
        messageId is { Length: > Ids.Length } && Ids.IsValid(messageId[..Ids.Length]) && messageId == MessageIdOf(messageId[..Ids.Length]);

    /// <summary>Our From, or the mailbox with or without a call's tag.</summary>
    private bool IsOurs(string address)
    {
        var at = address.LastIndexOf('@');
        var plus = at < 0 ? -1 : address.IndexOf('+', 0, at);
        var untagged = plus < 0 ? address : address[..plus] + address[at..];
        return Is(address, _from) || Is(untagged, _from) || Is(untagged, app.Value.Mailbox);

        static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsRobot(string address)
    {
        var name = address[..address.LastIndexOf('@')];
        return AutomaticMail.IsRobot(address)
            || RobotNames.Contains(name, StringComparer.OrdinalIgnoreCase)
            || Array.Exists(RobotEndings, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            || Array.Exists(RobotBeginnings, begin => name.StartsWith(begin, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Exchange's field: a list of what is not wanted, or All.</summary>
    private static bool AsksForSilence(HeaderList headers) =>
        headers["X-Auto-Response-Suppress"] is { } unwanted
        && unwanted.Split(',', StringSplitOptions.TrimEntries).Any(one => one.ToUpperInvariant() is "ALL" or "AUTOREPLY");
}
