using System.Globalization;
using Intake.Calls;

namespace Intake.Pages;

/// <summary>The calls of the home page.</summary>
/// <param name="Open">Those that can be answered, the next to close first.</param>
/// <param name="Upcoming">Those that open later, the next first.</param>
/// <param name="Past">A page of those that have closed, the last first.</param>
/// <param name="Number">Which page of the past ones, from 1.</param>
/// <param name="Pages">How many there are, at least 1.</param>
public sealed record CallListing(IReadOnlyList<Call> Open, IReadOnlyList<Call> Upcoming, IReadOnlyList<Call> Past, int Number, int Pages)
{
    public const string Parameter = "page";

    private const int PageSize = 20;

    internal static async Task<CallListing> OfAsync(CallStore calls, Page page, CancellationToken cancellation)
    {
        var all = new List<Call>();
        await foreach (var call in calls.AllAsync(cancellation))
            all.Add(call);
        var past = all.Where(call => call.Closes <= page.Now).OrderByDescending(call => call.Closes).ThenBy(call => call.Id, StringComparer.Ordinal).ToList();
        var pages = Math.Max(1, (past.Count + PageSize - 1) / PageSize);
        var number = int.TryParse(page.Request.Query[Parameter], NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 1, pages)
            : 1;
        return new CallListing(
            [.. all.Where(call => call.Opens <= page.Now && page.Now < call.Closes).OrderBy(call => call.Closes).ThenBy(call => call.Id, StringComparer.Ordinal)],
            [.. all.Where(call => page.Now < call.Opens).OrderBy(call => call.Opens).ThenBy(call => call.Id, StringComparer.Ordinal)],
            [.. past.Skip((number - 1) * PageSize).Take(PageSize)],
            number,
            pages);
    }
}
