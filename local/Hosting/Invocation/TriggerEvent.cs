using Microsoft.AspNetCore.Http;

namespace Intake.Local.Hosting.Invocation;

/// <summary>One event a trigger saw: what a function is invoked with.</summary>
internal sealed class TriggerEvent
{
    public required LocalFunction Function { get; init; }

    /// <summary>What parameters may be bound to by name, without regard to case.</summary>
    public required IReadOnlyDictionary<string, object?> BindingData { get; init; }

    /// <summary>The event's content as the type of the trigger's parameter.</summary>
    public required Func<Type, CancellationToken, ValueTask<object?>> ReadAs { get; init; }

    public HttpContext? HttpContext { get; init; }

    /// <summary>How many tries there were before this one.</summary>
    public int RetryCount { get; init; }

    public int MaxRetryCount { get; init; }
}
