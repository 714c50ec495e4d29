using Intake.Extract.PlainText;

namespace Intake.Extract.Converters;

/// <summary>A paragraph as a converter gave it.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Text">Cells of a table row are divided by <see cref="ConvertedText.CellEnd"/>.</param>
/// <param name="MayHead">It may be a heading that only its words tell.</param>
internal sealed record ConvertedParagraph(PassageKind Kind, string Text, bool MayHead);

/// <summary>Makes a text with passages of what a converter gave, and finds the headings that it did not mark.</summary>
internal static class ConvertedText
{
    public const char CellEnd = '\u001f';

    public static ReadText Write(ExtractLimits limits, string kind, IReadOnlyList<ConvertedParagraph> paragraphs, string? problem)
    {
        var writer = new BlockWriter(limits);

        // As a plain text, a line each, the headings show that have no letters of another size.
        var plain = string.Join("\n\n", paragraphs.Select(paragraph => paragraph.Text.Replace('\n', ' ')));
        var lines = TextLine.Of(plain);
        foreach (var (index, paragraph) in paragraphs.Index())
        {
            if (paragraph.Kind == PassageKind.TableRow)
            {
                WriteRow(writer, paragraph.Text);
                continue;
            }

            var isHeading = paragraph is { MayHead: true, Kind: PassageKind.Paragraph or PassageKind.ListItem } && TextHeading.Is(plain, lines, 2 * index);
            writer.Append(paragraph.Text);
            writer.End(isHeading ? PassageKind.Heading : paragraph.Kind);
        }

        return writer.Finish(kind, problem);
    }

    private static void WriteRow(BlockWriter writer, string row)
    {
        foreach (var cell in row.Split(CellEnd))
        {
            writer.BeginCell();
            writer.Append(cell);
            writer.EndCell();
        }

        writer.EndRow();
    }
}
