namespace Intake.Extract;

/// <summary>
/// The headers and footers of a document's pages: each distinct text once, after the text, and folded: they tell whose
/// letter it is, but are no statement. Page numbers are no text.
/// </summary>
internal static class PageMargins
{
    /// <summary>Stands for a page number in what a reader finds in a margin.</summary>
    public const string PageNumber = "\ufffc";

    /// <summary>Words that stand beside a page number and mean nothing without it: "Page 3 of 7", "Seite 3 von 7".</summary>
    private const int WordsOfPageNumber = 3;

    /// <summary>Margins of one document that are read; each section may have six.</summary>
    public const int Most = 100;

    /// <summary>How much of one margin is read, so that all of them together are no larger than a document.</summary>
    public static ExtractLimits Of(ExtractLimits limits) =>
        limits with { Characters = Math.Max(1, limits.Characters / Most), Blocks = Math.Max(1, limits.Blocks / Most) };

    /// <summary>The text with what is new in the margins.</summary>
    /// <param name="read">The document's text.</param>
    /// <param name="margins">Headers and footers in the order of the document.</param>
    /// <param name="limits">How much is kept.</param>
    public static ReadText After(ReadText read, IReadOnlyList<ReadText> margins, ExtractLimits limits)
    {
        if (!margins.Any(margin => margin.Blocks.Count > 0))
        {
            return read;
        }

        var known = new HashSet<string>(read.Blocks.Select(block => read.Text[block.Start..block.End]), StringComparer.OrdinalIgnoreCase);
        var writer = new BlockWriter(limits);
        foreach (var margin in margins)
        {
            foreach (var block in margin.Blocks)
            {
                if (WithoutPageNumber(margin.Text[block.Start..block.End]) is { Length: > 0 } text && known.Add(text))
                {
                    writer.Append(text);
                    writer.End(block.Kind);
                }
            }
        }

        var added = writer.Finish(read.Kind);
        if (added.Blocks.Count == 0 || read.Text.Length + added.Text.Length > limits.Characters || read.Blocks.Count + added.Blocks.Count > limits.Blocks)
        {
            return read;
        }

        var before = read.Text.Length == 0 ? "" : read.Text + "\n\n";
        return read with
        {
            Text = before + added.Text,
            Blocks = [.. read.Blocks, .. added.Blocks.Select(block => block with { Start = block.Start + before.Length, End = block.End + before.Length, Flags = block.Flags | PassageFlags.Folded })],
        };
    }

    private static string WithoutPageNumber(string text)
    {
        if (!text.Contains(PageNumber, StringComparison.Ordinal))
        {
            return text;
        }

        var words = text.Replace(PageNumber, " ", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Count(word => word.Any(char.IsLetterOrDigit)) <= WordsOfPageNumber ? "" : string.Join(' ', words);
    }
}
