using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Storage;

/// <summary>What queue functions ask of their context.</summary>
internal static class QueueFunctions
{
    /// <summary>How often the message was handed out, this time included.</summary>
    public static long DequeueCount(this FunctionContext context) =>
        context.BindingContext.BindingData.TryGetValue("DequeueCount", out var count)
            ? Convert.ToInt64(count?.ToString(), CultureInfo.InvariantCulture)
            : 1;
}
