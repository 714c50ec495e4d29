using Intake.Extract.PlainText;

namespace Intake.Extract.Pdf;

/// <summary>Makes a text with passages of the pages of a document.</summary>
internal sealed class PdfWriter(ExtractLimits limits)
{
    public ReadText Write(IReadOnlyList<PdfPage> pages, string? problem)
    {
        var running = RunningLines.Of(pages);
        var lines = pages.SelectMany(page => page.Lines ?? []);
        var joiner = new LineJoiner(lines.SelectMany(line => LineJoiner.Compounds(line.Text)).ToHashSet());
        var paragraphs = new PdfParagraphs(BodySize(lines), joiner);
        foreach (var head in running.Heads)
        {
            paragraphs.Add(new PdfParagraph(PassageKind.Paragraph, head, IsLine: false));
        }

        foreach (var page in pages)
        {
            if (page.Lines is null)
            {
                AddPlain(page.Text, joiner, paragraphs);
            }
            else
            {
                paragraphs.Add(page, LoneMarkers.Join(page.Lines).Where(line => !running.Contains(line)));
            }
        }

        foreach (var foot in running.Feet)
        {
            paragraphs.Add(new PdfParagraph(PassageKind.Paragraph, foot, IsLine: false));
        }

        return Write(paragraphs.Finish(), problem);
    }

    private ReadText Write(IReadOnlyList<PdfParagraph> paragraphs, string? problem)
    {
        var writer = new BlockWriter(limits);

        // As a plain text the headings show that are of the size of all letters.
        var plain = string.Join("\n\n", paragraphs.Select(paragraph => paragraph.Text));
        var lines = TextLine.Of(plain);
        foreach (var (index, paragraph) in paragraphs.Index())
        {
            var isHeading = paragraph is { IsLine: true, Kind: PassageKind.Paragraph or PassageKind.ListItem } && TextHeading.Is(plain, lines, 2 * index);
            writer.Append(paragraph.Text);
            writer.End(isHeading ? PassageKind.Heading : paragraph.Kind);
        }

        return writer.Finish(DocumentKind.Pdf, problem);
    }

    /// <summary>A page whose layout is not known.</summary>
    private static void AddPlain(string page, LineJoiner joiner, PdfParagraphs paragraphs)
    {
        var text = Characters.Clean(page);
        foreach (var block in PlainTextReader.Blocks(text))
        {
            var paragraph = new System.Text.StringBuilder();
            foreach (var line in text[block.Start..block.End].Split('\n').Select(PdfText.Clean).Where(line => line.Length > 0))
            {
                if (paragraph.Length == 0)
                {
                    paragraph.Append(line);
                }
                else
                {
                    joiner.Append(paragraph, line, isHyphenated: false);
                }
            }

            if (paragraph.Length > 0)
            {
                paragraphs.Add(new PdfParagraph(block.Kind, paragraph.ToString(), IsLine: false));
            }
        }
    }

    private static double BodySize(IEnumerable<PdfLine> lines)
    {
        var sizes = new Dictionary<double, long>();
        foreach (var line in lines)
        {
            var size = Math.Round(line.Size * 2) / 2;
            sizes[size] = sizes.GetValueOrDefault(size) + line.Text.Length;
        }

        return sizes.Count == 0 ? 0 : sizes.MaxBy(size => size.Value).Key;
    }
}
