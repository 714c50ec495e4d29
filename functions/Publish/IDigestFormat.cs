using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>One form in which a digest is published. All are made from the one model, so they have the same numbers.</summary>
public interface IDigestFormat
{
    /// <summary>As readers know it.</summary>
    string Name { get; }

    /// <summary>Of the file and of the address, without a dot.</summary>
    string Extension { get; }

    /// <summary>Media type with its charset.</summary>
    string ContentType { get; }

    /// <summary>A file to keep rather than a page to look at.</summary>
    bool IsDownload { get; }

    /// <param name="digest">The digest.</param>
    /// <param name="site">Where Intake is reached, for links; null makes them relative to the host.</param>
    /// <param name="cancellation">Ends rendering.</param>
    Task<byte[]> RenderAsync(Digest digest, Uri? site, CancellationToken cancellation);
}
