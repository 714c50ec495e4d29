using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>Lays quotes out.</summary>
internal static class CitationOf
{
    public static Citation Quote(Quote quote, DigestContext context, string? side = null) => new(quote, context.Links.Passage(quote), side);

    /// <summary>Quotes under the stakeholder groups they come from, in the order of the groups.</summary>
    public static IEnumerable<Block> ByGroup(IReadOnlyList<Quote> quotes, IReadOnlyList<GroupCount> groups, DigestContext context)
    {
        var known = groups.ToDictionary(group => group.Group, group => group.Contributions, StringComparer.Ordinal);
        return quotes.GroupBy(quote => quote.Group, StringComparer.Ordinal).SelectMany(own => (IEnumerable<Block>)
        [
            new Paragraph(Line.Strong(known.TryGetValue(own.Key, out var count) ? $"{Wording.Heading(own.Key)} ({Wording.Number(count)})" : Wording.Heading(own.Key))),
            .. own.Select(quote => Quote(quote, context)),
        ]);
    }
}
