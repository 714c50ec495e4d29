using System.Text.Json;

namespace Intake.Storage;

/// <summary>What a stage's queue message says: which revision of which contribution is next.</summary>
public sealed record StageMessage(string Call, string Id, int Revision)
{
    public override string ToString() => JsonSerializer.Serialize(this, Json.Options);

    public static StageMessage Parse(string message) =>
        JsonSerializer.Deserialize<StageMessage>(message, Json.Options)
        ?? throw new JsonException("The message is null.");
}

/// <summary>Sends queue messages that never expire by themselves.</summary>
public sealed class QueueSender(StorageClients storage)
{
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    /// <param name="delay">How long nobody sees it; at most seven days.</param>
    public Task SendAsync(string queue, string message, CancellationToken cancellation, TimeSpan? delay = null) =>
        storage.Queue(queue).SendMessageAsync(message, delay, Never, cancellation);
}
