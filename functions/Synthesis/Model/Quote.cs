namespace Intake.Synthesis;

/// <summary>Words of a contribution, verbatim: <c>Text</c> is the document's text from <c>Start</c> to <c>End</c>.</summary>
public sealed record Quote
{
    public required string Contribution { get; init; }

    public required int Revision { get; init; }

    /// <summary>The document's number within the revision, from 1.</summary>
    public required int Document { get; init; }

    /// <summary>First UTF-16 unit in the document's text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last UTF-16 unit.</summary>
    public required int End { get; init; }

    public required string Text { get; init; }

    /// <summary>The passage's number within the revision.</summary>
    public required int Passage { get; init; }

    /// <summary>The passage says more than is quoted.</summary>
    public required bool Excerpt { get; init; }

    /// <summary>BCP 47 tag, or <c>und</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Key of the stakeholder group.</summary>
    public required string Group { get; init; }

    /// <summary>The contributor as they asked to be named.</summary>
    public required string Contributor { get; init; }

    /// <summary>In a message: for it, or against it. Null elsewhere.</summary>
    public bool? Supports { get; init; }
}
