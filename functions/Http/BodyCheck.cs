using Microsoft.AspNetCore.Http;

namespace Intake.Http;

/// <summary>Looks at what a request says of its body.</summary>
public static class BodyCheck
{
    /// <summary>Refuses, before anything is read, what is compressed or says that it is too large.</summary>
    public static void Refuse(HttpRequest request, long maxBytes)
    {
        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity")
            throw Problems.UnsupportedEncoding();
        if (request.ContentLength > maxBytes)
            throw Problems.TooLarge("The request", maxBytes);
    }
}
