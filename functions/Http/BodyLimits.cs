using Microsoft.AspNetCore.Http;

namespace Intake.Http;

/// <summary>What is let in of one request, whatever the call's rules allow.</summary>
public static class BodyLimits
{
    /// <summary>Bytes of one request; the Functions host itself stops at 104,857,600.</summary>
    public const long RequestBytes = 100_000_000;

    /// <summary>Bytes of a JSON or form body, and of all fields of a multipart body: these are held in memory.</summary>
    public const int FieldBytes = 5_000_000;

    /// <summary>Fields of one form.</summary>
    public const int Fields = 1_000;

    /// <summary>Refuses, before anything is read, what is compressed or says that it is too large.</summary>
    public static void Check(HttpRequest request, long maxBytes)
    {
        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity")
            throw Problems.UnsupportedEncoding();
        if (request.ContentLength > maxBytes)
            throw Problems.TooLarge("The request", maxBytes);
    }
}
