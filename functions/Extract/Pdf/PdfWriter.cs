using System.Text;
using Intake.Extract.Converters;
using Intake.Extract.PlainText;

namespace Intake.Extract.Pdf;

/// <summary>Makes a text with passages of the pages of a document.</summary>
internal sealed class PdfWriter(ExtractLimits limits)
{
    private const int BodyCharacters = 100;

    public ReadText Write(IReadOnlyList<PdfPage> pages, string? problem)
    {
        var running = RunningLines.Of(pages);
        var lines = pages.SelectMany(page => page.Lines ?? []);
        var joiner = new LineJoiner(lines.SelectMany(line => LineJoiner.Compounds(line.Text)).ToHashSet());
        var paragraphs = new PdfParagraphs(BodySize(lines), joiner);
        foreach (var head in running.Heads)
        {
            paragraphs.Add(new ConvertedParagraph(PassageKind.Paragraph, head, MayHead: false));
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
            paragraphs.Add(new ConvertedParagraph(PassageKind.Paragraph, foot, MayHead: false));
        }

        return ConvertedText.Write(limits, DocumentKind.Pdf, paragraphs.Finish(), problem);
    }

    /// <summary>A page whose layout is not known.</summary>
    private static void AddPlain(string page, LineJoiner joiner, PdfParagraphs paragraphs)
    {
        var text = Characters.Clean(page);
        foreach (var block in PlainTextReader.Blocks(text))
        {
            var paragraph = new StringBuilder();
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
                paragraphs.Add(new ConvertedParagraph(block.Kind, paragraph.ToString(), MayHead: false));
            }
        }
    }

    /// <summary>Not a number when there is too little text to tell, so that nothing is larger or smaller.</summary>
    private static double BodySize(IEnumerable<PdfLine> lines)
    {
        var sizes = new Dictionary<double, long>();
        foreach (var line in lines)
        {
            var size = Math.Round(line.Size * 2) / 2;
            sizes[size] = sizes.GetValueOrDefault(size) + line.Text.Length;
        }

        var most = sizes.DefaultIfEmpty().MaxBy(size => size.Value);
        return most.Value < BodyCharacters ? double.NaN : most.Key;
    }
}
