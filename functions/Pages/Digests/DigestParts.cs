using Intake.Publish;
using Intake.Synthesis;

namespace Intake.Pages.Digests;

/// <summary>A part of a digest that has pages of its own.</summary>
/// <param name="Key">Its name in addresses: the section's anchor.</param>
internal sealed record DigestPart(string Key, Line Title, IReadOnlyList<Section> Pages);

/// <summary>
/// A digest as pages: one from the cover to the follow-up with what matters of each section, and every section whole on
/// pages of its own, so that a digest of any length loads quickly over a thin line.
/// </summary>
internal sealed class DigestParts
{
    /// <summary>Bytes of text and markup on a page before compression, about.</summary>
    private const int PageBytes = 44_000;

    /// <summary>The same, of one section and of all themes together, on the first page.</summary>
    private const int SectionBytes = 3_600;
    private const int ThemesBytes = 18_000;
    private const int LeastThemeBytes = 1_200;

    private readonly Dictionary<string, (string Key, int Page)> _anchors = new(StringComparer.Ordinal);

    /// <param name="digest">The digest.</param>
    /// <param name="correct">What leads to a correction, in the page's language.</param>
    public DigestParts(Digest digest, Span correct)
    {
        Digest = digest;
        Links = new DigestLinks(digest, null);
        Context = new DigestContext(digest, Links, correct);
        var report = DigestReport.Of(Context);
        Cover = report.Cover;
        All = [.. report.Sections.SelectMany(Divided).Where(section => section.Id != "ledger").Select(section => new DigestPart(section.Id, section.Title, ReportPages.Split(section, PageBytes)))];
        foreach (var part in All)
        {
            foreach (var (index, page) in part.Pages.Index())
            {
                foreach (var anchor in ReportPages.Anchors(page))
                    _anchors.TryAdd(anchor, (part.Key, index + 1));
            }
        }

        First = [.. report.Sections.Where(section => section.Id != "annexes").Select(section => Shortened(section))];
    }

    public Digest Digest { get; }

    public DigestLinks Links { get; }

    public DigestContext Context { get; }

    public IReadOnlyList<Block> Cover { get; }

    public IReadOnlyList<DigestPart> All { get; }

    /// <summary>What of each section stands on the first page.</summary>
    public IReadOnlyList<Section> First { get; }

    /// <summary>The part and page, from 1, that has an anchor.</summary>
    public (string Key, int Page)? Find(string anchor) => _anchors.TryGetValue(anchor, out var found) ? found : anchor == "ledger" ? ("ledger", 1) : null;

    /// <summary>The address of a page of a part.</summary>
    public string Address(string key, int page) => key == "ledger"
        ? Links.Ledger
        : $"{Links.Page}?section={Uri.EscapeDataString(key)}{(page > 1 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"&page={page}") : "")}";

    /// <summary>Themes and annexes are parts each; the other sections are whole.</summary>
    private static IEnumerable<Section> Divided(Section section) => section.Id switch
    {
        "themes" => section.Blocks.OfType<Section>().Prepend(section with { Blocks = [.. section.Blocks.Where(block => block is not Section)] }),
        "annexes" => section.Blocks.OfType<Section>(),
        _ => [section],
    };

    private Section Shortened(Section section)
    {
        if (section.Id != "themes")
            return Shortened(section, section.Id == "brief" ? PageBytes / 4 : SectionBytes);
        var room = Math.Max(LeastThemeBytes, ThemesBytes / Math.Max(1, section.Blocks.OfType<Section>().Count()));
        return section with { Blocks = [.. section.Blocks.Select(block => block is Section theme ? Shortened(theme, room) : block)] };
    }

    private Section Shortened(Section section, int budget)
    {
        var pages = ReportPages.Split(section, budget);
        return pages.Count == 1
            ? pages[0]
            : pages[0] with { Blocks = [.. pages[0].Blocks, new Paragraph(Line.Linked("All of this section", Address(section.Id, 1)))] };
    }
}
