namespace Intake.Receive;

/// <summary>What a receipt has to know of the mail that a contribution came in.</summary>
/// <param name="MessageId">Without the angle brackets.</param>
/// <param name="MayAnswer">False for lists and others who must not be answered.</param>
/// <param name="Problems">What of the mail itself could not be read, in sentences.</param>
public sealed record MailOrigin(string? MessageId, bool MayAnswer, IReadOnlyList<string> Problems);
