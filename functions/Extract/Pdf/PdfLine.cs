namespace Intake.Extract.Pdf;

/// <summary>One line of a page as it is seen: its words, and where they stand, in points from the upper left corner.</summary>
/// <param name="Text">In the order in which it is read, whatever the direction of the script.</param>
/// <param name="Block">The block of lines that it belongs to: a number within the page.</param>
/// <param name="Box">Where it stands.</param>
/// <param name="Size">The height of its letters.</param>
/// <param name="FirstWord">The width of its first word.</param>
/// <param name="IsHyphenated">A hyphen at its end was taken off: its last word goes on in the next line.</param>
internal sealed record PdfLine(string Text, int Block, Box Box, double Size, double FirstWord, bool IsHyphenated)
{
    /// <summary>Most of its letters are of a script that is written from right to left.</summary>
    public bool IsRightToLeft { get; } = PdfText.IsRightToLeft(Text);

    /// <summary>Letters of the same size, as far as their boxes tell.</summary>
    public bool IsSizeOf(PdfLine other) => Math.Abs(Size - other.Size) <= 0.08 * Math.Max(Size, other.Size);
}

/// <summary>A rectangle on a page, in points from the upper left corner.</summary>
internal readonly record struct Box(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    /// <summary>Whether the two stand beside each other: half of the lower one's height is shared.</summary>
    public bool IsBeside(Box other) =>
        Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) >= 0.5 * Math.Min(Height, other.Height);
}
