using System.Security.Cryptography;
using Intake.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Intake.Pages;

/// <summary>The style sheet, <c>page.css</c>, at an address that changes with it, so that browsers keep it for good.</summary>
internal static class PageStyle
{
    private static readonly byte[] Css = Read();

    private static readonly string Name = $"page-{Convert.ToHexStringLower(SHA256.HashData(Css).AsSpan(0, 6))}.css";

    public static string Address => $"/assets/{Name}";

    /// <summary>Null when the name is of another version: then a page that is just being replaced asks for it.</summary>
    public static Answer? Answer(HttpRequest request, string name) => name != Name ? null
        : Compression.Bytes(request, Css, "text/css; charset=utf-8").With(HeaderNames.CacheControl, "public, max-age=31536000, immutable");

    private static byte[] Read()
    {
        using var file = typeof(PageStyle).Assembly.GetManifestResourceStream("Intake.Pages.page.css")!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
