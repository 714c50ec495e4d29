using System.Collections.Concurrent;
using System.Text.Json;
using Intake.Storage;
using Intake.Synthesis;

namespace Intake.Tests.Synthesis;

/// <summary>Chunks of a ledger in memory, as bytes, with a record of what was read.</summary>
public sealed class MemoryLedger : ILedgerStore
{
    private readonly ConcurrentDictionary<string, byte[]> _chunks = [];

    public ConcurrentBag<string> Read { get; } = [];

    public int Written { get; private set; }

    public Task<IReadOnlyList<ContributionState>> ReadAsync(string call, string name, CancellationToken cancellation)
    {
        Read.Add(name);
        return Task.FromResult(JsonSerializer.Deserialize<IReadOnlyList<ContributionState>>(_chunks[name], Json.Options)!);
    }

    public Task<string> WriteAsync(string call, IReadOnlyList<ContributionState> rows, CancellationToken cancellation)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(rows, Json.Options);
        var name = Ids.Hash(Convert.ToBase64String(content));
        _chunks[name] = content;
        Written++;
        return Task.FromResult(name);
    }
}
