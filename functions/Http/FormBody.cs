using Intake.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Intake.Http;

/// <summary>Reads a body of <c>application/x-www-form-urlencoded</c> within limits of size and number.</summary>
public static class FormBody
{
    private const int MaxNameLength = 100;

    public static async Task<IReadOnlyDictionary<string, StringValues>> ReadAsync(
        HttpRequest request, int maxBytes, int maxFields, CancellationToken cancellation)
    {
        BodyCheck.Refuse(request, maxBytes);
        try
        {
            using var body = new MeasuredStream(request.Body, maxBytes);
            using var reader = new FormReader(body)
            {
                ValueCountLimit = maxFields,
                KeyLengthLimit = MaxNameLength,
                ValueLengthLimit = maxBytes,
            };
            return await reader.ReadFormAsync(cancellation);
        }
        catch (LimitExceededException)
        {
            throw Problems.TooLarge("The form", maxBytes);
        }
        catch (IOException fault) when (fault is not BadHttpRequestException)
        {
            // The server's word for chunks that are none, or a connection that broke.
            throw Problems.BrokenBody();
        }
        catch (InvalidDataException fault)
        {
            // FormReader's own limits of names and their number.
            throw Problems.Malformed(fault.Message);
        }
    }
}
