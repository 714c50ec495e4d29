using System.Text;
using System.Text.Encodings.Web;

namespace Intake.Publish;

/// <summary>
/// Writes blocks as HTML. Everything that is not a literal here is encoded; what is in another language bears it, and what
/// may run the other way is isolated.
/// </summary>
/// <param name="level">Of the headings of the outermost sections.</param>
/// <param name="isNumbered">Tables and figures bear numbers, as they do in a whole report.</param>
/// <param name="leads">Where a link leads, if not where it says: a page may hold only a part of a report.</param>
internal sealed class HtmlWriter(int level = 2, bool isNumbered = true, Func<string, string>? leads = null)
{
    private static readonly HtmlEncoder Encoder = Pages.RazorHtml.Encoder;

    private readonly StringBuilder _html = new();
    private readonly HtmlTables _tables = new(isNumbered);
    private int _level = level;

    public static string Encode(string text) => Encoder.Encode(text);

    public override string ToString() => _html.ToString();

    public HtmlWriter Write(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
            Write(block);
        return this;
    }

    public void Write(Block block)
    {
        switch (block)
        {
            case Section section:
                Write(section);
                break;
            case Paragraph paragraph:
                Add($"<p{(paragraph.IsNote ? " class=\"note\"" : "")}>{Inline(paragraph.Line)}</p>\n");
                break;
            case Bullets bullets when bullets.Items.Count > 0:
                Add($"<ul>\n{string.Concat(bullets.Items.Select(item => $"<li>{Inline(item)}</li>\n"))}</ul>\n");
                break;
            case Facts facts:
                Add($"<dl>\n{string.Concat(facts.Items.Select(fact => $"<div><dt>{Encode(fact.Label)}</dt><dd>{Inline(fact.Value)}</dd></div>\n"))}</dl>\n");
                break;
            case Tags tags:
                Add($"<p class=\"label\">{Encode(tags.Label)}</p>\n<ul class=\"tags\">\n{string.Concat(tags.Items.Select(tag => $"<li>{Inline(tag.Text)} <small>{Wording.Number(tag.Count)}</small></li>\n"))}</ul>\n");
                break;
            case Citation citation:
                Write(citation);
                break;
            case Card card:
                Write(card);
                break;
            case Fold fold:
                Add($"<details>\n<summary>{Inline(fold.Summary)}</summary>\n");
                Write(fold.Blocks);
                Add("</details>\n");
                break;
            case Table table:
                _tables.Write(_html, table, Inline);
                break;
            case Chart chart:
                _tables.Write(_html, chart, Inline);
                break;
        }
    }

    public string Inline(Line line)
    {
        var html = new StringBuilder();
        foreach (var span in line)
        {
            var text = Encode(span.Text);
            text = span.Kind switch
            {
                SpanKind.Strong => $"<strong>{text}</strong>",
                SpanKind.Soft => $"<span class=\"soft\">{text}</span>",
                SpanKind.Foreign => $"<bdi{Language(span.Language)}>{text}</bdi>",
                _ => text,
            };
            html.Append(span.Link is null ? text : $"<a href=\"{Encode(leads?.Invoke(span.Link) ?? span.Link)}\">{text}</a>");
        }

        return html.ToString();
    }

    /// <summary>Of a language that is not known only the direction is said, and that it is another than the page's.</summary>
    private static string Language(string? tag) => tag is null or "und"
        ? ""
        : $" lang=\"{Encode(Languages.Attribute(tag))}\" dir=\"{Languages.Direction(tag)}\"";

    private void Write(Section section)
    {
        var (id, heading) = (Encode(section.Id), Math.Min(_level, 6));
        Add($"<section aria-labelledby=\"{id}\">\n<h{heading} id=\"{id}\">{Inline(section.Title)}</h{heading}>\n");
        _level++;
        Write(section.Blocks);
        _level--;
        Add("</section>\n");
    }

    private void Write(Citation citation)
    {
        var quote = citation.Quote;
        var side = citation.Side is { } word ? $"<strong class=\"side\">{Encode(word)}</strong> " : "";
        Add($"<figure class=\"quote\">\n<blockquote lang=\"{Encode(Languages.Attribute(quote.Language))}\" dir=\"{Languages.Direction(quote.Language)}\" cite=\"{Encode(citation.Link)}\"><p>{Encode(quote.Text)}</p></blockquote>\n"
            + $"<figcaption>{side}— <bdi>{Encode(quote.Contributor)}</bdi>, {Encode(Wording.Group(quote.Group))}, {Encode(Wording.InLanguage(quote.Language))}: <a href=\"{Encode(citation.Link)}\">{Encode(Wording.Reference(quote))}</a></figcaption>\n</figure>\n");
    }

    private void Write(Card card)
    {
        var id = card.Id is null ? "" : $" id=\"{Encode(card.Id)}\"";
        var heading = Math.Min(_level, 6);
        Add(card.Title.Count == 0
            ? $"<article{id} class=\"card small\" aria-label=\"{Encode(card.Label)}\">\n"
            : $"<article{id} class=\"card\">\n<h{heading}><span class=\"kind\">{Encode(card.Label)}</span> {Inline(card.Title)}</h{heading}>\n");
        Write(card.Blocks);
        Add("</article>\n");
    }

    private void Add(string html) => _html.Append(html);
}
