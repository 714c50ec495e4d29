namespace Intake.Publish;

/// <summary>The formats in which each digest is published.</summary>
public static class DigestFormats
{
    public static IReadOnlyList<IDigestFormat> All { get; } =
        [new DigestHtml(), new DigestWord(), new DigestMarkdown(), new DigestJson(), new DigestCsv()];
}
