using System.Text.Json;
using Intake.Http;
using Intake.Publish;
using Intake.Synthesis;
using Microsoft.Extensions.Caching.Memory;

namespace Intake.Pages.Digests;

/// <summary>Digests laid out for pages. They never change: those that were read last are kept.</summary>
public sealed class DigestShelf(DigestStore digests) : IDisposable
{
    /// <summary>Rows of the ledger on a page.</summary>
    public const int LedgerRows = 100;

    /// <summary>Bytes of JSON whose digests are kept, in each language they are read in.</summary>
    private const long Kept = 32_000_000;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Kept });

    public async Task<DigestRow> RequireAsync(string call, string number, CancellationToken cancellation) =>
        (int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var found)
            ? await digests.FindAsync(call, found, cancellation)
            : number == "latest" ? await digests.LatestAsync(call, cancellation) : null)
        ?? throw Problems.UnknownDigest();

    internal async Task<DigestParts> PartsAsync(DigestRow row, Page page, CancellationToken cancellation)
    {
        var key = (row.Folder, page.Language.Code);
        if (_kept.TryGetValue(key, out DigestParts? kept))
            return kept!;
        var json = await digests.ReadAsync(row, "json", cancellation);
        var digest = JsonSerializer.Deserialize<Digest>(json.Span, Json.Options)!;
        var parts = new DigestParts(digest, new Span(page["digest.correct"], SpanKind.Foreign, page.Language.Code));
        return _kept.Set(key, parts, new MemoryCacheEntryOptions { Size = json.Length });
    }

    /// <summary>How many pages the ledger has, at least one.</summary>
    public static int LedgerPages(Ledger ledger) => Math.Max(1, Chunks(ledger).Sum(Pages));

    /// <summary>A page of the ledger, from 1.</summary>
    public async Task<IReadOnlyList<LedgerRow>> LedgerAsync(DigestRow row, Digest digest, int page, CancellationToken cancellation)
    {
        if (digest.Ledger.Rows.Count > 0)
            return [.. digest.Ledger.Rows.Skip((page - 1) * LedgerRows).Take(LedgerRows)];
        foreach (var (index, rows) in digest.Ledger.Pages.Index())
        {
            if (page <= Pages(rows))
                return [.. (await digests.LedgerPageAsync(row, digest, index + 1, cancellation))!.Skip((page - 1) * LedgerRows).Take(LedgerRows)];
            page -= Pages(rows);
        }

        return [];
    }

    public void Dispose() => _kept.Dispose();

    private static IReadOnlyList<int> Chunks(Ledger ledger) => ledger.Rows.Count > 0 ? [ledger.Rows.Count] : ledger.Pages;

    private static int Pages(int rows) => (rows + LedgerRows - 1) / LedgerRows;
}
