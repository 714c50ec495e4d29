using System.Globalization;
using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>Addresses to which a digest leads.</summary>
public sealed class DigestLinks(Digest digest, Uri? site)
{
    private readonly string _base = (site is null ? "" : site.AbsoluteUri.TrimEnd('/'))
        + "/api/calls/" + Uri.EscapeDataString(digest.Call.Id);

    /// <summary>The text in which the quote stands.</summary>
    public string Text(Quote quote) =>
        $"{Contribution(quote.Contribution)}/documents/{quote.Document.ToString(CultureInfo.InvariantCulture)}/text";

    public string Contribution(string id) => $"{_base}/contributions/{Uri.EscapeDataString(id)}";
}
