using System.Text;

namespace Intake.Publish;

/// <summary>Divides a section into pages that load quickly, wherever one block ends and the next begins.</summary>
internal static class ReportPages
{
    /// <summary>Rows of a table on one page.</summary>
    private const int Rows = 100;

    /// <summary>Markup of a span, a cell, a block, in bytes.</summary>
    private const int Markup = 60;

    private const int Drawing = 4_000;

    /// <param name="budget">Bytes of text and markup on a page, about; one block more than that has a page of its own.</param>
    public static IReadOnlyList<Section> Split(Section section, int budget)
    {
        var pages = new List<List<Leaf>> { new() };
        var used = 0;
        foreach (var leaf in Leaves(section, [section]))
        {
            var weight = Weight(leaf.Block);
            if (used > 0 && used + weight > budget)
            {
                pages.Add([]);
                used = 0;
            }

            pages[^1].Add(leaf);
            used += weight;
        }

        var begun = new HashSet<string>(StringComparer.Ordinal);
        return [.. pages.Select(page => Rebuilt(section, page, 1, begun))];
    }

    /// <summary>Anchors of a page: its sections, messages and tables.</summary>
    public static IEnumerable<string> Anchors(Block block) => block switch
    {
        Section section => section.Blocks.SelectMany(Anchors).Prepend(section.Id),
        Card { Id: { } id } => [id],
        Chart chart => [chart.Table.Id],
        Table table => [table.Id],
        _ => [],
    };

    /// <summary>A block with the sections it stands in, outermost first.</summary>
    private sealed record Leaf(IReadOnlyList<Section> Path, Block Block);

    private static IEnumerable<Leaf> Leaves(Section section, IReadOnlyList<Section> path) => Unfolded(section.Blocks).SelectMany(block => block switch
    {
        Section inner => Leaves(inner, [.. path, inner]),
        Table table => table.Rows.Chunk(Rows).Select(rows => new Leaf(path, table with { Rows = rows })),
        _ => [new Leaf(path, block)],
    });

    /// <summary>Pages take the place of folds.</summary>
    private static IEnumerable<Block> Unfolded(IEnumerable<Block> blocks) => blocks.SelectMany(block => block is Fold fold ? fold.Blocks : [block]);

    private static Section Rebuilt(Section section, IReadOnlyList<Leaf> leaves, int depth, HashSet<string> begun)
    {
        var blocks = new List<Block>();
        var title = begun.Add(section.Id) ? section.Title : section.Title + " (continued)";
        for (var at = 0; at < leaves.Count;)
        {
            if (leaves[at].Path.Count == depth)
            {
                blocks.Add(leaves[at++].Block);
                continue;
            }

            var inner = leaves[at].Path[depth];
            var own = leaves.Skip(at).TakeWhile(leaf => leaf.Path.Count > depth && leaf.Path[depth] == inner).ToList();
            blocks.Add(Rebuilt(inner, own, depth + 1, begun));
            at += own.Count;
        }

        return section with { Title = title, Blocks = blocks };
    }

    private static int Weight(Block block) => Markup + block switch
    {
        Paragraph paragraph => Weight(paragraph.Line),
        Bullets bullets => bullets.Items.Sum(Weight),
        Facts facts => facts.Items.Sum(fact => Markup + Weight(fact.Value)),
        Tags tags => tags.Items.Sum(tag => Markup + Weight(tag.Text)),
        Citation citation => 4 * Markup + Bytes(citation.Quote.Text) + Bytes(citation.Quote.Contributor) + citation.Link.Length,
        Card card => Weight(card.Title) + card.Blocks.Sum(Weight),
        Chart chart => Drawing + Weight(chart.Table),
        Table table => table.Rows.Sum(row => row.Sum(cell => 10 + Weight(cell.Line))),
        _ => 0,
    };

    private static int Weight(Line line) => line.Sum(span => Bytes(span.Text) + (span.Link is null ? 0 : Markup));

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
