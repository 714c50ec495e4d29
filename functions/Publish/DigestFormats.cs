namespace Intake.Publish;

/// <summary>The formats in which each digest is published.</summary>
public static class DigestFormats
{
    public static IReadOnlyList<IDigestFormat> All { get; } = [new DigestJson(), new DigestMarkdown(), new DigestHtml()];
}
