using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Intake.Local.Hosting.Http;

/// <summary>What the host itself answers, as problem details.</summary>
internal sealed class Problems(ILogger<Problems> logger)
{
    public static Task WriteAsync(HttpContext context, int status) =>
        TypedResults.Problem(statusCode: status).ExecuteAsync(context);

    /// <summary>Gives a body to 404 and 405, and an answer to a function that threw.</summary>
    public async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        if (IsReserved(context.Request.Path))
        {
            await WriteAsync(context, StatusCodes.Status404NotFound);
            return;
        }

        var function = context.GetEndpoint()?.Metadata.GetMetadata<LocalFunction>();
        try
        {
            await next(context);
            if (function is null && !context.Response.HasStarted)
            {
                await WriteAsync(context, context.Response.StatusCode);
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
            logger.LogDebug("The client left {Function}.", function?.Name);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, exception.StatusCode);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            logger.LogError(exception, "Function {Function} failed.", function?.Name);
            context.Response.Clear();
            await WriteAsync(context, StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>Paths of the host's own, in Azure.</summary>
    private static bool IsReserved(PathString path) =>
        path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/runtime", StringComparison.OrdinalIgnoreCase);
}
