using System.Runtime.CompilerServices;
using Intake.Calls;
using Intake.Storage;
using Intake.Synthesis;

namespace Intake.Local.CommandLine;

/// <summary>Compiles a digest and leaves storage as it is.</summary>
internal static class DigestPreview
{
    /// <param name="at">The time the digest bears, and of the last journal entry in it; null for now, with all entries.</param>
    public static async Task<CompiledDigest> CompileAsync(StorageServices intake, Call call, DateTimeOffset? at, CancellationToken cancellation)
    {
        var digests = intake.Get<DigestStore>();
        var last = await LastBeforeAsync(digests, call.Id, at ?? DateTimeOffset.MaxValue, cancellation);
        return await intake.Get<DigestCompiler>().CompileAsync(
            call,
            (last?.Number ?? 0) + 1,
            last is null ? null : await digests.StateAsync(last, cancellation),
            at is { } time ? new JournalUntil(intake.Get<IContributionSource>(), time) : intake.Get<IContributionSource>(),
            new UnwrittenLedger(digests),
            await intake.Get<NotedStore>().ReadAsync(call.Id, cancellation),
            at ?? intake.Get<TimeProvider>().GetUtcNow(),
            scheduledFor: null,
            cancellation);
    }

    /// <summary>A later digest has folded what came later.</summary>
    private static async Task<DigestRow?> LastBeforeAsync(DigestStore digests, string call, DateTimeOffset at, CancellationToken cancellation)
    {
        await foreach (var row in digests.ListAsync(call, null, int.MaxValue, cancellation))
        {
            if (row.Generated <= at)
                return row;
        }

        return null;
    }

    private sealed class JournalUntil(IContributionSource source, DateTimeOffset until) : IContributionSource
    {
        public async IAsyncEnumerable<JournalEntry> JournalAsync(
            string call, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
        {
            await foreach (var entry in source.JournalAsync(call, since, cancellation))
            {
                if (entry.At > until)
                    yield break;
                yield return entry;
            }
        }

        public Task<AnalysedContribution?> LoadAsync(string call, string id, CancellationToken cancellation) => source.LoadAsync(call, id, cancellation);

        public Task<string?> TextAsync(string call, string id, int revision, int document, CancellationToken cancellation) =>
            source.TextAsync(call, id, revision, document, cancellation);
    }

    /// <summary>Chunks that are written are only remembered.</summary>
    private sealed class UnwrittenLedger(ILedgerStore stored) : ILedgerStore
    {
        private readonly Dictionary<string, IReadOnlyList<ContributionState>> _written = [];

        public async Task<IReadOnlyList<ContributionState>> ReadAsync(string call, string name, CancellationToken cancellation) =>
            _written.TryGetValue(name, out var rows) ? rows : await stored.ReadAsync(call, name, cancellation);

        public Task<string> WriteAsync(string call, IReadOnlyList<ContributionState> rows, CancellationToken cancellation)
        {
            var name = $"unwritten-{_written.Count}";
            _written[name] = rows;
            return Task.FromResult(name);
        }
    }
}
