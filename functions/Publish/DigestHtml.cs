using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Intake.Synthesis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intake.Publish;

/// <summary>The digest as one self-contained page.</summary>
public sealed class DigestHtml : IDigestFormat
{
    public string Extension => "html";

    public string ContentType => "text/html; charset=utf-8";

    public async Task<byte[]> RenderAsync(Digest digest, Uri? site, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(DigestPage.Digest)] = digest,
            [nameof(DigestPage.Links)] = new DigestLinks(digest, site),
        });
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<DigestPage>(parameters)).ToHtmlString());

        // Razor keeps the line ends of its sources.
        return Encoding.UTF8.GetBytes(html.ReplaceLineEndings("\n"));
    }
}
