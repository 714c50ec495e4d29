using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using Intake.Receive;
using Intake.Storage;

namespace Intake.Search;

/// <summary>
/// Keeps the index of a call's public record: what the journal tells of is read again and put in its shard in the place of
/// what was there. Runs can be repeated, or meet: the manifest is written last, and by one of them.
/// </summary>
public sealed class RecordIndexer(
    IndexStore store, ContributionStore contributions, ContributionList list, AnalysisStore analysis, PublicText texts,
    SearchLimits limits, TimeProvider time)
{
    /// <summary>Contributions, and terms in all, with which a shard is full.</summary>
    private const int MaxEntries = 500;
    private const int MaxTerms = 1_000_000;

    private const int MaxTries = 3;
    private const int AtOnce = 8;

    /// <summary>How far before the newest entry the journal is read again: clocks of workers differ.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>Takes in what is new.</summary>
    /// <param name="limit">Contributions at most; the next run goes on.</param>
    /// <returns>The index as it is then, and whether there is more to take in.</returns>
    public async Task<(IndexManifest Manifest, bool More)> RunAsync(string call, int limit, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var (before, etag) = await store.ManifestAsync(call, cancellation);
            var (after, touched) = await ReadJournalAsync(call, before, limit, cancellation);
            if (touched.Count == 0)
                return (before, false);

            var entries = new List<IndexEntry>();
            foreach (var some in touched.Chunk(AtOnce))
                entries.AddRange(await Task.WhenAll(some.Select(id => EntryAsync(call, id, cancellation))));
            var (written, replaced) = (new List<string>(), new List<string>());
            var won = await TryPutAsync(call, before, after, etag, entries, written, replaced, cancellation);
            foreach (var name in won is null ? written : replaced)
                await store.DeleteAsync(name);
            if (won is not null)
                return (won, touched.Count == limit);
        }

        // Others take in what is new at the same time; what they have done by now will do.
        return ((await store.ManifestAsync(call, cancellation)).Manifest, true);
    }

    /// <summary>Writes the shards and the manifest; null when another run was first.</summary>
    private async Task<IndexManifest?> TryPutAsync(
        string call, IndexManifest before, IndexManifest after, ETag? etag, IReadOnlyList<IndexEntry> entries, List<string> written,
        List<string> replaced, CancellationToken cancellation)
    {
        try
        {
            after = after with { Shards = await PutAsync(call, before.Shards, entries, written, replaced, cancellation) };
            return await store.TryWriteAsync(call, after, etag, cancellation) ? after : null;
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // Safe: another run replaced a shard since the manifest was read; the caller reads what it wrote.
            return null;
        }
    }

    /// <summary>The contributions that something happened to since, oldest entry first.</summary>
    private async Task<(IndexManifest After, IReadOnlyCollection<string> Touched)> ReadJournalAsync(
        string call, IndexManifest before, int limit, CancellationToken cancellation)
    {
        var touched = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new SeenEntries(before.Cursor, before.Seen, time.GetUtcNow(), Overlap);
        await foreach (var entry in list.JournalAsync(call, seen.Since, cancellation))
        {
            if (touched.Count == limit && !touched.Contains(entry.Contribution))
                break;
            if (seen.Add(entry))
                touched.Add(entry.Contribution);
        }

        return (before with { Cursor = seen.Cursor, Seen = seen.ToList() }, touched);
    }

    /// <summary>What the contribution is found by now; nothing when it is to be found no more.</summary>
    private async Task<IndexEntry> EntryAsync(string call, string id, CancellationToken cancellation)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        if (await contributions.FindAsync(call, id, cancellation) is not { } row || row.Status == Status.Withdrawn)
            return new IndexEntry(id, terms);
        foreach (var (kind, value) in await FacetsAsync(row, cancellation))
            terms.Add(IndexTerms.Facet(kind, value));
        var all = PublicText.Lines(row).Concat((await texts.PassagesAsync(row, cancellation)).Select(passage => passage.Text));
        foreach (var term in all.SelectMany(text => IndexTerms.Of(SearchWords.Of(text))))
        {
            if (terms.Count == limits.Words)
                break;
            terms.Add(term);
        }

        return new IndexEntry(id, terms);
    }

    private async Task<List<(string Kind, string Value)>> FacetsAsync(ContributionRow row, CancellationToken cancellation)
    {
        var facets = new List<(string, string)>();
        var who = row.Contributor.Public();
        if (who.StakeholderGroup is { } group)
            facets.Add((Facet.Group, Words.Of(group)));
        if (who.Country is { } country)
            facets.Add((Facet.Country, country));
        var language = row.Language.ToLowerInvariant();
        facets.Add((Facet.Language, language));
        facets.Add((Facet.Language, language.Split('-')[0]));
        if (row.Status == Status.Analysed && Records.IsTextPublic(row)
            && await analysis.ClassificationAsync(row.Id, row.Revision, cancellation) is { } found)
        {
            facets.AddRange(found.Themes.Select(theme => (Facet.Theme, theme.Theme)));
            facets.AddRange(found.Questions.Select(question => (Facet.Question, question.ToString(CultureInfo.InvariantCulture))));
        }

        return facets;
    }

    /// <summary>The shards with the entries in them: those that change are written anew.</summary>
    private async Task<IReadOnlyList<ShardPlace>> PutAsync(
        string call, IReadOnlyList<ShardPlace> shards, IReadOnlyList<IndexEntry> entries, List<string> written, List<string> replaced,
        CancellationToken cancellation)
    {
        var result = new List<ShardPlace>();
        var left = new Queue<IndexEntry>(entries.OrderBy(entry => entry.Id, StringComparer.Ordinal));
        for (var i = 0; i < Math.Max(1, shards.Count); i++)
        {
            var (shard, next) = (shards.ElementAtOrDefault(i), shards.ElementAtOrDefault(i + 1));
            var own = new List<IndexEntry>();
            while (left.TryPeek(out var entry) && (next is null || string.CompareOrdinal(entry.Id, next.From) < 0))
                own.Add(left.Dequeue());
            if (own.Count == 0 && shard is not null)
            {
                result.Add(shard);
                continue;
            }

            var merged = shard is null ? [] : (await store.EntriesAsync(shard.Name, cancellation)).ToDictionary(entry => entry.Id, StringComparer.Ordinal);
            own.ForEach(entry => merged[entry.Id] = entry);
            foreach (var part in Divide(merged.Values.Where(entry => entry.Terms.Count > 0).OrderBy(entry => entry.Id, StringComparer.Ordinal)))
                result.Add(await WriteAsync(call, part, written, cancellation));
            if (shard is not null)
                replaced.Add(shard.Name);
        }

        return result;
    }

    private static IEnumerable<List<IndexEntry>> Divide(IEnumerable<IndexEntry> entries)
    {
        var (part, terms) = (new List<IndexEntry>(), 0);
        foreach (var entry in entries)
        {
            if (part.Count == MaxEntries || (part.Count > 0 && terms + entry.Terms.Count > MaxTerms))
            {
                yield return part;
                (part, terms) = ([], 0);
            }

            part.Add(entry);
            terms += entry.Terms.Count;
        }

        if (part.Count > 0)
            yield return part;
    }

    private async Task<ShardPlace> WriteAsync(string call, List<IndexEntry> entries, List<string> written, CancellationToken cancellation)
    {
        var (content, head) = IndexShard.Write(entries);

        // A name that no other run has or had: what is deleted is then never what another one points at.
        var name = $"{call}/{Ids.New(time.GetUtcNow())}";
        written.Add(name);
        await store.WriteAsync(name, content, cancellation);
        return new ShardPlace(entries[0].Id, name, entries.Count, entries.Sum(entry => entry.Terms.Count), head);
    }
}
