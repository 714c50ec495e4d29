using Azure;
using Azure.Storage.Blobs.Models;
using Intake.Receive;
using Intake.Storage;

namespace Intake.Search;

/// <param name="Contributions">Those of this page, in the order of receipt.</param>
/// <param name="Next">What to ask for as <c>after</c> next; null when this was the last page.</param>
/// <param name="Total">How many there are on all pages; null when that is not known without reading them all.</param>
public sealed record SearchPage(IReadOnlyList<ContributionSummary> Contributions, string? Next, int? Total);

/// <summary>
/// Searches the public record in the order of receipt. The index says which contributions to look at; what is shown is
/// read from the contribution as it is now, and so is whether it is shown.
/// </summary>
public sealed class RecordSearch(
    RecordIndexer indexer, IndexStore store, ContributionStore contributions, PublicText texts, SearchLimits limits)
{
    /// <summary>Contributions that a search takes into the index first; more are left to the timer.</summary>
    private const int NewAtOnce = 100;

    private const int ShardsAtOnce = 16;
    private const int MaxTries = 3;

    public async Task<SearchPage> PageAsync(
        string call, SearchQuery query, string? after, int limit, CancellationToken cancellation)
    {
        var found = await CandidatesAsync(call, query, cancellation);
        var rest = found.SkipWhile(id => after is not null && string.CompareOrdinal(id, after) <= 0).ToList();
        var (hits, examined) = (new List<ContributionSummary>(), 0);
        while (hits.Count < limit && examined < Math.Min(rest.Count, Math.Max(limits.Examined, limit)))
        {
            var some = rest.Skip(examined).Take(limit - hits.Count).ToList();
            examined += some.Count;
            hits.AddRange((await Task.WhenAll(some.Select(id => HitAsync(call, id, query, cancellation)))).OfType<ContributionSummary>());
        }

        return new SearchPage(hits, examined < rest.Count ? rest[examined - 1] : null, query.IsExact ? found.Count : null);
    }

    /// <summary>Ids of the contributions that may be meant, in their order.</summary>
    private async Task<IReadOnlyList<string>> CandidatesAsync(string call, SearchQuery query, CancellationToken cancellation)
    {
        var terms = query.Terms().Distinct().ToList();
        for (var tries = 1; ; tries++)
        {
            var (manifest, _) = await indexer.RunAsync(call, NewAtOnce, cancellation);
            try
            {
                var found = new List<string>();
                foreach (var shards in manifest.Shards.Chunk(ShardsAtOnce))
                    found.AddRange((await Task.WhenAll(shards.Select(shard => store.FindAsync(shard, terms, cancellation)))).SelectMany(ids => ids));
                return found;
            }
            catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound && tries < MaxTries)
            {
                // Safe: a shard was replaced since the manifest was read; read the manifest that names the new one.
            }
        }
    }

    private async Task<ContributionSummary?> HitAsync(string call, string id, SearchQuery query, CancellationToken cancellation)
    {
        // What the index says may have been withdrawn or revised a moment ago.
        if (await contributions.FindAsync(call, id, cancellation) is not { } row || row.Status == Status.Withdrawn)
            return null;
        var summary = Records.Summary(row);
        if (query.Parts.Count == 0)
            return summary;

        var match = new SearchMatch(query.Parts);
        foreach (var line in PublicText.Lines(row))
            match.Look(line);
        Snippet? best = null;
        var most = 0;
        foreach (var (passage, text) in await texts.PassagesAsync(row, cancellation))
        {
            var (count, hits) = match.Look(text);
            if (count > most)
                (best, most) = (Snippet.Of(passage, text, hits), count);
        }

        return match.IsComplete ? summary with { Snippet = best } : null;
    }
}
