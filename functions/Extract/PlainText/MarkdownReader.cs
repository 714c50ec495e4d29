using Intake.Extract.Html;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Intake.Extract.PlainText;

/// <summary>Reads Markdown as its reader sees it: the text of headings, paragraphs, list items and table rows.</summary>
internal sealed class MarkdownReader(ExtractLimits limits)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseEmphasisExtras().Build();

    public ReadText Read(string decoded, CancellationToken ct)
    {
        var source = Characters.Clean(decoded);
        if (source.Length > limits.MarkdownCharacters || IsCostly(source))
        {
            return AsWritten();
        }

        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(source, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's answer to Markdown nested deeper than it allows. It is still text.
            return AsWritten();
        }

        var writer = new BlockWriter(limits);
        new MarkdownBlocks(writer, limits).Write(document, ct);
        return writer.Finish(DocumentKind.Markdown);

        ReadText AsWritten() => new PlainTextReader(limits).Read(source) with { Kind = DocumentKind.Markdown };
    }

    /// <summary>
    /// Markdig may look through the rest of the text at each beginning of a link: 120,000 of them kept it busy for minutes;
    /// and through the rest of a paragraph at each bar of a table, if a sign before them has no end.
    /// </summary>
    private static bool IsCostly(ReadOnlySpan<char> source)
    {
        const long affordable = 200_000_000, affordableBars = 8_000_000;
        if ((source.Count("](") + source.Count("]:")) * (long)source.Length > affordable)
        {
            return true;
        }

        var cost = 0L;
        foreach (var paragraph in source.Split("\n\n"))
        {
            long bars = source[paragraph].Count('|');
            cost += bars * bars;
        }

        return cost > affordableBars;
    }

    /// <summary>Walks the tree; Markdig has limited its depth to 128.</summary>
    private sealed class MarkdownBlocks(BlockWriter writer, ExtractLimits limits)
    {
        public void Write(ContainerBlock container, CancellationToken ct, PassageKind kind = PassageKind.Paragraph)
        {
            foreach (var block in container)
            {
                ct.ThrowIfCancellationRequested();
                switch (block)
                {
                    case TableRow row:
                        WriteRow(row, ct);
                        break;
                    case ListItemBlock item:
                        Write(item, ct, PassageKind.ListItem);
                        break;
                    case Footnote note:
                        Write(note, ct, PassageKind.Note);
                        break;
                    case LinkReferenceDefinitionGroup:
                        break;
                    case QuoteBlock quote:
                        var outside = writer.Flags;
                        writer.Flags |= PassageFlags.Quoted;
                        Write(quote, ct, kind);
                        writer.Flags = outside;
                        break;
                    case ContainerBlock inner:
                        Write(inner, ct, kind);
                        break;
                    case HtmlBlock html:
                        WriteLines(html, kind, isHtml: true, ct);
                        break;
                    case LeafBlock { Inline: { } inlines } leaf:
                        Write(inlines);
                        writer.End(leaf is HeadingBlock ? PassageKind.Heading : kind);
                        break;
                    case CodeBlock code:
                        WriteLines(code, kind, isHtml: false, ct);
                        break;
                }
            }
        }

        private void WriteRow(TableRow row, CancellationToken ct)
        {
            foreach (var cell in row.OfType<TableCell>())
            {
                writer.BeginCell();
                Write(cell, ct);
                writer.EndCell();
            }

            writer.EndRow();
        }

        /// <summary>
        /// From node to node, not by recursion: Markdig puts all that follows a bar of a table which is none inside of that
        /// bar, so inlines are as deep as a line has bars.
        /// </summary>
        private void Write(ContainerInline root)
        {
            for (var inline = root.FirstChild; inline is not null; inline = Next(inline, root))
            {
                switch (inline)
                {
                    case LiteralInline literal:
                        writer.Append(literal.Content.AsSpan());
                        break;
                    case CodeInline code:
                        writer.Append(code.Content);
                        break;
                    case HtmlEntityInline entity:
                        writer.Append(entity.Transcoded.AsSpan());
                        break;
                    case AutolinkInline link:
                        writer.Append(link.Url);
                        break;
                    case LineBreakInline:
                        writer.Append("\n");
                        break;
                    case HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                        writer.Append("\n");
                        break;
                }
            }
        }

        /// <summary>The next in reading order: the first inside, else the next beside, else what is beside one around it.</summary>
        private static Inline? Next(Inline inline, ContainerInline root)
        {
            if (inline is ContainerInline { FirstChild: { } first })
            {
                return first;
            }

            var around = inline;
            while (around is not null && around != root && around.NextSibling is null)
            {
                around = around.Parent;
            }

            return around is null || around == root ? null : around.NextSibling;
        }

        private void WriteLines(LeafBlock block, PassageKind kind, bool isHtml, CancellationToken ct)
        {
            var text = block.Lines.ToString();
            if (isHtml)
            {
                var read = new HtmlReader(limits).Read(text, ct);
                foreach (var part in read.Blocks)
                {
                    writer.Append(read.Text.AsSpan(part.Start..part.End));
                    writer.End(part.Kind);
                }
            }
            else
            {
                writer.Append(text);
                writer.End(kind);
            }
        }
    }
}
