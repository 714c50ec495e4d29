using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Intake.Http;

/// <summary>Runs the handler of one request and turns the faults a client should know about into problem details.</summary>
public sealed class Api(ILogger<Api> logger, RequestLimits limits)
{
    public Task<IActionResult> RunAsync(Func<Task<Answer>> handler) => RunAsync(handler, fault => Task.FromResult(Answer.Of(fault)));

    /// <param name="tell">How the fault is told, where not as problem details.</param>
    internal async Task<IActionResult> RunAsync(Func<Task<Answer>> handler, Func<ProblemException, Task<Answer>> tell)
    {
        try
        {
            return await handler();
        }
        catch (ProblemException fault)
        {
            return await tell(fault);
        }
        catch (BadHttpRequestException fault)
        {
            // Kestrel's own refusals while the body is read: too large, too slow, cut short.
            return await tell(fault.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Problems.TooLarge("The request", limits.Bytes)
                : Problems.BrokenBody());
        }
        catch (RequestFailedException fault) when (fault.Status is 0 or >= 500 or 408 or 429)
        {
            logger.LogError(fault, "Storage did not answer");
            return await tell(Problems.StorageUnavailable());
        }
        catch (AggregateException fault) when (fault.InnerExceptions.All(inner => inner is RequestFailedException or OperationCanceledException or IOException))
        {
            // What Azure.Core throws when every try has failed: refused, timed out or cut off in the middle.
            logger.LogError(fault, "Storage did not answer");
            return await tell(Problems.StorageUnavailable());
        }
    }
}
