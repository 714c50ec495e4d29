namespace Intake.Outbox;

/// <summary>A mail as it will be sent.</summary>
/// <param name="Automatic">RFC 3834: <c>auto-replied</c> for answers, <c>auto-generated</c> for digests.</param>
public sealed record Letter(string Subject, string Text, string? Html, string Automatic);
