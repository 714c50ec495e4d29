using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Intake.Publish;

/// <summary>Lines as paragraphs of a style.</summary>
internal sealed class WordInline(WordLinks links)
{
    public Word.Paragraph Paragraph(Line line, string style, bool isNumber = false)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (isNumber)
            properties.Justification = new Justification { Val = JustificationValues.Right };
        var paragraph = new Word.Paragraph(properties);
        Fill(paragraph, line);
        return paragraph;
    }

    public void Fill(OpenXmlElement parent, Line line)
    {
        foreach (var span in line)
        {
            if (span.Text.Length == 0)
                continue;
            if (span.Link is null)
            {
                parent.Append(WordText.Runs(span.Text, span.Language, Properties(span.Kind)));
                continue;
            }

            var link = links.To(span.Link);
            link.Append(WordText.Runs(span.Text, span.Language, new RunProperties { RunStyle = new RunStyle { Val = "Hyperlink" } }));
            parent.Append(link);
        }
    }

    private static RunProperties? Properties(SpanKind kind) => kind switch
    {
        SpanKind.Strong => new RunProperties { Bold = new Bold(), BoldComplexScript = new BoldComplexScript() },
        SpanKind.Soft => new RunProperties { Color = new Color { Val = "4A5562" } },
        _ => null,
    };
}
