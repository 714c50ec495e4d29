using System.Text;
using Intake.Extract.PlainText;

namespace Intake.Extract.Pdf;

/// <summary>Lines that the converter found to belong together: a paragraph, or several without much space between.</summary>
internal sealed class TextBlock
{
    private readonly bool _isRightToLeft;
    private readonly double _start;
    private readonly double _end;
    private readonly double _pitch;

    /// <summary>The lines stand on their ends: places say nothing.</summary>
    private readonly bool _isTurned;

    private TextBlock(IReadOnlyList<PdfLine> lines)
    {
        Lines = lines;
        _isRightToLeft = lines.Count(line => line.IsRightToLeft) * 2 > lines.Count;
        _start = lines.Min(StartOf);
        _end = lines.Max(EndOf);
        _isTurned = lines.Any(line => line.Text.Length > 3 && line.Box.Height > 2 * line.Box.Width);
        var pitches = lines.Zip(lines.Skip(1), (line, next) => next.Box.Top - line.Box.Top).Order().ToList();
        _pitch = pitches.Count == 0 ? 0 : pitches[(pitches.Count - 1) / 2];
    }

    public IReadOnlyList<PdfLine> Lines { get; }

    public static IEnumerable<TextBlock> Of(IEnumerable<PdfLine> lines)
    {
        var block = new List<PdfLine>();
        foreach (var line in lines)
        {
            if (block.Count > 0 && block[0].Block != line.Block)
            {
                yield return new(block);
                block = [];
            }

            block.Add(line);
        }

        if (block.Count > 0)
        {
            yield return new(block);
        }
    }

    /// <summary>Whether a paragraph ends between two lines of this block.</summary>
    public bool Ends(PdfLine line, PdfLine next)
    {
        if (line.IsHyphenated)
        {
            return false;
        }

        if (!line.IsSizeOf(next) && Math.Min(line.Text.Length, next.Text.Length) > 3)
        {
            return true;
        }

        var marker = ListMarker.Of(next.Text);
        var isFull = EndOf(line) + next.FirstWord + (0.2 * next.Size) >= _end;
        if (marker == ListMarker.Kind.Bullet || (marker == ListMarker.Kind.Number && (!isFull || EndsSentence(line.Text))))
        {
            return true;
        }

        if (_isTurned)
        {
            return false;
        }

        return next.Box.Top - line.Box.Top > Math.Max(1.3 * _pitch, 1.2 * line.Box.Height) || IsIndented(line, next) || (!isFull && IsMeant(line, next));
    }

    /// <summary>Whether the paragraph that ends this block goes on at the beginning of another.</summary>
    public bool GoesOnIn(TextBlock next, PdfLine line, PdfLine first, StringBuilder paragraph)
    {
        if (line.IsHyphenated)
        {
            return true;
        }

        if (!line.IsSizeOf(first) || EndsSentence(line.Text) || ListMarker.Of(first.Text) != ListMarker.Kind.None || paragraph.Length < 20)
        {
            return false;
        }

        if (EndOf(line) < _end - (3 * line.Size) || first.Text.AsSpan().TrimStart("\"'“«([") is not [var start, ..])
        {
            return false;
        }

        return char.IsLower(start) ? Lines.Count > 1 || next.Lines.Count > 1
            : char.IsLetter(start) && !char.IsUpper(start) && Lines.Count > 1 && next.Lines.Count > 1;
    }

    /// <summary>Where a line begins, growing in the direction of writing.</summary>
    private double StartOf(PdfLine line) => _isRightToLeft ? -line.Box.Right : line.Box.Left;

    private double EndOf(PdfLine line) => _isRightToLeft ? -line.Box.Left : line.Box.Right;

    /// <summary>The first line of a paragraph may be set in, that of an item set out.</summary>
    private bool IsIndented(PdfLine line, PdfLine next) =>
        StartOf(next) - _start > 0.8 * next.Size && StartOf(line) - _start < 0.4 * line.Size && ListMarker.Of(line.Text) == ListMarker.Kind.None
        && EndsSentence(line.Text);

    /// <summary>There was room for the next word. Centred lines have room on both sides.</summary>
    private static bool IsMeant(PdfLine line, PdfLine next)
    {
        var isCentred = Math.Abs(line.Box.Left + line.Box.Right - next.Box.Left - next.Box.Right) < line.Size && Math.Abs(line.Box.Left - next.Box.Left) > line.Size;
        return !isCentred && (EndsSentence(line.Text) || !char.IsLower(next.Text[0]));
    }

    private static bool EndsSentence(string line) =>
        line.AsSpan().TrimEnd("\"'”’»)]") is [.., '.' or '!' or '?' or ':' or ';' or '。' or '！' or '？' or '：' or '؟' or '۔' or '।'];
}
