using Intake.Storage;

namespace Intake.Search;

/// <summary>The index of one call: its shards in the order of the ids they hold, and how far the journal is in it.</summary>
public sealed record IndexManifest
{
    /// <summary>The newest journal entry read.</summary>
    public DateTimeOffset? Cursor { get; init; }

    /// <summary>Entries read that may come again.</summary>
    public IReadOnlyList<SeenEntry> Seen { get; init; } = [];

    public IReadOnlyList<ShardPlace> Shards { get; init; } = [];
}

/// <summary>A shard. Its blob never changes; a change of what is in it makes another.</summary>
/// <param name="From">The lowest id that belongs in it.</param>
/// <param name="Name">Of its blob.</param>
/// <param name="Entries">Contributions in it.</param>
/// <param name="Terms">Sum of their terms.</param>
/// <param name="HeadBytes">Bytes before its first section.</param>
public sealed record ShardPlace(string From, string Name, int Entries, int Terms, int HeadBytes);
