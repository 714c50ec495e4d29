using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Intake.Extract;
using Intake.KeyPhrases;
using Intake.Positions;
using Intake.Receive;
using Intake.Storage;
using Intake.Synthesis;
using Intake.Themes;
using Microsoft.Win32.SafeHandles;

namespace Intake.Benchmarks.Digests;

/// <summary>Reads a packed call as <see cref="StoredContributions"/> reads storage, and counts every byte of it.</summary>
internal sealed class PackedSource(PackedCall call, bool changed) : IContributionSource, IDisposable
{
    private const int Parts = 6;

    private readonly PackedIndex _index = PackedIndex.Load(call.Index(changed));
    private readonly SafeFileHandle _contributions = File.OpenHandle(call.Contributions, options: FileOptions.Asynchronous);
    private long _bytes;

    public long Bytes => Interlocked.Read(ref _bytes);

    public async IAsyncEnumerable<JournalEntry> JournalAsync(string call1, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = File.OpenRead(call.Journal);
        file.Position = _index.JournalFrom(since);
        using var lines = new StreamReader(file);
        for (var at = file.Position; at < _index.JournalEnd && await lines.ReadLineAsync(cancellation) is { } line;)
        {
            at += line.Length + 1;
            Interlocked.Add(ref _bytes, line.Length + 1);
            var entry = JsonSerializer.Deserialize<JournalEntry>(line, Json.Options)!;
            if (entry.At >= since)
                yield return entry;
        }
    }

    public async Task<AnalysedContribution?> LoadAsync(string call1, string id, CancellationToken cancellation)
    {
        var (at, lengths) = await FindAsync(id, cancellation);
        var parts = new byte[Parts][];
        for (var part = 0; part < Parts; at += lengths[part++])
            parts[part] = await ReadAsync(at, lengths[part], cancellation);
        var row = JsonSerializer.Deserialize<AnalysedContribution>(parts[0], Json.Options)!;
        row = row with { Contributor = row.Contributor.Public() };
        return row.Status != Status.Analysed ? row : row with
        {
            Texts = new Dictionary<int, string> { [1] = Encoding.UTF8.GetString(parts[1]) },
            Extraction = JsonSerializer.Deserialize<Extraction>(parts[2], Json.Options),
            Phrases = JsonSerializer.Deserialize<PhraseSet>(parts[3], Json.Options),
            Classification = JsonSerializer.Deserialize<Classification>(parts[4], Json.Options),
            Positions = JsonSerializer.Deserialize<PositionSet>(parts[5], Json.Options),
        };
    }

    public async Task<string?> TextAsync(string call1, string id, int revision, int document, CancellationToken cancellation)
    {
        var (at, lengths) = await FindAsync(id, cancellation);
        return Encoding.UTF8.GetString(await ReadAsync(at + lengths[0], lengths[1], cancellation));
    }

    public void Dispose() => _contributions.Dispose();

    private async Task<(long At, int[] Lengths)> FindAsync(string id, CancellationToken cancellation)
    {
        var at = _index.Contributions[Letter.NumberOf(id)];
        var lengths = new byte[Parts * sizeof(int)];
        await RandomAccess.ReadAsync(_contributions, lengths, at, cancellation);
        return (at + lengths.Length, [.. lengths.Chunk(sizeof(int)).Select(length => BitConverter.ToInt32(length))]);
    }

    private async Task<byte[]> ReadAsync(long at, int length, CancellationToken cancellation)
    {
        var part = new byte[length];
        await RandomAccess.ReadAsync(_contributions, part, at, cancellation);
        Interlocked.Add(ref _bytes, length);
        return part;
    }
}
