using Intake.Publish;
using Microsoft.AspNetCore.Components;

namespace Intake.Pages.Digests;

/// <summary>Blocks of a digest as HTML of a page: links lead to the part that has what they name.</summary>
internal static class DigestMarkup
{
    public static MarkupString Of(IReadOnlyList<Block> blocks, DigestParts parts, Page page, int level = 2)
    {
        var here = blocks.SelectMany(ReportPages.Anchors).ToHashSet(StringComparer.Ordinal);
        return new MarkupString(new HtmlWriter(level, isNumbered: false, Leads).Write(blocks).ToString());

        string Leads(string link) => link switch
        {
            ['#', .. var anchor] => here.Contains(anchor) ? link : page.Link(parts.Find(anchor) is { } place ? parts.Address(place.Key, place.Page) + link : parts.Links.Page),
            _ when link.StartsWith("/calls/", StringComparison.Ordinal) => page.Link(link),
            _ => link,
        };
    }

    public static MarkupString Inline(Line line) => new(new HtmlWriter().Inline(line));
}
