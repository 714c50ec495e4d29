using System.Security.Cryptography;
using Intake.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Intake.Pages;

/// <summary>A page as an answer, with the headers that every page has.</summary>
internal static class PageAnswer
{
    /// <summary>Nothing from elsewhere, no script at all, forms only to us, nobody frames us.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <param name="isPrivate">It shows what only one person may see, or has a form that is good for one: it is kept nowhere.</param>
    public static Answer Of(Page page, byte[] html, int status, bool isPrivate)
    {
        var etag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(html).AsSpan(0, 12))}\"";
        var isKnown = !isPrivate && status == StatusCodes.Status200OK
            && page.Request.Headers.IfNoneMatch.ToString().Contains(etag, StringComparison.Ordinal);
        var answer = isKnown
            ? Answer.Empty(StatusCodes.Status304NotModified)
            : Compression.Bytes(page.Request, html, "text/html; charset=utf-8", status);
        answer.With(HeaderNames.CacheControl, isPrivate ? "no-store" : "private, no-cache")
            .With(HeaderNames.Vary, "Accept-Language, Cookie");
        if (!isPrivate)
            answer.With(HeaderNames.ETag, etag);
        return Secured(Remembering(answer, page));
    }

    /// <summary>303: where to look for what a form has done.</summary>
    public static Answer SeeOther(Page page, string path) =>
        Secured(Remembering(Answer.Empty(StatusCodes.Status303SeeOther), page))
            .With(HeaderNames.Location, page.Link(path))
            .With(HeaderNames.CacheControl, "no-store");

    /// <summary>A functional cookie, only ever sent to us and out of reach of scripts.</summary>
    /// <param name="path">Where it is sent to.</param>
    /// <param name="lifetime">Until the browser is closed if null.</param>
    public static Answer WithCookie(this Answer answer, HttpRequest request, string name, string value, string path, TimeSpan? lifetime) =>
        answer.With(HeaderNames.SetCookie, new SetCookieHeaderValue(name, value)
        {
            Path = path,
            HttpOnly = true,
            SameSite = Microsoft.Net.Http.Headers.SameSiteMode.Lax,
            Secure = request.IsHttps || request.Headers["X-Forwarded-Proto"].ToString().StartsWith("https", StringComparison.OrdinalIgnoreCase),
            MaxAge = lifetime,
        }.ToString());

    private static Answer Remembering(Answer answer, Page page) => page.Chosen is { } chosen
        ? answer.WithCookie(page.Request, PageLanguage.Parameter, chosen.Code, "/", Remembered)
        : answer;

    private static Answer Secured(Answer answer) => answer
        .With(HeaderNames.ContentSecurityPolicy, Policy)
        .With("Referrer-Policy", "same-origin")
        .With("Cross-Origin-Opener-Policy", "same-origin")
        .With("Cross-Origin-Resource-Policy", "same-origin")
        .With("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
}
