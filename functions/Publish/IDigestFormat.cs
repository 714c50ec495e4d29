using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>One form in which a digest is published. All are made from the one model, so they have the same numbers.</summary>
public interface IDigestFormat
{
    /// <summary>Of the file and of the address, without a dot.</summary>
    string Extension { get; }

    /// <summary>Media type with its charset.</summary>
    string ContentType { get; }

    /// <param name="digest">The digest.</param>
    /// <param name="site">Where Intake is reached, for links; null makes them relative to the host.</param>
    /// <param name="cancellation">Ends rendering.</param>
    Task<byte[]> RenderAsync(Digest digest, Uri? site, CancellationToken cancellation);
}
