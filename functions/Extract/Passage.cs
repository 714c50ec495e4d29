using System.Text.Json.Serialization;

namespace Intake.Extract;

/// <summary>One paragraph, heading or list item of a document's text.</summary>
public sealed record Passage
{
    /// <summary>From 1, over all documents of the revision in order: what <c>#p12</c> means.</summary>
    public required int Number { get; init; }

    /// <summary>The document's number within the revision, from 1.</summary>
    public required int Document { get; init; }

    /// <summary>First UTF-16 unit in the document's text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last UTF-16 unit.</summary>
    public required int End { get; init; }

    /// <summary>BCP 47 tag, or <c>und</c> when unknown.</summary>
    public required string Language { get; init; }

    public PassageKind Kind { get; init; } = PassageKind.Paragraph;

    /// <summary>The question this was given in answer to, in the form; 0 when it was not.</summary>
    public int AnswerTo { get; init; }

    public PassageFlags Flags { get; init; }

    /// <summary>The number or letter shown before it, such as "3." or "(a)", if it is no part of the text; null for none.</summary>
    public string? Marker { get; init; }

    /// <summary>The contributor's own words. What is none of them is shown, but counts for no theme, phrase or quote.</summary>
    [JsonIgnore]
    public bool IsOwn => (Flags & (PassageFlags.Quoted | PassageFlags.Folded)) == 0;

    public string In(string documentText) => documentText[Start..End];
}

public enum PassageKind
{
    Paragraph,
    Heading,
    ListItem,
    TableRow,
    Note,
}
