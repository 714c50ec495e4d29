using System.Text.Json;
using Intake.Storage;
using Microsoft.AspNetCore.Http;

namespace Intake.Http;

/// <summary>Reads a JSON body within limits of size and depth.</summary>
public static class JsonBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Json.MaxDepth };

    public static async Task<JsonDocument> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        BodyCheck.Refuse(request, maxBytes);
        if (!request.HasJsonContentType())
            throw Problems.UnsupportedMediaType("application/json");
        try
        {
            using var body = new MeasuredStream(request.Body, maxBytes);
            return await JsonDocument.ParseAsync(body, Options, cancellation);
        }
        catch (LimitExceededException)
        {
            throw Problems.TooLarge("The request", maxBytes);
        }
        catch (IOException fault) when (fault is not BadHttpRequestException)
        {
            // The server's word for chunks that are none, or a connection that broke.
            throw Problems.BrokenBody();
        }
        catch (JsonException fault)
        {
            throw Problems.Malformed(
                $"The body is not JSON: {(fault.Message.Contains("depth", StringComparison.Ordinal) ? $"nested deeper than {Json.MaxDepth}" : "mistake")} "
                + $"at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}.");
        }
    }
}
