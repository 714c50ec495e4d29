using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Intake.Http;

/// <summary><c>?limit=&amp;after=</c> of a list.</summary>
public sealed record PageQuery(int Limit, string? After)
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    public static PageQuery Of(HttpRequest request)
    {
        var limit = DefaultLimit;
        if (request.Query["limit"] is { Count: > 0 } given
            && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MaxLimit))
            throw Problems.Invalid([new InputError("limit", $"must be a whole number from 1 to {MaxLimit}")]);
        string? after = request.Query["after"];
        if (after is { Length: > 60 })
            throw Problems.Invalid([new InputError("after", "must be the 'next' of the page before")]);
        return new PageQuery(limit, string.IsNullOrEmpty(after) ? null : after);
    }

    /// <summary>What to ask for as <c>after</c> next; null when this page was not full, so the last.</summary>
    public string? Next<T>(IReadOnlyList<T> page, Func<T, string> id) => page.Count == Limit ? id(page[^1]) : null;
}
