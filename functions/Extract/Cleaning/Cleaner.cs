namespace Intake.Extract.Cleaning;

/// <summary>
/// What every text goes through after it was read, whatever its kind: debris that nobody wrote is taken out, and passages that
/// do not count as said are flagged. In doubt a passage is flagged or left alone, never taken out. The original stays as it is.
/// </summary>
internal static class Cleaner
{
    public static ReadText Clean(ReadText read)
    {
        var cuts = new Cuts();
        InvisibleCharacters.Find(read.Text, cuts);
        BookmarkDebris.Find(read.Text, cuts);
        var comments = RevisionLines.Find(read.Text, cuts);
        if (read.Kind is DocumentKind.Text or DocumentKind.Pdf or DocumentKind.Doc)
        {
            PageFurniture.Find(read.Text, cuts);
        }

        var clean = cuts.Apply(read) with { Comments = read.Comments + comments };
        return clean with { Blocks = Flagged(clean), Problem = clean.Problem ?? (clean.Blocks.Count == 0 ? ReadText.NoText : null) };
    }

    private static Block[] Flagged(ReadText read)
    {
        var repetition = new Repetition();
        var quotation = new Quotation(read);
        var blocks = new Block[read.Blocks.Count];
        for (var i = 0; i < blocks.Length; i++)
        {
            var block = read.Blocks[i];
            var text = read.Text.AsSpan(block.Start..block.End);
            var flags = block.Flags
                | (Placeholder.Is(text) ? PassageFlags.Placeholder : 0)
                | (repetition.IsRepeated(block.Kind, text) ? PassageFlags.Repeated : 0)
                | (quotation.IsQuoted(i) ? PassageFlags.Quoted : 0);
            blocks[i] = flags == block.Flags ? block : block with { Flags = flags };
        }

        return blocks;
    }
}
