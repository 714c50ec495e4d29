using System.Text;

namespace Intake.Extract.Cleaning;

/// <summary>The parts of a text that are taken out, and the text and blocks that remain.</summary>
internal sealed class Cuts
{
    private readonly List<Cut> _cuts = [];

    /// <summary>Takes out a part of a line.</summary>
    public void Add(int start, int end) => _cuts.Add(new(start, end, IsPageBreak: false));

    /// <summary>Takes out whole lines with the white space after them.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">First UTF-16 unit.</param>
    /// <param name="end">One past the last.</param>
    /// <param name="isPageBreak">The paragraph before may go on after them.</param>
    public void AddLines(string text, int start, int end, bool isPageBreak = false)
    {
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        _cuts.Add(new(start, end, isPageBreak));
    }

    public ReadText Apply(ReadText read)
    {
        if (_cuts.Count == 0)
        {
            return read;
        }

        _cuts.Sort((a, b) => a.Start.CompareTo(b.Start));
        var text = new StringBuilder(read.Text.Length);
        var blocks = new List<Block>(read.Blocks.Count);
        var (at, next, breakAt) = (0, 0, -1);
        foreach (var block in read.Blocks)
        {
            CopyTo(block.Start);
            var start = text.Length;
            CopyTo(block.End);
            Keep(block, start);
        }

        CopyTo(read.Text.Length);
        return read with { Text = text.ToString().TrimEnd(), Blocks = blocks };

        void CopyTo(int end)
        {
            for (; next < _cuts.Count && _cuts[next].Start < end; next++)
            {
                var cut = _cuts[next];
                text.Append(read.Text, at, Math.Max(0, Math.Min(cut.Start, end) - at));
                breakAt = cut.IsPageBreak && at <= cut.Start ? text.Length : breakAt;
                at = Math.Max(at, cut.End);
            }

            text.Append(read.Text, at, Math.Max(0, end - at));
            at = Math.Max(at, end);
        }

        void Keep(Block block, int start)
        {
            var end = text.Length;
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            if (start == end)
            {
                return;
            }

            if (blocks.Count > 0 && breakAt > blocks[^1].End && breakAt <= start && GoesOn(text, blocks[^1], block, start))
            {
                // A page ended within the paragraph.
                blocks[^1] = blocks[^1] with { End = end };
            }
            else
            {
                blocks.Add(block with { Start = start, End = end });
            }
        }
    }

    private static bool GoesOn(StringBuilder text, Block before, Block after, int start) =>
        before.Kind is PassageKind.Paragraph or PassageKind.ListItem && after.Kind == PassageKind.Paragraph
        && before.AnswerTo == after.AnswerTo && before.Flags == after.Flags
        && char.IsLower(text[start]) && (char.IsLetter(text[before.End - 1]) || text[before.End - 1] is ',' or '-' or '–');

    private readonly record struct Cut(int Start, int End, bool IsPageBreak);
}
