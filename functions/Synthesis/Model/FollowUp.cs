namespace Intake.Synthesis;

/// <summary>What became of earlier messages, as the secretariat noted it.</summary>
/// <param name="Decisions">By date, then id.</param>
/// <param name="Fora">Where digests of the call were sent, by date.</param>
public sealed record FollowUp(IReadOnlyList<DecisionNote> Decisions, IReadOnlyList<ForumNote> Fora);

/// <param name="Digest">The number of the digest with the message.</param>
/// <param name="Message">The message's id; null when it is about the digest as a whole.</param>
/// <param name="Body">Who decided.</param>
/// <param name="Action">What was decided.</param>
/// <param name="Status">accepted, partly, rejected, pending, done and the like.</param>
/// <param name="Date">When.</param>
public sealed record DecisionNote(int? Digest, string? Message, string Body, string Action, string Status, DateOnly Date);

public sealed record ForumNote(string Name, DateOnly Date, string? Link);

/// <summary>A correction asked for on an earlier digest.</summary>
/// <param name="Reference">Its reference.</param>
/// <param name="Digest">The digest's number.</param>
/// <param name="Message">The message's id; null when it is about the digest as a whole.</param>
/// <param name="Text">What is asked, without personal data; null when the asker wants it unpublished.</param>
/// <param name="Received">When.</param>
/// <param name="Answer">The secretariat's; null while it is open.</param>
/// <param name="Answered">When it was answered.</param>
public sealed record CorrectionNote(
    string Reference, int Digest, string? Message, string? Text, DateTimeOffset Received, string? Answer, DateTimeOffset? Answered);
