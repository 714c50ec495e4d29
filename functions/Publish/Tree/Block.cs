using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>
/// A piece of a report. The digest is laid out once, as blocks, and HTML, Markdown and Word each write the same blocks:
/// what stands in one stands in all.
/// </summary>
internal abstract record Block;

/// <summary>A heading with what belongs to it; one within another has the next level.</summary>
/// <param name="Id">Anchor, unique in the report.</param>
internal sealed record Section(string Id, Line Title, IReadOnlyList<Block> Blocks) : Block;

/// <param name="IsNote">Set apart: what a reader must not miss.</param>
internal sealed record Paragraph(Line Line, bool IsNote = false) : Block;

internal sealed record Bullets(IReadOnlyList<Line> Items) : Block;

/// <summary>Labels and what they say.</summary>
internal sealed record Facts(IReadOnlyList<(string Label, Line Value)> Items) : Block;

/// <summary>Key phrases or names, in a row.</summary>
internal sealed record Tags(string Label, IReadOnlyList<(Line Text, int Count)> Items) : Block;

/// <summary>Words of a contributor, verbatim.</summary>
/// <param name="Quote">What is quoted.</param>
/// <param name="Link">Its passage in the public record.</param>
/// <param name="Side">On which side of a message it stands; null when that says nothing.</param>
internal sealed record Citation(Quote Quote, string Link, string? Side = null) : Block;

/// <summary>A message, with an anchor of its own.</summary>
internal sealed record Card(string? Id, string Label, Line Title, IReadOnlyList<Block> Blocks) : Block;

/// <summary>Blocks that may be folded away where a reader can unfold them; elsewhere they simply follow.</summary>
internal sealed record Fold(Line Summary, IReadOnlyList<Block> Blocks) : Block;

/// <summary>A drawing with the table it is made from.</summary>
/// <param name="Draw">Makes the SVG; only formats that can show it call it.</param>
/// <param name="IsFolded">The drawing says it all: the table may be folded away.</param>
internal sealed record Chart(Func<string> Draw, Table Table, bool IsFolded = false) : Block;
