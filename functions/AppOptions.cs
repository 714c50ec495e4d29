namespace Intake;

/// <summary>What Intake has to know about its surroundings. Section <c>Intake</c> of the configuration.</summary>
public sealed class AppOptions
{
    public const string Section = "Intake";

    /// <summary>Where people reach Intake, for links in mail and digests; no slash at the end.</summary>
    public string PublicAddress { get; set; } = "http://127.0.0.1:7071";

    /// <summary>The mailbox contributions are sent to; a call's tag goes after a plus: <c>call+TAG@example.org</c>.</summary>
    public string Mailbox { get; set; } = "call@localhost";

    /// <summary>
    /// The authserv-id by which our own mail server signs the <c>Authentication-Results</c> it adds; those of others are
    /// not believed. Empty when it adds none. The server must remove such fields of its name from mail that comes in.
    /// </summary>
    public string AuthservId { get; set; } = "";

    /// <summary>
    /// How long work may wait before the sweep takes it for forgotten and queues it again. Longer than a message's
    /// tries take together, or work in hand is queued twice, which costs time but does no harm.
    /// </summary>
    public TimeSpan SweepAfter { get; set; } = TimeSpan.FromMinutes(5);
}
