using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>The digest as a Word document (ISO/IEC 29500).</summary>
public sealed class DigestWord : IDigestFormat
{
    public string Name => "Word";

    public string Extension => "docx";

    public string ContentType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public bool IsDownload => true;

    public Task<byte[]> RenderAsync(Digest digest, Uri? site, CancellationToken cancellation) =>
        Task.FromResult(WordPackage.Write(DigestReport.Of(digest, site), digest));
}
