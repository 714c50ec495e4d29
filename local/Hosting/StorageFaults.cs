using Azure;

namespace Intake.Local.Hosting;

internal static class StorageFaults
{
    /// <summary>What the storage clients throw once their own retries are used up.</summary>
    public static bool IsStorageFault(this Exception exception) =>
        exception is RequestFailedException
        || (exception is AggregateException several && several.InnerExceptions.All(IsStorageFault));
}
