namespace Intake.Extract;

/// <summary>What was read in the documents of one revision: the blob that stage 2 writes.</summary>
public sealed record Extraction(IReadOnlyList<ReadDocument> Documents)
{
    public IEnumerable<Passage> Passages => Documents.SelectMany(document => document.Passages);
}

/// <summary>One document as read. Its text is a blob of its own; offsets refer to that text in UTF-16 units.</summary>
public sealed record ReadDocument
{
    public required int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>Told by content: one of <see cref="DocumentKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Length of the text in UTF-16 units; 0 when nothing was read.</summary>
    public required int Characters { get; init; }

    /// <summary>The language of most of the text, or <c>und</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Why it could not be read, or not wholly, in a sentence for the contributor.</summary>
    public string? Problem { get; init; }

    /// <summary>Comments in the margin, which are not part of the text.</summary>
    public int Comments { get; init; }

    /// <summary>Tracked changes: what was inserted is read, what was deleted is not.</summary>
    public int TrackedChanges { get; init; }

    /// <summary>It, or a document in it, may do harm where it is opened: it is handed out to nobody but the secretariat.</summary>
    public bool IsQuarantined { get; init; }

    public IReadOnlyList<Passage> Passages { get; init; } = [];
}
