using System.Text;
using System.Text.RegularExpressions;

namespace Intake.Publish;

/// <summary>Writes blocks as plain text for mail: links as addresses, what runs the other way set apart.</summary>
/// <param name="leads">Where a link leads, as a whole address.</param>
internal sealed partial class PlainWriter(Func<string, string> leads)
{
    private readonly StringBuilder _text = new();

    public string Write(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
            Write(block);
        return _text.ToString();
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Section section:
                var title = section.Title.ToString();
                _text.Append(title).Append('\n').Append('-', title.Length).Append("\n\n");
                Write(section.Blocks);
                break;
            case Paragraph paragraph:
                Add(Inline(paragraph.Line));
                break;
            case Bullets bullets:
                Lines(bullets.Items.Select(item => "- " + Inline(item)));
                break;
            case Facts facts:
                Lines(facts.Items.Select(fact => $"{fact.Label}: {Inline(fact.Value)}"));
                break;
            case Citation { Quote: var quote } citation:
                Add($"    {CleanText.Line(quote.Text)}\n    — {Isolated(quote.Contributor)}, {Wording.Group(quote.Group)}, {Wording.InLanguage(quote.Language)}\n    {citation.Link}");
                break;
            case Card card:
                Add($"* {card.Label}: {Inline(card.Title)}");
                Write(card.Blocks);
                break;
            case Table table:
                _text.Append(table.Caption).Append(":\n");
                Lines(table.Rows.Select(row => $"- {Inline(row[0].Line)}: {string.Join("; ", row.Skip(1).Select(cell => Inline(cell.Line)))}"));
                break;
        }
    }

    private string Inline(Line line) => string.Concat(line.Select(span =>
        (span.Kind == SpanKind.Foreign ? Isolated(span.Text) : span.Text) + (span.Link is null ? "" : $" <{leads(span.Link)}>")));

    private static string Isolated(string text) => RightToLeft().IsMatch(text) ? $"\u2068{CleanText.Line(text)}\u2069" : CleanText.Line(text);

    private void Lines(IEnumerable<string> lines) => Add(string.Join('\n', lines));

    private void Add(string block) => _text.Append(block).Append("\n\n");

    /// <summary>Hebrew, Arabic and their neighbours, and their presentation forms.</summary>
    [GeneratedRegex(@"[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]", RegexOptions.NonBacktracking)]
    private static partial Regex RightToLeft();
}
