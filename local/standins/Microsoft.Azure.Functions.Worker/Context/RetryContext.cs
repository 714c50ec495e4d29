namespace Microsoft.Azure.Functions.Worker;

/// <summary>How often the event has been tried.</summary>
public abstract class RetryContext
{
    public abstract int RetryCount { get; }

    public abstract int MaxRetryCount { get; }
}
