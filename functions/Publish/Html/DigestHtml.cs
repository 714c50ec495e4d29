using System.Globalization;
using System.Text;
using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>The digest as one self-contained page: nothing is fetched and no script runs.</summary>
public sealed class DigestHtml : IDigestFormat
{
    public string Name => "HTML";

    public string Extension => "html";

    public string ContentType => "text/html; charset=utf-8";

    public bool IsDownload => false;

    public Task<byte[]> RenderAsync(Digest digest, Uri? site, CancellationToken cancellation) =>
        Task.FromResult(Encoding.UTF8.GetBytes(Write(DigestReport.Of(digest, site), Wording.Machine(digest.Generated), digest.Interim)));

    private static string Write(Report report, string generated, bool isDraft)
    {
        var writer = new HtmlWriter();
        var title = HtmlWriter.Encode(report.Title);
        var kicker = HtmlWriter.Encode(report.Kicker);
        var cover = new HtmlWriter(isNumbered: false).Write(report.Cover);
        return $"""
            <!DOCTYPE html>
            <html lang="en" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="dcterms.created" content="{generated}">
            <title>{kicker}: {title}</title>
            <style>
            {DigestStyle.Css}
            </style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the digest</a>
            <header class="cover">
            <p class="kicker"><span>{kicker}</span> <span>{(isDraft ? "Draft" : "Final")}</span></p>
            <h1 dir="auto">{title}</h1>
            {cover}</header>
            <nav aria-labelledby="contents">
            <h2 id="contents">Contents</h2>
            {Contents(report, writer)}</nav>
            <main id="main" tabindex="-1">
            {writer.Write(report.Sections)}</main>
            <footer>
            <p>{kicker} of {title}. <a href="#contents">Back to the contents</a></p>
            </footer>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static string Contents(Report report, HtmlWriter writer)
    {
        var list = new StringBuilder("<ol>\n");
        foreach (var section in report.Sections)
        {
            list.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{section.Id}\">{writer.Inline(section.Title)}</a>");
            var inner = section.Blocks.OfType<Section>().ToList();
            if (inner.Count > 0)
                list.Append(CultureInfo.InvariantCulture, $"\n<ol>\n{string.Concat(inner.Select(each => $"<li><a href=\"#{each.Id}\">{writer.Inline(each.Title)}</a></li>\n"))}</ol>\n");
            list.Append("</li>\n");
        }

        return list.Append("</ol>\n").ToString();
    }
}
