using System.Text;

namespace Intake.Publish;

/// <summary>
/// Writes a report as Markdown. Whatever is not a literal here goes through <see cref="MarkdownText.Escape"/>. Messages and
/// sections have anchors of HTML: Markdown has none of its own.
/// </summary>
internal sealed class MarkdownWriter
{
    private readonly StringBuilder _text = new();
    private int _level = 1;
    private int _tables;

    public string Write(Report report)
    {
        Add($"# {MarkdownText.Escape(report.Title, startsLine: true)}");
        Add(MarkdownText.Escape(report.Kicker, startsLine: true));
        Write(report.Cover);
        Add("**Contents**");
        Items(report.Contents().Select(entry =>
            $"{(entry.Level == 1 ? "" : "  ")}- [{string.Concat(entry.Section.Title.Select(span => MarkdownText.Escape(span.Text)))}](#{entry.Section.Id})"));
        Write(report.Sections);
        return _text.ToString();
    }

    private void Write(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
            Write(block);
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Section section:
                _level++;
                Add($"<a id=\"{HtmlWriter.Encode(section.Id)}\"></a>");
                Add($"{new string('#', Math.Min(_level, 6))} {Inline(section.Title, startsLine: false)}");
                Write(section.Blocks);
                _level--;
                break;
            case Paragraph paragraph:
                Add(Inline(paragraph.Line, startsLine: true));
                break;
            case Bullets { Items.Count: > 0 } bullets:
                Items(bullets.Items.Select(item => "- " + Inline(item, startsLine: true)));
                break;
            case Facts facts:
                Items(facts.Items.Select(fact => $"- **{MarkdownText.Escape(fact.Label)}:** {Inline(fact.Value)}"));
                break;
            case Tags tags:
                Add($"**{MarkdownText.Escape(tags.Label)}:** {string.Join(", ", tags.Items.Select(tag => $"{Inline(tag.Text)} ({Wording.Number(tag.Count)})"))}");
                break;
            case Citation citation:
                var quote = citation.Quote;
                Add($"> {MarkdownText.Escape(quote.Text, startsLine: true)}\n>\n> {(citation.Side is { } side ? $"**{side}** " : "")}— {MarkdownText.Escape(quote.Contributor)}, "
                    + $"{MarkdownText.Escape(Wording.Group(quote.Group))}, {MarkdownText.Escape(Wording.InLanguage(quote.Language))}: {Link(MarkdownText.Escape(Wording.Reference(quote)), citation.Link)}");
                break;
            case Card card:
                Add((card.Id is null ? "" : $"<a id=\"{HtmlWriter.Encode(card.Id)}\"></a>") + $"**{MarkdownText.Escape(card.Label)}**{(card.Title.Count == 0 ? "" : " · " + Inline(card.Title))}");
                Write(card.Blocks);
                break;
            case Fold fold:
                Add(Inline(fold.Summary, startsLine: true));
                Write(fold.Blocks);
                break;
            case Chart chart:
                Write(chart.Table);
                break;
            case Table table:
                Write(table);
                break;
        }
    }

    private void Write(Table table)
    {
        Add($"**Table {Wording.Number(++_tables)}.** {MarkdownText.Escape(table.Caption)}");
        _text.Append("| ").AppendJoin(" | ", table.Columns.Select(column => MarkdownText.Escape(column.Head))).Append(" |\n|");
        foreach (var column in table.Columns)
            _text.Append(column.IsNumber ? " ---: |" : " --- |");
        _text.Append('\n');
        foreach (var row in table.Rows)
            _text.Append("| ").AppendJoin(" | ", row.Select(cell => Inline(cell.Line))).Append(" |\n");
        _text.Append('\n');
    }

    private static string Inline(Line line, bool startsLine = false)
    {
        var text = new StringBuilder();
        foreach (var span in line)
        {
            var escaped = MarkdownText.Escape(span.Text, startsLine && text.Length == 0);

            // The escape trims, as lines are; within one a space between spans stays.
            var (before, after) = (span.Text.StartsWith(' ') && text.Length > 0 ? " " : "", span.Text.EndsWith(' ') ? " " : "");
            if (escaped.Length == 0)
            {
                text.Append(before);
                continue;
            }

            text.Append(before)
                .Append(span.Kind == SpanKind.Strong ? $"**{escaped}**" : span.Link is null ? escaped : Link(escaped, span.Link))
                .Append(after);
        }

        return text.ToString().TrimEnd(' ');
    }

    /// <summary>In angle brackets, so that no sign of an address ends it.</summary>
    private static string Link(string text, string address) => $"[{text}](<{address}>)";

    private void Items(IEnumerable<string> items)
    {
        foreach (var item in items)
            _text.Append(item).Append('\n');
        _text.Append('\n');
    }

    /// <summary>A block with a blank line after it.</summary>
    private void Add(string block) => _text.Append(block).Append("\n\n");
}
