using System.Text;
using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>The digest as CommonMark with tables.</summary>
public sealed class DigestMarkdown : IDigestFormat
{
    public string Name => "Markdown";

    public string Extension => "md";

    public string ContentType => "text/markdown; charset=utf-8";

    public bool IsDownload => false;

    public Task<byte[]> RenderAsync(Digest digest, Uri? site, CancellationToken cancellation) =>
        Task.FromResult(Encoding.UTF8.GetBytes(new MarkdownWriter().Write(DigestReport.Of(digest, site))));
}
