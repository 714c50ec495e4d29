using Intake.Calls;
using Intake.Http;
using Intake.Receive;
using Intake.Search;

namespace Intake.Pages.PublicRecord;

/// <summary>A page of the public record, with what was looked for.</summary>
/// <param name="Values">The filter's fields as they were given.</param>
/// <param name="Wrong">Fields of the filter that cannot be used; then nothing is listed.</param>
/// <param name="Next">The 'after' of the next page; null on the last.</param>
/// <param name="Total">How many there are on all pages, where it is known.</param>
public sealed record RecordListing(
    Call Call, Func<string, string> Values, bool IsFiltered, IReadOnlyList<string> Wrong, IReadOnlyList<ContributionSummary> Contributions,
    string? Next, int? Total)
{
    public const string After = "after";

    /// <summary>Contributions on a page.</summary>
    private const int PageSize = 20;

    internal static async Task<RecordListing> OfAsync(
        Page page, Call call, Records records, RecordSearch search, SearchLimits limits, CancellationToken cancellation)
    {
        var errors = new List<InputError>();
        var query = SearchQuery.Read(name => page.Request.Query[name], limits, errors);
        var after = PageQuery.Of(page.Request).After;
        var listing = new RecordListing(
            call, name => page.Request.Query[name].ToString(), !query.IsEmpty || errors.Count > 0, [.. errors.Select(error => error.Path).Distinct()], [], null, null);
        if (errors.Count > 0)
            return listing;
        if (!query.IsEmpty)
        {
            var found = await search.PageAsync(call.Id, query, after, PageSize, cancellation);
            return listing with { Contributions = found.Contributions, Next = found.Next, Total = found.Total };
        }

        // One more than is shown tells whether there is another page.
        var some = await records.PageAsync(call.Id, after, PageSize + 1, cancellation);
        return listing with { Contributions = [.. some.Take(PageSize)], Next = some.Count > PageSize ? some[PageSize - 1].Id : null };
    }
}
