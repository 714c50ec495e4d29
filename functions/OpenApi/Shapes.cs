using Intake.Calls;
using Intake.FollowUps;
using Intake.Receive;
using Intake.Receive.Mail.Trust;

namespace Intake.OpenApi;

// Shapes that the functions write without a name of their own.

internal sealed record CallList(IReadOnlyList<CallSummary> Calls, string? Next);

internal sealed record CallSummary(
    string Id, string Title, Stage Stage, CallState State, DateTimeOffset Opens, DateTimeOffset Closes, string TimeZone);

internal enum CallState
{
    Upcoming,
    Open,
    Closed,
}

/// <summary>A contribution as it is sent: <see cref="Fields.Names"/>.</summary>
internal sealed record ContributionBody(
    string? Name, string? Email, string? Organisation, string? OnBehalfOf, StakeholderGroup? StakeholderGroup, string? Country,
    string? Language, string? Title, string? Text, IReadOnlyDictionary<string, string>? Answers, IReadOnlyList<string>? Endorsers,
    PublishAs? Publish, string? Receipt);

internal sealed record Withdrawal(string Id, Status Status, int Revision);

internal sealed record DigestList(IReadOnlyList<DigestNotice> Digests, string? Next);

internal sealed record DigestNotice(int Number, DateTimeOffset Generated, DateTimeOffset? ScheduledFor, int Contributions, string Location);

internal sealed record CorrectionRequestList(IReadOnlyList<PublicCorrectionRequest> CorrectionRequests, string? Next);

internal sealed record CorrectionInbox(IReadOnlyList<CorrectionRequest> CorrectionRequests, string? Next);

internal sealed record DecisionList(IReadOnlyList<Decision> Decisions);

internal sealed record ForumList(IReadOnlyList<Forum> Fora);

internal sealed record StoredMail(string Id, string Status);

internal sealed record MailNotice(
    string Id, DateTimeOffset Received, string Outcome, string? Reason, string? Call, string? Contribution, string? From, string? Subject,
    string? ReplyTo, string? Authentication, IReadOnlyList<SenderDoubt> Doubts);

internal sealed record MailList(IReadOnlyList<MailNotice> Mails, string? Next);

internal sealed record Health(string Status, IReadOnlyDictionary<string, string> Parts);
