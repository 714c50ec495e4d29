using System.Net.Http.Headers;
using Intake.Http;
using Microsoft.AspNetCore.Http;

namespace Intake.Receive;

/// <summary>What a request's headers and address tell about its sender.</summary>
internal static class Sender
{
    private const string KeyHeader = "Idempotency-Key";
    private const int MaxKeyLength = 255;

    public static string? ReceiptOf(HttpRequest request)
    {
        if (AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var authorization)
            && string.Equals(authorization.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase))
            return authorization.Parameter;
        return request.Headers["X-Receipt"] is { Count: > 0 } header ? header.ToString()
            : request.Query["receipt"] is { Count: > 0 } query ? query.ToString()
            : null;
    }

    /// <summary>A browser's form is the web; everything else is a program.</summary>
    public static Channel ChannelOf(HttpRequest request) =>
        request.HasFormContentType && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? Channel.Web
            : Channel.Api;

    /// <summary>Whether this may be a retry that only its content tells from a new request.</summary>
    public static bool HasKey(HttpRequest request) => request.Headers.ContainsKey(KeyHeader);

    public static RequestIdentity IdentityOf(HttpRequest request, Submission submission) =>
        IdentityOf(request, submission.Contributor.Email);

    /// <param name="email">The address the sender gave.</param>
    public static RequestIdentity IdentityOf(HttpRequest request, string? email)
    {
        string? key = request.Headers[KeyHeader];
        if (key is { Length: 0 or > MaxKeyLength })
            throw Problems.Invalid([new InputError(KeyHeader, $"must have 1 to {MaxKeyLength} characters")]);
        return new RequestIdentity(key, KeyIsContent: false, email ?? AddressOf(request));
    }

    /// <summary>The first proxy's word for who asked; only ever used to tell one sender's retry from another's equal text.</summary>
    private static string AddressOf(HttpRequest request) =>
        request.Headers["X-Forwarded-For"] is { Count: > 0 } forwarded
            ? forwarded.ToString().Split(',')[0].Trim()
            : request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
}
