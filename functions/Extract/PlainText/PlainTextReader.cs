using System.Diagnostics;

namespace Intake.Extract.PlainText;

/// <summary>
/// Reads plain text. The text keeps its line breaks; blocks are its paragraphs, list items and headings. A line break
/// inside a paragraph may be a wrap (old mail, 72 columns) or an end (a word processor's export, a paragraph a line): the
/// lines' lengths tell which.
/// </summary>
internal sealed class PlainTextReader(ExtractLimits limits)
{
    public ReadText Read(string decoded)
    {
        var all = Characters.Clean(decoded);
        var text = Characters.Beginning(all, limits.Characters);
        var blocks = Blocks(text);
        var problem = text.Length < all.Length ? BlockWriter.Cut(text.Length) : null;
        if (blocks.Count > limits.Blocks)
        {
            blocks.RemoveRange(limits.Blocks, blocks.Count - limits.Blocks);
            problem = BlockWriter.Cut(blocks[^1].End);
        }

        return new(DocumentKind.Text, text, blocks, problem);
    }

    /// <param name="text">Clean: lines end with <c>\n</c>.</param>
    internal static List<Block> Blocks(string text)
    {
        var lines = TextLine.Of(text);
        var wrap = LineWrap.Of(lines);
        var blocks = new List<Block>();
        for (var i = 0; i < lines.Count;)
        {
            if (lines[i].IsBlank || lines[i].IsRule)
            {
                i++;
                continue;
            }

            var last = LastOfBlock(text, lines, i, wrap);
            blocks.Add(new(lines[i].Start, lines[last].End, KindOf(text, lines, i, last)));
            i = last + 1;
        }

        Debug.Assert(blocks.TrueForAll(block => block.Start < block.End), "a block is never empty");
        return blocks;
    }

    private static int LastOfBlock(string text, List<TextLine> lines, int first, LineWrap wrap)
    {
        var last = first;
        if (TextHeading.IsMarked(lines[first].In(text)) || TextTable.IsRow(text, lines, first))
        {
            return last;
        }

        while (last + 1 < lines.Count && !lines[last + 1].IsBlank && !lines[last + 1].IsRule)
        {
            var (line, next) = (lines[last], lines[last + 1]);
            var nextText = next.In(text);
            if (TextHeading.IsMarked(nextText) || TextTable.IsRow(text, lines, last + 1)
                || (ListMarker.Of(nextText) is var marker and not ListMarker.Kind.None && !wrap.IsMiddleOfSentence(text, line, marker))
                || !wrap.Continues(text, line, next))
            {
                break;
            }

            last++;
        }

        return last;
    }

    private static PassageKind KindOf(string text, List<TextLine> lines, int first, int last)
    {
        if (first == last && TextTable.IsRow(text, lines, first))
        {
            return PassageKind.TableRow;
        }

        if (first == last && TextHeading.Is(text, lines, first))
        {
            return PassageKind.Heading;
        }

        // "¹ General Assembly Resolution …" is a footnote that lost its page.
        return text[lines[first].Start] is '¹' or '²' or '³' or (>= '⁰' and <= '⁹') ? PassageKind.Note
            : ListMarker.Of(lines[first].In(text)) != ListMarker.Kind.None ? PassageKind.ListItem
            : PassageKind.Paragraph;
    }
}
