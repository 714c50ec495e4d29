namespace Intake.Publish;

/// <summary>A digest laid out to be read, in no format yet.</summary>
/// <param name="Kicker">Above the title.</param>
/// <param name="Title">The call's own.</param>
/// <param name="Cover">Below the title.</param>
/// <param name="Sections">In the order of the report.</param>
internal sealed record Report(string Kicker, string Title, IReadOnlyList<Block> Cover, IReadOnlyList<Section> Sections)
{
    /// <summary>Sections and the sections right below them, for a table of contents.</summary>
    public IEnumerable<(int Level, Section Section)> Contents() => Sections.SelectMany(section =>
        section.Blocks.OfType<Section>().Select(inner => (2, inner)).Prepend((1, section)));
}
