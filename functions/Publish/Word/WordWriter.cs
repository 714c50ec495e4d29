using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Intake.Publish;

/// <summary>Writes a report's text, block by block, so that no long digest is ever held as a tree of elements.</summary>
internal sealed class WordWriter(OpenXmlWriter writer, WordLinks links)
{
    private const int DeepestHeading = 5;

    private readonly WordInline _inline = new(links);
    private readonly WordTables _tables = new(new WordInline(links));
    private int _level;
    private bool _isFirst = true;

    public void Write(Report report)
    {
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(new Document());
        writer.WriteStartElement(new Body());
        Put(_inline.Paragraph(report.Kicker, "Subtitle"));
        Put(_inline.Paragraph(Line.Foreign(report.Title), "Title"));
        Write(report.Cover, isWide: false);
        foreach (var element in WordContents.Of(report, links))
            Put(element);
        Write(report.Sections, isWide: false);
        Put(WordSections.Of(isWide: false, _isFirst));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private void Write(IEnumerable<Block> blocks, bool isWide)
    {
        foreach (var block in blocks)
            Write(block, isWide);
    }

    private void Write(Block block, bool isWide)
    {
        switch (block)
        {
            case Section section:
                Write(section);
                break;
            case Paragraph paragraph:
                Put(_inline.Paragraph(paragraph.Line, paragraph.IsNote ? "Note" : "BodyText"));
                break;
            case Bullets bullets:
                foreach (var item in bullets.Items)
                    Put(_inline.Paragraph(item, "ListBullet"));
                break;
            case Facts facts:
                foreach (var element in _tables.Of(facts))
                    Put(element);
                break;
            case Tags tags:
                Put(_inline.Paragraph(
                    Line.Strong(tags.Label + ": ") + Line.Join(", ", tags.Items.Select(tag => tag.Text + $" ({Wording.Number(tag.Count)})")), "BodyText"));
                break;
            case Citation citation:
                Write(citation);
                break;
            case Card card:
                var head = card.Title.Count == 0 ? Line.Soft(card.Label) : Line.Strong(card.Label + " · ") + card.Title;
                Put(links.Mark(_inline.Paragraph(head, "Message"), card.Id));
                Write(card.Blocks, isWide);
                break;
            case Fold fold:
                Put(_inline.Paragraph(fold.Summary, "BodyText"));
                Write(fold.Blocks, isWide);
                break;
            case Chart chart:
                Write(chart.Table, isWide);
                break;
            case Table table:
                foreach (var element in _tables.Of(table, isWide))
                    Put(element);
                break;
        }
    }

    private void Write(Section section)
    {
        var isWide = section.Blocks.Any(block => block is Table { IsWide: true });
        if (isWide)
        {
            Put(WordSections.Break(isWide: false, _isFirst));
            _isFirst = false;
        }

        _level++;
        Put(links.Mark(_inline.Paragraph(section.Title, $"Heading{Math.Min(_level, DeepestHeading)}"), section.Id));
        Write(section.Blocks, isWide);
        _level--;
        if (isWide)
            Put(WordSections.Break(isWide: true, isFirst: false));
    }

    private void Write(Citation citation)
    {
        var quote = citation.Quote;
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = "Quote" });
        if (Languages.Direction(quote.Language, quote.Text) == "rtl")
            properties.BiDi = new BiDi();
        var paragraph = new Word.Paragraph(properties);
        var link = links.To(citation.Link);
        link.Append(WordText.Runs(quote.Text, quote.Language));
        paragraph.Append(link);
        Put(paragraph);
        Put(_inline.Paragraph(
            (citation.Side is { } side ? Line.Strong(side) + " " : Line.Empty) + "— " + Line.Foreign(quote.Contributor)
            + $", {Wording.Group(quote.Group)}, {Wording.InLanguage(quote.Language)}: " + Line.Linked(Wording.Reference(quote), citation.Link),
            "Attribution"));
    }

    private void Put(OpenXmlElement element) => writer.WriteElement(element);
}
