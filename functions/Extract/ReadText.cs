namespace Intake.Extract;

/// <summary>What a reader found in one document.</summary>
/// <param name="Kind">One of <see cref="DocumentKind"/>.</param>
/// <param name="Text">Well-formed UTF-16 without NUL, lines ended by <c>\n</c>; empty when nothing could be read.</param>
/// <param name="Blocks">In reading order: ascending, not overlapping, never empty, no white space at either end.</param>
/// <param name="Problem">Why it could not be read, or not wholly, in a sentence for the contributor.</param>
public sealed record ReadText(string Kind, string Text, IReadOnlyList<Block> Blocks, string? Problem)
{
    public const string NoText = "No text could be read in this document; it is kept as received.";

    /// <summary>Comments in the margin, which are not part of the text.</summary>
    public int Comments { get; init; }

    /// <summary>Tracked changes: what was inserted is read, what was deleted is not.</summary>
    public int TrackedChanges { get; init; }

    /// <summary>It, or a document in it, may do harm where it is opened: it is handed out to nobody but the secretariat.</summary>
    public bool IsQuarantined { get; init; }

    public static ReadText Nothing(string kind, string problem) => new(kind, "", [], problem);
}

/// <summary>One paragraph, heading, list item, table row or note of a <see cref="ReadText"/>.</summary>
/// <param name="Start">First UTF-16 unit in the text.</param>
/// <param name="End">One past the last UTF-16 unit.</param>
/// <param name="Kind">What the paragraph is.</param>
public sealed record Block(int Start, int End, PassageKind Kind)
{
    /// <summary>The question this was given in answer to, in the form; 0 when it was not.</summary>
    public int AnswerTo { get; init; }

    public PassageFlags Flags { get; init; }

    /// <summary>
    /// The number or letter shown before it, such as "3." or "(a)", where the word processor counts and nobody typed it: so
    /// it is no part of the text, which quotes repeat to the letter. Null for none.
    /// </summary>
    public string? Marker { get; init; }
}
