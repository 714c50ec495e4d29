using Intake.Storage;
using Intake.Synthesis;

namespace Intake.Benchmarks.Digests;

/// <summary>Keeps state and ledger in files, with the bytes that <see cref="DigestStore"/> would store, and counts those read.</summary>
internal sealed class PackedLedger(PackedCall call) : ILedgerStore
{
    private long _bytes;

    public long Bytes => Interlocked.Read(ref _bytes);

    public Task<IReadOnlyList<ContributionState>> ReadAsync(string call1, string name, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<ContributionState>>(Path.Combine(call.Ledger, name), cancellation);

    public async Task<string> WriteAsync(string call1, IReadOnlyList<ContributionState> rows, CancellationToken cancellation)
    {
        var content = CompressedJson.Write(rows);
        var name = Ids.Hash(Convert.ToBase64String(content))[..24];
        await File.WriteAllBytesAsync(Path.Combine(call.Ledger, name), content, cancellation);
        return name;
    }

    public Task<DigestState> StateAsync(CancellationToken cancellation) => ReadAsync<DigestState>(call.State, cancellation);

    public Task WriteAsync(string path, DigestState state, CancellationToken cancellation) =>
        File.WriteAllBytesAsync(path, CompressedJson.Write(state), cancellation);

    private async Task<T> ReadAsync<T>(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        Interlocked.Add(ref _bytes, file.Length);
        return await CompressedJson.ReadAsync<T>(file, cancellation);
    }
}
