namespace Intake.Receive.Mail;

/// <summary>An address with the name before it (RFC 5322, section 3.4).</summary>
/// <param name="Name">Decoded, one line; empty when there is none.</param>
/// <param name="Address">As written; not checked, and no proof of anything.</param>
public sealed record Mailbox(string Name, string Address);
