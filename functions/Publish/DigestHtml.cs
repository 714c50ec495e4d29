using Intake.Pages;
using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>The digest as one self-contained page.</summary>
public sealed class DigestHtml : IDigestFormat
{
    public string Extension => "html";

    public string ContentType => "text/html; charset=utf-8";

    public Task<byte[]> RenderAsync(Digest digest, Uri? site, CancellationToken cancellation) => RazorHtml.RenderAsync<DigestPage>(
        (nameof(DigestPage.Digest), digest), (nameof(DigestPage.Links), new DigestLinks(digest, site)));
}
